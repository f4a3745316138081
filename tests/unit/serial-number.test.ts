import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invalidReasons, type StoredUnit } from '../../src-main/domain/invalid-reasons.ts';
import { anySettings, settingsWith } from '../fixtures/tracking-settings.ts';

const unit = (change: Partial<StoredUnit> = {}): StoredUnit => ({
  serialNumber: 'SN-1',
  quantity: 1000,
  duplicate: false,
  ...change,
});

const tracked = settingsWith({ 'serialNumber.active': true });
const controlled = settingsWith({ 'serialNumber.active': true, serialNumberControl: true });
const salesProcess = settingsWith({ 'serialNumber.activeInSalesProcess': true, serialNumberControl: true });

describe('a stored row', () => {
  test.each([
    ['a serial', unit(), controlled, 20],
    ['a blank of many', unit({ serialNumber: '', quantity: 40_000 }), controlled, 20],
    ['a blank among blanks', unit({ serialNumber: ' ', quantity: 1000 }), controlled, 20],
    ['five of one serial without serial number control', unit({ quantity: 5000 }), tracked, 20],
    ['a serial of exactly 20 characters', unit({ serialNumber: 'x'.repeat(20) }), tracked, 20],
    ['20 signs of two units each', unit({ serialNumber: '😀'.repeat(20) }), tracked, 20],
    ['a long serial where 60 are allowed', unit({ serialNumber: 'x'.repeat(60) }), tracked, 60],
    ['half a unit of an untracked item', unit({ serialNumber: '', quantity: 500 }), settingsWith({}), 20],
    ['a blank of an item in the sales process', unit({ serialNumber: '', quantity: 500 }), salesProcess, 20],
    ['a blank of an unknown group', unit({ serialNumber: '' }), undefined, 20],
  ])('is in order: %s', (_name, row, settings, length) => {
    expect(invalidReasons(row, settings, length, '')).toEqual([]);
  });

  test.each([
    ['a serial too long', unit({ serialNumber: 'x'.repeat(21) }), tracked, 20, [/longer than 20/]],
    ['a serial too long for 60', unit({ serialNumber: 'x'.repeat(61) }), tracked, 60, [/longer than 60/]],
    ['five under control', unit({ quantity: 5000 }), controlled, 20, [/More than one unit/]],
    ['a duplicate', unit({ duplicate: true }), tracked, 20, [/another row of this item/]],
    ['a serial of an untracked item', unit(), settingsWith({}), 20, [/not tracked/]],
    ['a serial of an item in the sales process', unit(), salesProcess, 20, [/not tracked/]],
    ['a serial of an unknown group', unit(), undefined, 20, [/not tracked/]],
    ['half a serial', unit({ quantity: 500 }), controlled, 20, [/not whole/]],
    ['half a blank', unit({ serialNumber: '', quantity: 1500 }), tracked, 20, [/not whole/]],
    [
      'everything at once',
      unit({ serialNumber: 'x'.repeat(21), quantity: 1500, duplicate: true }),
      controlled,
      20,
      [/not whole/, /longer/, /More than one/, /another row/],
    ],
  ])('is Invalid: %s', (_name, row, settings, length, reasons) => {
    const found = invalidReasons(row, settings, length, '');
    expect(found).toHaveLength(reasons.length);
    found.forEach((reason, index) => expect(reason).toMatch(reasons[index] ?? /never/));
  });

  test('says every reason in a sentence, and a blank is never a duplicate', () => {
    const row = fc.record({
      serialNumber: fc.constantFrom('', ' ', 'A', 'x'.repeat(30)),
      quantity: fc.integer({ min: 1, max: 5000 }),
      duplicate: fc.boolean(),
    });
    fc.assert(
      fc.property(row, fc.option(anySettings, { nil: undefined }), (one, settings) => {
        const reasons = invalidReasons(one, settings, 20, '');
        for (const reason of reasons) expect(reason).toMatch(/^(The|More) .*\.$/);
        if (one.serialNumber.trim() === '') expect(reasons.join()).not.toMatch(/another row|tracked by/);
      }),
    );
  });
});
