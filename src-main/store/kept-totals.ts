import { createVerdictTotals, type AlikeStock, type VerdictTotal } from '../domain/verdict-totals.ts';
import type { RowVerdict } from '../domain/verdict.ts';
import type { Store } from './store.ts';
import { verdictSums, type SumSubject, type VerdictSum } from './verdict-sums.ts';

/** Verdicts of one warehouse, item or group. */
export interface SubjectTotals {
  readonly subject: string;
  readonly totals: readonly VerdictTotal[];
}

/** The totals by verdict of each warehouse, item or group, from the kept sums. */
export function totalsBy(
  store: Store,
  by: SumSubject,
  warehouse: string | undefined,
): readonly SubjectTotals[] {
  const found = new Map<string, ReturnType<typeof createVerdictTotals>>();
  for (const sum of verdictSums(store, by, warehouse)) {
    const totals = found.get(sum.subject) ?? createVerdictTotals();
    found.set(sum.subject, totals);
    totals.add(alike(sum));
  }
  return [...found].map(([subject, { totals }]) => ({ subject, totals: totals() }));
}

function alike(sum: VerdictSum): AlikeStock {
  const { tracked, capture, blankReceiptAllowed, warehouseProcesses } = sum;
  return {
    ...sum,
    blank: sum.blank === 1,
    policy:
      tracked === 1 && capture !== null
        ? {
            capture,
            blankReceiptAllowed: blankReceiptAllowed === 1,
            warehouseProcesses: warehouseProcesses === 1,
          }
        : undefined,
  };
}

/**
 * Keeps the totals as they are now, for the trend.
 * @param day as `2026-11-24`, in UTC.
 * @param eventId the import after which they stand so; 0 for the end of a day.
 */
export function keepTotals(store: Store, day: string, eventId: number): void {
  store.runSql('DELETE FROM kept_totals WHERE day = ? AND event_id = ?', [day, eventId]);
  const { lastInsertRowid: id } = store.runSql(
    `INSERT INTO kept_totals (day, event_id, at) VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,
    [day, eventId],
  );
  for (const { subject, totals } of totalsBy(store, 'warehouse', undefined))
    for (const { verdict, rows, quantity } of totals)
      store.runSql(
        'INSERT INTO kept_verdicts (totals_id, warehouse, verdict, rows, quantity) VALUES (?, ?, ?, ?, ?)',
        [id, subject, verdict, rows, quantity],
      );
}

/** Keeps the totals of the day on which the data last changed, before the first change of another day. */
export function keepLastDay(store: Store): void {
  const [{ today, last } = { today: '', last: null }] = store.allSql<{ today: string; last: string | null }>(
    `SELECT date('now') AS today, (SELECT value ->> '$' FROM app_settings WHERE key = 'changed-on') AS last`,
  );
  if (today === last) return;
  if (last !== null) keepTotals(store, last, 0);
  store.runSql(
    `INSERT INTO app_settings (key, value) VALUES ('changed-on', json_quote(?))
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [today],
  );
}

/** A verdict of a warehouse, or of all, on a day. */
export interface KeptVerdict {
  readonly day: string;
  readonly verdict: RowVerdict;
  readonly quantity: number;
}

/** What was kept since a day, and the last before it: of each day what stood at its end, else after its last import. */
export function keptVerdicts(
  store: Store,
  since: string,
  warehouse: string | undefined,
): readonly KeptVerdict[] {
  return store.allSql(
    `WITH ends AS (SELECT day, id, row_number() OVER (PARTITION BY day ORDER BY event_id = 0 DESC, id DESC) AS nth
       FROM kept_totals WHERE day >= coalesce((SELECT max(day) FROM kept_totals WHERE day < ?), ''))
     SELECT e.day, v.verdict, sum(v.quantity) AS quantity
     FROM ends e JOIN kept_verdicts v ON v.totals_id = e.id
     WHERE e.nth = 1 ${warehouse === undefined ? '' : 'AND v.warehouse = ?'}
     GROUP BY e.day, v.verdict ORDER BY e.day`,
    [since, ...(warehouse === undefined ? [] : [warehouse])],
  );
}
