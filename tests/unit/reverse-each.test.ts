import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src-main/domain/problem.ts';
import { stockDifferences, sumDifferences } from '../../src-main/store/ledger-check-queries.ts';
import { reverseEach, type ReversedEach } from '../../src-main/store/reverse-each.ts';
import { countStatements } from '../fixtures/count-statements.ts';
import {
  act,
  between,
  happen,
  keyAt,
  onDay,
  openReversalDesk,
  places,
  rowOf,
  wantedUnits,
  type ReversalDesk,
} from '../fixtures/reversal-desk.ts';
import { expectRecounted } from '../fixtures/verdict-recount.ts';

const tables = [
  'on_hand',
  'past_on_hand',
  'on_hand_sums',
  'on_hand_marks',
  'inventory_events',
  'inventory_transactions',
  'awaited_stock',
  'order_lines',
  'containers',
  'pick_work',
] as const;

/** All that the data says, row for row; what is settled takes the clock's time. */
function said({ flow }: ReversalDesk): unknown {
  return Object.fromEntries(
    tables.map((table) => {
      const rows = flow.desk.store.allSql<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY 1, 2`);
      return [
        table,
        rows.map((row) => {
          const clock = 'since' in row && !String(row['since']).startsWith('2026-01-');
          return clock ? { ...row, since: 'now' } : row;
        }),
      ];
    }),
  );
}

/** What reversing all at once would answer; nothing stays. */
function wouldAnswer({ flow }: ReversalDesk, actionId: number): ReversedEach {
  const { store } = flow.desk;
  let answer: ReversedEach | undefined;
  class Looked extends Error {}
  try {
    store.transaction(() => {
      answer = reverseEach(store, onDay(30), actionId, 1);
      throw new Looked();
    });
  } catch (error) {
    if (!(error instanceof Looked)) throw error;
  }
  return answer ?? expect.fail('It did not answer.');
}

const refused = (error: unknown): string => {
  if (error instanceof DomainError) return `${error.code}: ${error.message}`;
  throw error;
};

const answers = new Map<string, number>();

describe('what is taken back at once', () => {
  /** `DESK_REVERSALS=2000` runs more by hand. */
  const RUNS = Number(process.env['DESK_REVERSALS'] ?? 60);

  it('is what taking back each event by itself says, to the row and to the word', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: places.length, maxLength: places.length }),
        fc.constantFrom('capture' as const, 'exception' as const, 'both' as const),
        wantedUnits,
        fc.array(between, { maxLength: 5, size: 'max' }),
        async (standing, kind, wanted, happening) => {
          const desks = [openReversalDesk(standing, 1), openReversalDesk(standing, Number.MAX_SAFE_INTEGER)];
          const [one, other] = desks;
          if (one === undefined || other === undefined) return;
          try {
            const ends: string[] = [];
            for (const desk of desks) {
              const actionId = act(desk, kind, wanted);
              if (actionId === undefined) return;
              for (const [index, step] of happening.entries())
                // What is refused here is refused in both.
                await happen(desk, actionId, 11 + index, step).catch(refused);
              if (desk === one) {
                const answer = wouldAnswer(desk, actionId).kind;
                answers.set(answer, (answers.get(answer) ?? 0) + 1);
              }
              const end = await desk.transactions
                .reverseAction(actionId)
                .then((done) => `reversed by ${done.actionId}`, refused);
              ends.push(end);
            }
            expect(ends[0]).toBe(ends[1]);
            expect(said(one)).toEqual(said(other));
            expect(stockDifferences(one.flow.desk.store, 5)).toEqual({ count: 0, first: [] });
            expect(sumDifferences(one.flow.desk.store, 5)).toEqual({ count: 0, first: [] });
            expectRecounted(one.flow.desk.store);
          } finally {
            for (const { flow } of desks) flow.desk.remove();
          }
        },
      ),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('was tried on actions that are taken back at once, and on some that are refused', () => {
    expect(answers.get('reversed') ?? 0).toBeGreaterThan(RUNS / 5);
    expect(answers.get('blocked') ?? 0).toBeGreaterThan(0);
  });
});

describe('very many of them', () => {
  /** A desk with so many captured units of one place, and the action that captured them. */
  const captured = (units: number): { readonly desk: ReversalDesk; readonly actionId: number } => {
    const desk = openReversalDesk([units, 0, 0, 0, units]);
    const wanted = Array.from({ length: units }, () => ({ item: 'A', place: 4, units: 1 }));
    return { desk, actionId: act(desk, 'capture', wanted) ?? expect.fail('Nothing was captured.') };
  };

  it('are taken back in as many statements as a few hundred, and leave the stock as it was', async () => {
    const counts: number[] = [];
    for (const units of [300, 1500]) {
      const { desk, actionId } = captured(units);
      try {
        counts.push(
          await countStatements(desk.flow.desk.store, () => desk.transactions.reverseAction(actionId)),
        );
        expect(rowOf(desk, keyAt('A', 4))?.quantity).toBe(units * 1000);
        expect(desk.flow.desk.stock('A').filter(({ key }) => key.serialNumber !== '')).toEqual([]);
        await expect(desk.transactions.reverseAction(actionId)).rejects.toThrow('was taken back already');
      } finally {
        desk.flow.desk.remove();
      }
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThan(60);
  });

  it('are refused where a later event has taken one of them further, or its container is closed', async () => {
    const { desk, actionId } = captured(300);
    try {
      const { store } = desk.flow.desk;
      const serials = desk.flow.desk.stock('A').filter(({ key }) => key.serialNumber !== '');
      const before = said(desk);
      await happen(desk, actionId, 11, { do: 'close' });
      await expect(desk.transactions.reverseAction(actionId)).rejects.toThrow(
        'C-3 is closed. Reopen it first.',
      );
      store.change(() => store.runSql("UPDATE containers SET closed_at = ''"));
      expect(said(desk)).toEqual(before);
      const moved = desk.post(12, (posting) => {
        posting.event('move');
        for (const { id, key } of serials.slice(10, 12))
          posting.move(id, { ...key, location: 'BULK-9' }, 1000);
        return posting.actionId();
      });
      await expect(desk.transactions.reverseAction(actionId)).rejects.toThrow(
        /^Serial captured of 2026-01-10 08:00 cannot be reversed: Move of 2026-01-12 08:00 has taken A S11 further\./,
      );
      await desk.transactions.reverseAction(moved);
      await desk.transactions.reverseAction(actionId);
      expect(rowOf(desk, keyAt('A', 4))?.quantity).toBe(300_000);
    } finally {
      desk.flow.desk.remove();
    }
  });
});
