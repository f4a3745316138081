import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignUnits, type UnitAsk } from '../../src-main/domain/assign-units.ts';

const given = (asks: readonly UnitAsk[], units: readonly (readonly [number, number])[]): readonly unknown[] =>
  assignUnits(asks, new Map(units));

describe('units are shared out', () => {
  it('in the order of the rows, who says more first', () => {
    expect(
      given(
        [
          { said: 0, needed: 3, rows: [1, 2] },
          { said: 1, needed: 2, rows: [1] },
        ],
        [
          [1, 3],
          [2, 5],
        ],
      ),
    ).toEqual([
      [
        [1, 1],
        [2, 2],
      ],
      [[1, 2]],
    ]);
  });

  it('so that who can do with another row makes room', () => {
    // One asks for a location, the other for a batch: only the first can go elsewhere.
    expect(
      given(
        [
          { said: 1, needed: 1, rows: [1, 2] },
          { said: 1, needed: 1, rows: [1] },
        ],
        [
          [1, 1],
          [2, 1],
        ],
      ),
    ).toEqual([[[2, 1]], [[1, 1]]]);
  });

  it('to as many as can have one, never more than there are', () => {
    const plan = fc.record({
      units: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 }),
      asks: fc.array(
        fc.record({
          said: fc.integer({ min: 0, max: 2 }),
          needed: fc.integer({ min: 1, max: 3 }),
          rows: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }),
        }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(plan, ({ units, asks: raw }) => {
        const asks = raw.map((ask) => ({ ...ask, rows: ask.rows.filter((row) => row < units.length) }));
        const found = assignUnits(asks, new Map(units.entries()));
        const used = units.map(() => 0);
        let total = 0;
        for (const [index, rows] of found.entries()) {
          const taken = rows.reduce((sum, [, some]) => sum + some, 0);
          expect(taken).toBeLessThanOrEqual(asks[index]?.needed ?? 0);
          for (const [row, some] of rows) {
            expect(asks[index]?.rows).toContain(row);
            used[row] = (used[row] ?? 0) + some;
          }
          total += taken;
        }
        for (const [row, some] of used.entries()) expect(some).toBeLessThanOrEqual(units[row] ?? 0);
        expect(total).toBe(mostPossible(asks, units));
      }),
      { numRuns: 500 },
    );
  });
});

/** Hall's theorem: what cannot be helped is the largest lack that any set of asks has. */
function mostPossible(asks: readonly UnitAsk[], units: readonly number[]): number {
  const all = asks.reduce((sum, { needed }) => sum + needed, 0);
  let lack = 0;
  for (let set = 0; set < 2 ** asks.length; set += 1) {
    const chosen = asks.filter((_, index) => (set & (1 << index)) !== 0);
    const rows = new Set(chosen.flatMap((ask) => ask.rows));
    const there = [...rows].reduce((sum, row) => sum + (units[row] ?? 0), 0);
    lack = Math.max(lack, chosen.reduce((sum, { needed }) => sum + needed, 0) - there);
  }
  return all - lack;
}
