import { describe, expect, it } from 'vitest';
import { decidePattern } from '../../src-main/domain/location-stage.ts';
import { guessStage, proposePatterns, type Place } from '../../src-main/domain/proposed-pattern.ts';
import type { LocationStage } from '../../src-main/domain/verdict.ts';

const places = (warehouse: string, ...locations: string[]): readonly Place[] =>
  locations.map((location) => ({ warehouse, location }));

const none = decidePattern([]);

describe('the stage that a name suggests', () => {
  it.each<[string, LocationStage]>([
    ['PACK-*', 'Packing'],
    ['packing', 'Packing'],
    ['STAGE-*', 'Staged after pick'],
    ['Staging', 'Staged after pick'],
    ['BAYDOOR', 'Loaded'],
    ['DOCK-*', 'Loaded'],
    ['LOAD*', 'Loaded'],
    ['UNLOAD', 'Storage'],
    ['INBOUND-STAGE', 'Storage'],
    ['RECV', 'Storage'],
    ['BULK-*', 'Storage'],
    ['', 'Storage'],
  ])('%s: %s', (name, stage) => {
    expect(guessStage(name)).toBe(stage);
  });
});

describe('proposals', () => {
  it('put names that differ in their numbers under one pattern, those with a telling name first', () => {
    expect(
      proposePatterns(
        [
          ...places('24', 'BULK-001', 'BULK-002', 'BULK-003', 'BULK-004', 'PACK-01', 'PACK-02', 'BAYDOOR'),
          ...places('61', 'PACK-01', 'BAYDOOR', ''),
        ],
        none,
      ),
    ).toEqual([
      {
        pattern: 'PACK-*',
        stage: 'Packing',
        locations: 3,
        warehouses: ['24', '61'],
        examples: ['PACK-01', 'PACK-02'],
      },
      { pattern: 'BAYDOOR', stage: 'Loaded', locations: 2, warehouses: ['24', '61'], examples: ['BAYDOOR'] },
      {
        pattern: 'BULK-*',
        stage: 'Storage',
        locations: 4,
        warehouses: ['24'],
        examples: ['BULK-001', 'BULK-002', 'BULK-003'],
      },
    ]);
  });

  it.each([
    [['PACK1'], 'PACK*'],
    [['FL-12-B', 'FL-13-A'], 'FL-*'],
    [['01-02-A', '01-02-B'], '01-02-*'],
    [['BAY-EAST', 'BAY-WEST'], 'BAY-*'],
    [['BAY-EAST'], 'BAY-EAST'],
    [['pack-1', 'PACK-2'], 'pack-*'],
    [['7'], '7'],
  ])('of %j: %s, which fits them all', (locations, expected) => {
    const proposed = proposePatterns(places('61', ...locations), none);
    expect(proposed.map(({ pattern }) => pattern)).toEqual([expected]);
    const decide = decidePattern([{ warehouse: '', pattern: expected, stage: 'Packing' }]);
    expect(locations.every((location) => decide('61', location) !== undefined)).toBe(true);
  });

  it('leave out what a pattern decides already, in its warehouse only', () => {
    const decide = decidePattern([{ warehouse: '24', pattern: 'PACK-*', stage: 'Packing' }]);
    const proposed = proposePatterns([...places('24', 'PACK-1'), ...places('61', 'PACK-1')], decide);
    expect(proposed).toMatchObject([{ pattern: 'PACK-*', locations: 1, warehouses: ['61'] }]);
  });
});
