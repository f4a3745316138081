import { describe, expect, test } from 'vitest';
import {
  deadEnds,
  factsOfItem,
  noDeadEndFacts,
  storageDeadEnds,
  type DeadEndFacts,
} from '../../src-main/domain/dead-ends.ts';
import { settingsWith } from '../fixtures/tracking-settings.ts';

const tracked = { 'serialNumber.active': true } as const;
const salesProcess = { 'serialNumber.activeInSalesProcess': true } as const;
const facts = (warehouseProcesses: boolean, catchWeight: boolean): DeadEndFacts =>
  factsOfItem('A', { warehouseProcesses, catchWeight });
const [usual, without, catchWeight] = [facts(true, false), facts(false, false), facts(true, true)];

describe('dead ends', () => {
  test.each([
    ['no group', undefined, without, []],
    ['nothing tracked', settingsWith({}), facts(false, true), []],
    ['at receiving without warehouse management processes', settingsWith(tracked), without, []],
    ['at receiving, catch weight', settingsWith(tracked), catchWeight, []],
    ['late with nothing in the way', settingsWith({ ...tracked, captureSerialNumber: 'Picking' }), usual, []],
    ['Picking without', settingsWith({ ...tracked, captureSerialNumber: 'Picking' }), without, ['Pick']],
    ['Packing without', settingsWith({ ...tracked, captureSerialNumber: 'Packing' }), without, ['Pack']],
    [
      'Picking, catch weight',
      settingsWith({ ...tracked, captureSerialNumber: 'Picking' }),
      catchWeight,
      ['Pick'],
    ],
    ['sales process, catch weight', settingsWith(salesProcess), catchWeight, ['Ship']],
    ['sales process without', settingsWith(salesProcess), without, []],
    [
      'sales process and Packing without',
      settingsWith({ ...salesProcess, captureSerialNumber: 'Packing' }),
      without,
      ['Pack'],
    ],
    [
      'both',
      settingsWith({ ...tracked, captureSerialNumber: 'Packing' }),
      facts(false, true),
      ['Pack', 'Pack'],
    ],
  ])('%s', (_name, settings, known, steps) => {
    expect(deadEnds(settings, known).map(({ step }) => step)).toEqual(steps);
  });

  test('names the step, the items and what to do', () => {
    const late = settingsWith({ ...tracked, captureSerialNumber: 'Picking' });
    expect(deadEnds(late, without)[0]?.sentence).toBe(
      'Pick will never ask for a serial number: A does not use warehouse management processes, so Capture serial number Picking is ignored. Choose None, or a storage dimension group that uses them.',
    );
    const many = { ...usual, withoutWarehouseProcesses: { items: 5, examples: ['A', 'B', 'C'] } };
    expect(deadEnds(late, many)[0]?.sentence).toContain('A, B, C and 2 more do not use');
  });
});

test.each([
  ['Packing with items', settingsWith({ ...tracked, captureSerialNumber: 'Packing' }), 2, 1],
  ['Packing on the sales line', settingsWith({ ...salesProcess, captureSerialNumber: 'Packing' }), 1, 1],
  ['Packing without items', settingsWith({ ...tracked, captureSerialNumber: 'Packing' }), 0, 0],
  ['Picking', settingsWith({ ...tracked, captureSerialNumber: 'Picking' }), 2, 0],
  ['at receiving', settingsWith(tracked), 2, 0],
])('where no location packs, %s', (_name, settings, items, ends) => {
  const withoutPackingLocation = { items, examples: ['A', 'B'].slice(0, items) };
  const found = deadEnds(settings, { ...noDeadEndFacts, withoutPackingLocation });
  expect(found).toHaveLength(ends);
  for (const end of found)
    expect(end).toEqual({
      step: 'Pack',
      sentence:
        'Pack will never ask for a serial number: no location has the stage Packing. Set one under Location stages.',
    });
});

test('a storage dimension group without processes names the items of each late capture together', () => {
  const late = settingsWith({ ...tracked, captureSerialNumber: 'Picking' });
  const packing = settingsWith({ ...salesProcess, captureSerialNumber: 'Packing' });
  const items = (...examples: string[]) => ({ items: examples.length, examples });
  const ends = storageDeadEnds([
    { settings: late, items: items('A', 'B') },
    { settings: settingsWith(tracked), items: items('C') },
    { settings: packing, items: items('D') },
    { settings: undefined, items: items('E') },
    { settings: late, items: items('F', 'G') },
    { settings: settingsWith({}), items: items('H') },
  ]);
  expect(ends.map(({ step }) => step)).toEqual(['Pick', 'Pack']);
  expect(ends[0]?.sentence).toContain('A, B, F and 1 more do not use warehouse management processes');
  expect(ends[1]?.sentence).toContain('D does not use');
  expect(storageDeadEnds([])).toEqual([]);
});
