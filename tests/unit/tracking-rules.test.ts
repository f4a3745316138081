import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyTrackingRules, changeSetting } from '../../src-main/domain/apply-tracking-rules.ts';
import { captures } from '../../src-main/domain/capture.ts';
import { getSetting, settingFields, type SettingPath } from '../../src-main/domain/tracking-fields.ts';
import {
  trackingRefusals,
  trackingRules,
  trackingTransitions,
} from '../../src-main/domain/tracking-rules.ts';
import type { TrackingSettings } from '../../src-main/domain/tracking-settings.ts';
import { anyChange, anySettings, settingsWith } from '../fixtures/tracking-settings.ts';

const both = [false, true] as const;

/** The settings that the decisions speak about, all combinations. */
const table = both.flatMap((active) =>
  both.flatMap((salesProcess) =>
    captures.flatMap((capture) =>
      both.flatMap((blankReceipt) =>
        both.flatMap((blankIssue) =>
          both.flatMap((primary) =>
            both.map((control) => ({
              active,
              salesProcess,
              capture,
              blankReceipt,
              blankIssue,
              primary,
              control,
            })),
          ),
        ),
      ),
    ),
  ),
);

type Row = (typeof table)[number];

const settingsOf = (row: Row, others = false): TrackingSettings =>
  settingsWith({
    captureSerialNumber: row.capture,
    serialNumberControl: row.control,
    'serialNumber.active': row.active,
    'serialNumber.activeInSalesProcess': row.salesProcess,
    'serialNumber.blankReceiptAllowed': row.blankReceipt,
    'serialNumber.blankIssueAllowed': row.blankIssue,
    'serialNumber.primaryStocking': row.primary,
    'serialNumber.physicalInventory': others,
    'serialNumber.financialInventory': others,
    'serialNumber.coveragePlan': others,
    'serialNumber.purchasePrices': others,
    'serialNumber.salesPrices': others,
  });

/** What the decisions say of a combination, written from their text and not from the rule table. */
function oracle(row: Row): 'refused' | Row {
  const late = row.capture !== 'None';
  // Decision 8: what has no single right reading.
  if (row.active && row.salesProcess) return 'refused';
  if (late && !row.active && !row.salesProcess) return 'refused';
  if (late && row.primary) return 'refused';
  // Decision 3: in the sales process; capture and, without late capture, blank issue keep their values.
  if (row.salesProcess)
    return { ...row, control: true, primary: false, blankReceipt: late, blankIssue: late || row.blankIssue };
  // The source document's table: late capture selects both. Decision 5: primary stocking clears both.
  if (late) return { ...row, blankReceipt: true, blankIssue: true };
  return row.primary ? { ...row, blankReceipt: false, blankIssue: false } : row;
}

/** Fields that decisions 2 to 5 lock, for a combination as it is settled. */
function lockedBy(row: Row): Partial<Record<SettingPath, boolean>> {
  const late = row.capture !== 'None';
  const { active, salesProcess, primary, control } = row;
  const used = active || salesProcess;
  return {
    captureSerialNumber: !used || (active && primary),
    serialNumberControl: !active,
    'serialNumber.active': salesProcess || late,
    'serialNumber.activeInSalesProcess': false,
    'serialNumber.primaryStocking': !active || late,
    'serialNumber.blankReceiptAllowed': !active || late || primary,
    'serialNumber.blankIssueAllowed': !used || late || primary,
    'serialNumber.physicalInventory': !active || control,
    'serialNumber.financialInventory': !active,
    'serialNumber.coveragePlan': !active,
    'serialNumber.purchasePrices': !active,
    'serialNumber.salesPrices': !active,
    registerSerialsBeforeConsumption: false,
    'owner.active': false,
    'gtdNumber.active': false,
  };
}

describe('the truth table of the serial number', () => {
  test('has every combination', () => {
    expect(table).toHaveLength(2 * 2 * 3 * 2 * 2 * 2 * 2);
    expect(new Set(table.map((row) => JSON.stringify(row))).size).toBe(table.length);
  });

  test.each(table)('$#: %o', (row) => {
    const asked = settingsOf(row);
    const ruled = applyTrackingRules(asked);
    const expected = oracle(row);
    if (expected === 'refused') {
      expect(ruled.refusals).not.toEqual([]);
      for (const { sentence } of ruled.refusals) expect(sentence).toMatch(/^[A-Z].*\.$/);
      return;
    }
    expect(ruled.refusals).toEqual([]);
    expect({
      active: ruled.settings.serialNumber.active,
      salesProcess: ruled.settings.serialNumber.activeInSalesProcess,
      capture: ruled.settings.captureSerialNumber,
      blankReceipt: ruled.settings.serialNumber.blankReceiptAllowed,
      blankIssue: ruled.settings.serialNumber.blankIssueAllowed,
      primary: ruled.settings.serialNumber.primaryStocking,
      control: ruled.settings.serialNumberControl,
    }).toEqual(expected);
    // Decision 4: physical inventory follows serial number control while Active.
    expect(ruled.settings.serialNumber.physicalInventory).toBe(row.active && row.control);
    const locked = Object.fromEntries(
      Object.keys(lockedBy(expected)).map((path) => [path, ruled.locks.has(path as SettingPath)]),
    );
    expect(locked).toEqual(lockedBy(expected));
    // Valid as it is, or settled with a reason for each value that changed.
    const changed = settingFields.filter(
      ({ path }) => getSetting(asked, path) !== getSetting(ruled.settings, path),
    );
    expect(ruled.adjustments.map(({ path }) => path).sort()).toEqual(changed.map(({ path }) => path).sort());
  });

  test('in the sales process everything that the on-hand would carry is off', () => {
    for (const row of table.filter((one) => one.salesProcess && oracle(one) !== 'refused')) {
      const { serialNumber } = applyTrackingRules(settingsOf(row, true)).settings;
      expect(serialNumber).toMatchObject({
        physicalInventory: false,
        financialInventory: false,
        coveragePlan: false,
        purchasePrices: false,
        salesPrices: false,
      });
    }
  });
});

