import { describe, expect, test } from 'vitest';
import { deadEnds, factsOfItem, type DeadEndFacts } from '../../src-main/domain/dead-ends.ts';
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
