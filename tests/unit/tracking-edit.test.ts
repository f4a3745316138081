import { describe, expect, test } from 'vitest';
import { applyTrackingRules, changeSetting } from '../../src-main/domain/apply-tracking-rules.ts';
import {
  cellPath,
  dimensionColumns,
  dimensionRows,
  fixedCells,
} from '../../src-main/domain/tracking-fields.ts';
import type { SettingPath, SettingValue } from '../../src-main/domain/tracking-fields.ts';
import type { TrackingSettings } from '../../src-main/domain/tracking-settings.ts';
import { settingsWith } from '../fixtures/tracking-settings.ts';

const both = [false, true] as const;
const fourPriors = both.flatMap((receipt) => both.map((issue) => [receipt, issue] as const));

/** Changes fields one after the other, as the form does; each must be editable at its turn. */
function edit(
  start: TrackingSettings,
  ...changes: readonly (readonly [SettingPath, SettingValue])[]
): ReturnType<typeof applyTrackingRules> {
  let chosen = start;
  for (const [path, value] of changes) {
    expect(applyTrackingRules(chosen).locks.get(path), `${path} is locked`).toBeUndefined();
    chosen = changeSetting(chosen, path, value);
  }
  return applyTrackingRules(chosen);
}

const blanks = ({ settings }: ReturnType<typeof applyTrackingRules>): readonly boolean[] => [
  settings.serialNumber.blankReceiptAllowed,
  settings.serialNumber.blankIssueAllowed,
];

const blankLocks = ({ locks }: ReturnType<typeof applyTrackingRules>): readonly boolean[] => [
  locks.has('serialNumber.blankReceiptAllowed'),
  locks.has('serialNumber.blankIssueAllowed'),
];

const active = (more: Parameters<typeof settingsWith>[0] = {}): TrackingSettings =>
  settingsWith({ 'serialNumber.active': true, ...more });

describe('back to None', () => {
  test.each(fourPriors)('within one edit gives back receipt %s and issue %s', (receipt, issue) => {
    const start = active({
      'serialNumber.blankReceiptAllowed': receipt,
      'serialNumber.blankIssueAllowed': issue,
    });
    const locked = edit(start, ['captureSerialNumber', 'Picking'], ['captureSerialNumber', 'Packing']);
    expect(blanks(locked)).toEqual([true, true]);
    expect(blankLocks(locked)).toEqual([true, true]);
    const back = edit(
      start,
      ['captureSerialNumber', 'Picking'],
      ['captureSerialNumber', 'Packing'],
      ['captureSerialNumber', 'None'],
    );
    expect(blanks(back)).toEqual([receipt, issue]);
    expect(blankLocks(back)).toEqual([false, false]);
    expect(back.settings).toEqual(start);
  });

  test.each(['Picking', 'Packing'])(
    'a group saved with %s keeps both, and both become editable',
    (capture) => {
      const saved = applyTrackingRules(active({ captureSerialNumber: capture as SettingValue })).settings;
      const back = edit(saved, ['captureSerialNumber', 'None']);
      expect(blanks(back)).toEqual([true, true]);
      expect(blankLocks(back)).toEqual([false, false]);
      const cleared = edit(saved, ['captureSerialNumber', 'None'], ['serialNumber.blankIssueAllowed', false]);
      expect(blanks(cleared)).toEqual([true, false]);
    },
  );
});

describe('Active and Capture', () => {
  test('without Active, Capture reads None and cannot be chosen', () => {
    const { settings, locks } = applyTrackingRules(settingsWith({}));
    expect(settings.captureSerialNumber).toBe('None');
    expect(locks.get('captureSerialNumber')).toContain('not active');
  });

  test('while Capture is not None, Active cannot be cleared, and the message names Capture', () => {
    const { locks } = edit(active(), ['captureSerialNumber', 'Picking']);
    expect(locks.get('serialNumber.active')).toBe(
      'Needed because Capture serial number is Picking. Choose None first.',
    );
    expect(locks.has('serialNumber.activeInSalesProcess')).toBe(false);
  });

  test('a parent off holds its dependants, on again frees them (they keep their values)', () => {
    const start = active({ 'serialNumber.financialInventory': true });
    const off = edit(start, ['serialNumber.active', false]);
    expect(off.locks.has('serialNumber.financialInventory')).toBe(true);
    const on = edit(start, ['serialNumber.active', false], ['serialNumber.active', true]);
    expect(on.locks.has('serialNumber.financialInventory')).toBe(false);
    expect(on.settings).toEqual(start);
  });
});