describe('any settings', () => {
  const run = (check: (asked: TrackingSettings) => void): void =>
    fc.assert(fc.property(anySettings, check), { numRuns: 1000 });

  test('once settled, stay as they are and are not refused', () => {
    run((asked) => {
      const once = applyTrackingRules(asked);
      const twice = applyTrackingRules(once.settings);
      expect(twice.settings).toEqual(once.settings);
      expect(twice.adjustments).toEqual([]);
      expect(twice.refusals).toEqual([]);
      expect(new Map(twice.locks)).toEqual(new Map(once.locks));
    });
  });

  test('have every forced field locked, with a reason that is a sentence', () => {
    run((asked) => {
      const { locks, adjustments, settings } = applyTrackingRules(asked);
      for (const rule of trackingRules.filter(({ when }) => when(settings)))
        for (const path of [...(Object.keys(rule.forces) as SettingPath[]), ...rule.locks])
          expect(locks.has(path)).toBe(true);
      for (const { path, because, from, to } of adjustments) {
        expect(locks.has(path)).toBe(true);
        expect(because).toMatch(/^[A-Z].*\.$/);
        expect([from, to]).toEqual([getSetting(asked, path), getSetting(settings, path)]);
      }
      for (const reason of locks.values()) expect(reason).toMatch(/^[A-Z].*\.$/);
    });
  });

  test('keep what no rule speaks about', () => {
    run((asked) => {
      const { settings } = applyTrackingRules(asked);
      expect(settings.owner).toEqual(asked.owner);
      expect(settings.gtdNumber).toEqual(asked.gtdNumber);
      expect(settings.inventoryProfile).toEqual(asked.inventoryProfile);
      expect(settings.registerSerialsBeforeConsumption).toBe(asked.registerSerialsBeforeConsumption);
      expect(settings.batchNumber.active).toBe(asked.batchNumber.active);
      expect(settings.serialNumber.activeInSalesProcess).toBe(asked.serialNumber.activeInSalesProcess);
    });
  });

  test('a form that changes only what is not locked always shows what was chosen and can always be saved', () => {
    fc.assert(
      fc.property(anySettings, fc.array(anyChange, { maxLength: 15 }), (start, changes) => {
        let chosen = applyTrackingRules(start).settings;
        for (const { path, value } of changes) {
          const before = applyTrackingRules(chosen);
          if (before.locks.has(path)) continue;
          chosen = changeSetting(chosen, path, value);
          const shown = applyTrackingRules(chosen).settings;
          expect(getSetting(shown, path)).toBe(value);
          if (getSetting(before.settings, path) === value) expect(shown).toEqual(before.settings);
          expect(applyTrackingRules(shown).refusals).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the rules', () => {
  const all = [...trackingRules, ...trackingRefusals, ...trackingTransitions];

  test('have an id of their own and a source', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ source }) => source.trim() === '')).toEqual([]);
  });

  test('each one holds for some settings', () => {
    const held = new Set<string>();
    const sample = [...table.map((row) => settingsOf(row)), ...fc.sample(anySettings, 200)];
    for (const settings of sample)
      for (const { id, when } of [...trackingRules, ...trackingRefusals]) if (when(settings)) held.add(id);
    expect([...trackingRules, ...trackingRefusals].filter(({ id }) => !held.has(id))).toEqual([]);
  });

  test.each([
    ['Picking', 'Selected because Capture serial number is Picking.'],
    ['Packing', 'Selected because Capture serial number is Packing.'],
  ] as const)('say why the blank fields are held under %s', (capture, reason) => {
    const { locks } = applyTrackingRules(
      settingsWith({ 'serialNumber.active': true, captureSerialNumber: capture }),
    );
    expect(locks.get('serialNumber.blankReceiptAllowed')).toBe(reason);
    expect(locks.get('serialNumber.blankIssueAllowed')).toBe(reason);
  });

  test('primary stocking clears both blank fields of the batch number too', () => {
    const { settings, locks } = applyTrackingRules(
      settingsWith({
        'batchNumber.active': true,
        'batchNumber.primaryStocking': true,
        'batchNumber.blankReceiptAllowed': true,
        'batchNumber.blankIssueAllowed': true,
      }),
    );
    expect(settings.batchNumber).toMatchObject({ blankReceiptAllowed: false, blankIssueAllowed: false });
    expect(locks.has('batchNumber.blankReceiptAllowed') && locks.has('batchNumber.blankIssueAllowed')).toBe(
      true,
    );
  });
});
