import { describe, expect, test } from 'vitest';
import { itemInputSchema, type ItemInput } from '../../src-main/domain/item.ts';
import { storageGroupSchema } from '../../src-main/domain/storage-dimension-group.ts';

const item: ItemInput = {
  itemNumber: 'A',
  name: 'Camera',
  groupId: 1,
  storageDimensionGroup: '',
  reservationHierarchy: '',
  serialNumberGroup: '',
  batchNumberGroup: '',
  inventoryUnit: 'pcs',
  catchWeightUnit: '',
  serialMask: '',
  gtin: '',
  units: [],
};

const refusal = (change: Partial<Record<keyof ItemInput, unknown>>): readonly [string, string] => {
  const issue = itemInputSchema.safeParse({ ...item, ...change }).error?.issues[0];
  return [issue?.path.join('.') ?? '', issue?.message ?? ''];
};

describe('an item', () => {
  test('is trimmed', () => {
    const read = itemInputSchema.parse({
      ...item,
      itemNumber: ' A\t',
      units: [{ unit: ' box ', quantity: 6000 }],
    });
    expect(read).toEqual({ ...item, units: [{ unit: 'box', quantity: 6000 }] });
  });

  test('has a number', () => {
    expect(refusal({ itemNumber: ' ' })).toEqual(['itemNumber', 'The item number is missing.']);
  });

  test('has no text that is too long, and nothing that is not known', () => {
    expect(refusal({ name: 'x'.repeat(101) })).toEqual(['name', 'This text is longer than 100 characters.']);
    expect(itemInputSchema.safeParse({ ...item, colour: 'red' }).success).toBe(false);
  });

  test.each([
    [
      'half a unit',
      [{ unit: 'half', quantity: 500 }],
      'units.0.quantity',
      'A unit holds at least one inventory unit.',
    ],
    [
      'one and a half',
      [{ unit: 'odd', quantity: 1500 }],
      'units.0.quantity',
      'A unit must hold a whole number of inventory units.',
    ],
    [
      'nothing',
      [{ unit: 'none', quantity: 0 }],
      'units.0.quantity',
      'A unit holds at least one inventory unit.',
    ],
    ['no name', [{ unit: ' ', quantity: 6000 }], 'units.0.unit', 'Give the unit a name.'],
    [
      'one unit twice',
      [
        { unit: 'Box', quantity: 6000 },
        { unit: 'box', quantity: 12_000 },
      ],
      'units.1.unit',
      'box stands here twice.',
    ],
  ])('refuses a unit conversion: %s', (_name, units, path, message) => {
    expect(refusal({ units })).toEqual([path, message]);
  });
});

test('a storage dimension group has a name', () => {
  expect(storageGroupSchema.parse({ name: ' SiteWh ', warehouseProcesses: true }).name).toBe('SiteWh');
  expect(storageGroupSchema.safeParse({ name: '', warehouseProcesses: true }).success).toBe(false);
});