describe('Active in sales process', () => {
  const asp = ['serialNumber.activeInSalesProcess', true] as const;

  test('takes over from Active, also under late capture, and keeps Capture and Blank issue', () => {
    const none = edit(
      active({ 'serialNumber.blankReceiptAllowed': true, 'serialNumber.blankIssueAllowed': true }),
      asp,
    );
    expect(none.settings.serialNumber).toMatchObject({ active: false, activeInSalesProcess: true });
    expect(none.settings.serialNumberControl).toBe(true);
    expect(blanks(none)).toEqual([false, true]);
    expect(blankLocks(none)).toEqual([true, false]);
    expect(none.locks.has('captureSerialNumber')).toBe(false);
    const picking = edit(active(), ['captureSerialNumber', 'Picking'], asp);
    expect(picking.settings.captureSerialNumber).toBe('Picking');
    expect(picking.settings.serialNumber.active).toBe(false);
    expect(blanks(picking)).toEqual([true, true]);
    expect(blankLocks(picking)).toEqual([true, true]);
  });

  test.each(fourPriors)(
    'back to None: receipt off and locked, issue as before (%s, %s)',
    (receipt, issue) => {
      const start = settingsWith({
        'serialNumber.blankReceiptAllowed': receipt,
        'serialNumber.blankIssueAllowed': issue,
      });
      const back = edit(start, asp, ['captureSerialNumber', 'Packing'], ['captureSerialNumber', 'None']);
      expect(blanks(back)).toEqual([false, issue]);
      expect(blankLocks(back)).toEqual([true, false]);
    },
  );

  test('off again within one edit gives back what was there', () => {
    const start = active({ 'serialNumber.primaryStocking': true, 'serialNumber.salesPrices': true });
    const off = edit(start, asp, ['serialNumber.activeInSalesProcess', false]);
    expect(off.settings).toEqual(start);
  });
});

describe('Serial number control', () => {
  test('on: Physical inventory is on and locked; off: cleared once, then editable', () => {
    const on = edit(active(), ['serialNumberControl', true]);
    expect(on.settings.serialNumber.physicalInventory).toBe(true);
    expect(on.locks.has('serialNumber.physicalInventory')).toBe(true);
    const off = edit(active(), ['serialNumberControl', true], ['serialNumberControl', false]);
    expect(off.settings.serialNumber.physicalInventory).toBe(false);
    expect(off.locks.has('serialNumber.physicalInventory')).toBe(false);
    const again = edit(
      applyTrackingRules(active({ serialNumberControl: true })).settings,
      ['serialNumberControl', false],
      ['serialNumber.physicalInventory', true],
      ['serialNumber.salesPrices', true],
    );
    expect(again.settings.serialNumber.physicalInventory).toBe(true);
  });

  test('off again where it was off changes nothing', () => {
    const start = active({ 'serialNumber.physicalInventory': true });
    expect(changeSetting(start, 'serialNumberControl', false)).toEqual(start);
  });
});

describe('Primary stocking', () => {
  test('clears and locks both blank fields and the choice of late capture', () => {
    const start = active({
      'serialNumber.blankReceiptAllowed': true,
      'serialNumber.blankIssueAllowed': true,
    });
    const on = edit(start, ['serialNumber.primaryStocking', true]);
    expect(blanks(on)).toEqual([false, false]);
    expect(blankLocks(on)).toEqual([true, true]);
    expect(on.locks.get('captureSerialNumber')).toContain('Primary stocking');
    const off = edit(start, ['serialNumber.primaryStocking', true], ['serialNumber.primaryStocking', false]);
    expect(off.settings).toEqual(start);
  });

  test('the table has exactly the cells that the dimensions have', () => {
    const cells = dimensionRows.flatMap(({ key }) =>
      dimensionColumns.flatMap((column) => {
        const path = `${key}.${column.key}`;
        return cellPath(key, column.key) === undefined && !(path in fixedCells) ? [] : [path];
      }),
    );
    const all = dimensionColumns.map(({ key }) => key);
    expect(cells).toEqual([
      ...all.filter((key) => key !== 'activeInSalesProcess').map((key) => `batchNumber.${key}`),
      ...all.map((key) => `serialNumber.${key}`),
      'owner.active',
      'owner.physicalInventory',
      'owner.financialInventory',
      'owner.coveragePlan',
      'inventoryProfile.active',
      'inventoryProfile.primaryStocking',
      'inventoryProfile.physicalInventory',
      'inventoryProfile.financialInventory',
      'inventoryProfile.coveragePlan',
      'gtdNumber.active',
    ]);
    expect(Object.fromEntries(Object.entries(fixedCells).map(([path, { value }]) => [path, value]))).toEqual({
      'owner.physicalInventory': true,
      'owner.financialInventory': true,
      'owner.coveragePlan': false,
      'inventoryProfile.primaryStocking': true,
      'inventoryProfile.physicalInventory': true,
      'inventoryProfile.financialInventory': true,
    });
    for (const { because } of Object.values(fixedCells)) expect(because).toMatch(/^[A-Z].*\.$/);
  });
});
