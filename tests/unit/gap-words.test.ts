import { describe, expect, test } from 'vitest';
import { agingBuckets, gapCuts, type GapCutLine, type LateWarehouse } from '../../src-main/domain/gaps.ts';
import type { VerdictTotal } from '../../src-main/domain/verdict-totals.ts';
import { gapVerdicts, type RowVerdict } from '../../src-main/domain/verdict.ts';
import { inWarehouse, ofAge, ofLine, olderThan, onHandOf } from '../../src-renderer/pages/gaps/gap-links.ts';
import { countWords, headlineOf } from '../../src-renderer/pages/gaps/gap-words.ts';
import {
  gapsAddress,
  gapsContent,
  gapsViewOf,
  settleGapsView,
  type GapsView,
} from '../../src-renderer/pages/gaps/gaps-view.ts';
import { readView } from '../../src-renderer/pages/on-hand/on-hand-view.ts';

const totals = (units: Partial<Record<RowVerdict, number>>): readonly VerdictTotal[] =>
  Object.entries(units).map(([verdict, quantity]) => ({
    verdict: verdict as RowVerdict,
    rows: 1,
    quantity: quantity * 1000,
  }));

const lateFor = (...ages: readonly number[]): readonly LateWarehouse[] =>
  ages.map((oldest, index) => ({
    warehouse: String(index),
    responsible: '',
    dueDays: null,
    rows: 0,
    quantity: 0,
    oldest,
  }));

describe('the sentence on top', () => {
  test.each([
    [
      { Overdue: 412 },
      ['61', '62', '63'],
      lateFor(3, 41),
      '412 units are overdue in 3 warehouses; the oldest for 41 days.',
    ],
    [{ Overdue: 1 }, ['61'], lateFor(0), '1 unit is overdue in warehouse 61; the oldest since today.'],
    [{ Overdue: 2 }, [''], lateFor(1), '2 units are overdue without a warehouse; the oldest for 1 day.'],
    [{ Overdue: 2 }, ['61', '62'], undefined, '2 units are overdue in 2 warehouses.'],
    [
      { Overdue: 12.5, Invalid: 1, Exception: 3, Due: 1234 },
      ['61'],
      lateFor(2),
      '12.5 units are overdue in warehouse 61; the oldest for 2 days. Besides, 1 is invalid, 3 are recorded as exceptions and 1,234 are due.',
    ],
  ] as const)('names what is overdue: %o', (units, overdueIn, late, text) => {
    expect(headlineOf({ totals: totals(units), overdueIn, late })).toEqual({ tone: 'error', text });
  });

  test.each([
    [{ Invalid: 2, Due: 1 }, 'error', 'No unit is overdue; 2 are invalid and 1 is due.'],
    [{ Due: 5, Captured: 3 }, 'warning', 'No unit is overdue; 5 are due.'],
    [{ Captured: 3 }, 'success', 'No gaps: every serial number that should be there is there.'],
    [
      { Expected: 1 },
      'success',
      'No gaps: 1 unit is still blank, and a later step asks for the serial numbers.',
    ],
    [{ 'Not tracked': 9 }, 'success', 'No item here is tracked by serial number, so none can be missing.'],
    [{}, 'success', 'There is no stock here.'],
  ] as const)('says so where nothing is overdue: %o', (units, tone, text) => {
    expect(headlineOf({ totals: totals(units), overdueIn: [], late: [] })).toEqual({ tone, text });
  });

  test('counts in words', () => {
    expect([countWords(1, 'batch'), countWords(2, 'batch'), countWords(1234, 'row')]).toEqual([
      '1 batch',
      '2 batches',
      '1,234 rows',
    ]);
  });
});

describe('a link to On-hand is read there as it is meant:', () => {
  const read = (address: string): unknown =>
    readView(new URL(address, 'http://desk').searchParams).filter.conditions;
  const verdict = { column: 'verdict', operator: 'oneOf', values: ['Overdue'] };

  test('a verdict, in a warehouse, without a warehouse', () => {
    expect(read(onHandOf(['Overdue']))).toEqual([verdict]);
    expect(read(onHandOf(['Overdue'], ...inWarehouse('6 & 1')))).toEqual([
      { column: 'warehouse', operator: 'equals', value: '6 & 1' },
      verdict,
    ]);
    expect(read(onHandOf(['Overdue'], ...inWarehouse('')))).toEqual([
      { column: 'warehouse', operator: 'blank' },
      verdict,
    ]);
  });

  test.each(gapCuts)('a line of the cut by %s', (by) => {
    for (const value of ['Some', '']) {
      const line: GapCutLine = { itemNumber: 'A', warehouse: '61', value, totals: [] };
      const link = ofLine(by, line);
      const conditions = read(onHandOf(gapVerdicts, ...link)) as readonly unknown[];
      expect(conditions).toHaveLength(link.length + 1);
      expect(conditions).toEqual(expect.arrayContaining([...link]));
    }
  });

  test('every bar of the aging, and what is late', () => {
    expect(agingBuckets.flatMap((_bucket, index) => read(onHandOf(['Overdue'], ...ofAge(index))))).toEqual([
      { column: 'age', operator: 'between', number: 0, numberTo: 1 },
      verdict,
      { column: 'age', operator: 'between', number: 2, numberTo: 7 },
      verdict,
      { column: 'age', operator: 'between', number: 8, numberTo: 30 },
      verdict,
      { column: 'age', operator: 'gte', number: 31 },
      verdict,
    ]);
    expect(read(onHandOf(['Overdue'], olderThan(3)))).toContainEqual({
      column: 'age',
      operator: 'gt',
      number: 3,
    });
  });
});

describe('the view', () => {
  const views: readonly GapsView[] = [
    { warehouse: undefined, by: 'item', saved: undefined },
    { warehouse: '', by: 'order', saved: 7 },
    { warehouse: '61', by: 'batch', saved: undefined },
  ];

  test('comes back from its address and from what is saved', () => {
    for (const view of views) {
      expect(gapsAddress.read(gapsAddress.write(view))).toEqual(view);
      const { warehouse, by } = view;
      expect(gapsViewOf(settleGapsView(gapsContent(view)).view)).toEqual({ warehouse, by });
    }
    expect(gapsAddress.write(views[0] as GapsView).toString()).toBe('');
  });

  test('leaves out what makes no sense', () => {
    const odd = new URLSearchParams({ by: 'moon', warehouse: 'x'.repeat(300), view: '-1' });
    expect(gapsAddress.read(odd)).toEqual(views[0]);
  });
});
