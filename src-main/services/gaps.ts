import {
  agingBuckets,
  MAX_CUT_LINES,
  TREND_DAYS,
  type GapCut,
  type GapCutLine,
  type GapCutLines,
  type GapScope,
  type GapTotals,
  type LateWarehouse,
  type OverdueAging,
  type TrendDay,
} from '../domain/gaps.ts';
import { nameKey } from '../domain/name-key.ts';
import type { VerdictTotal } from '../domain/verdict-totals.ts';
import type { WarehouseDuty } from '../domain/warehouse-duty.ts';
import { gapVerdicts, rowVerdictNames, type RowVerdict } from '../domain/verdict.ts';
import { listDuties } from '../store/duty-queries.ts';
import { gapsBy, overdueAges, type OverdueAge, type RowCut } from '../store/gap-queries.ts';
import { keptVerdicts, totalsBy, type SubjectTotals } from '../store/kept-totals.ts';
import type { ServiceContext } from './context.ts';
import { createRevisionCache } from './revision-cache.ts';

/** Use cases of the Gaps page. */
export interface GapService {
  /** What stands under which verdict, in all and by warehouse. */
  totals(scope: GapScope): GapTotals;
  /** The gaps by item, location, group, batch or order: the lines with the most units first. */
  cut(scope: GapScope & { readonly by: GapCut }): GapCutLines;
  /** How long what is Overdue has been so, and where it is late. */
  aging(scope: GapScope): OverdueAging;
  /** The units of each verdict at the end of each of the last days, today's as they are now. */
  trend(scope: GapScope): readonly TrendDay[];
}

/** Makes the service. */
export function createGapService({ store, now }: Pick<ServiceContext, 'store' | 'now'>): GapService {
  const kept = createRevisionCache(store, () => dayOf(now()));
  const warehouses = ({ warehouse }: GapScope): readonly SubjectTotals[] =>
    kept(`totals ${warehouse ?? '*'}`, () => totalsBy(store, 'warehouse', warehouse));
  const ages = (): readonly OverdueAge[] => kept('ages', () => overdueAges(store));
  return {
    totals: (scope) => {
      const found = warehouses(scope);
      return {
        totals: addUp(found),
        warehouses: found
          .map(({ subject, totals }) => ({ warehouse: subject, totals }))
          .toSorted((one, other) => (one.warehouse < other.warehouse ? -1 : 1)),
      };
    },
    cut: ({ by, warehouse }) =>
      kept(`cut ${by} ${warehouse ?? '*'}`, () =>
        linesOf(
          by === 'item' || by === 'group'
            ? totalsBy(store, by, warehouse).map(({ subject, totals }) => ({
                ...keyOf(by, subject),
                totals: totals.filter(({ verdict }) => isGap(verdict)),
              }))
            : linesByRow(by, gapsBy(store, by, warehouse)),
        ),
      ),
    aging: ({ warehouse }) => {
      const found = ages().filter((one) => warehouse === undefined || one.warehouse === warehouse);
      return {
        buckets: agingBuckets.map(({ least, most, label }) => {
          const some = found.filter(({ age }) => age >= least && (most === null || age <= most));
          return { label, rows: sum(some, 'rows'), quantity: sum(some, 'quantity') };
        }),
        late: lateOf(found, listDuties(store)),
      };
    },
    trend: (scope) => {
      const today = dayOf(now());
      return trendOf(
        today,
        keptVerdicts(store, dayBefore(today, TREND_DAYS - 1), scope.warehouse),
        addUp(warehouses(scope)),
      );
    },
  };
}

const isGap = (verdict: RowVerdict): boolean => gapVerdicts.some((gap) => gap === verdict);

const sum = <Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  rows.reduce((total, row) => total + row[key], 0);

function addUp(found: readonly SubjectTotals[]): readonly VerdictTotal[] {
  const all = found.flatMap(({ totals }) => totals);
  return rowVerdictNames
    .map((verdict) => {
      const some = all.filter((one) => one.verdict === verdict);
      return { verdict, rows: sum(some, 'rows'), quantity: sum(some, 'quantity') };
    })
    .filter(({ rows }) => rows !== 0);
}

function keyOf(by: GapCut, key: string): Omit<GapCutLine, 'totals'> {
  const [first = '', second = ''] = key.split('\u001f');
  switch (by) {
    case 'item':
      return { itemNumber: key, warehouse: '', value: key };
    case 'location':
      return { itemNumber: '', warehouse: first, value: second };
    case 'batch':
      return { itemNumber: first, warehouse: '', value: second };
    default:
      return { itemNumber: '', warehouse: '', value: key };
  }
}

function linesByRow(by: RowCut, gaps: ReturnType<typeof gapsBy>): readonly GapCutLine[] {
  const lines = new Map<string, VerdictTotal[]>();
  for (const { key, verdict, rows, quantity } of gaps) {
    const known = lines.get(key);
    if (known === undefined) lines.set(key, [{ verdict, rows, quantity }]);
    else known.push({ verdict, rows, quantity });
  }
  return [...lines].map(([key, totals]) => ({ ...keyOf(by, key), totals }));
}

function linesOf(all: readonly GapCutLine[]): GapCutLines {
  const lines = all.filter(({ totals }) => totals.length > 0);
  const most = lines.toSorted((one, other) => sum(other.totals, 'quantity') - sum(one.totals, 'quantity'));
  return { lines: most.slice(0, MAX_CUT_LINES), total: lines.length };
}

function lateOf(ages: readonly OverdueAge[], duties: readonly WarehouseDuty[]): readonly LateWarehouse[] {
  const agreed = new Map(duties.map((duty) => [nameKey(duty.warehouse), duty]));
  return [...new Set(ages.map(({ warehouse }) => warehouse))].sort().map((warehouse) => {
    const own = ages.filter((one) => one.warehouse === warehouse);
    const { responsible = '', dueDays = null } = agreed.get(nameKey(warehouse)) ?? {};
    const late = dueDays === null ? [] : own.filter(({ age }) => age > dueDays);
    return {
      warehouse,
      responsible,
      dueDays,
      rows: sum(late, 'rows'),
      quantity: sum(late, 'quantity'),
      oldest: Math.max(...own.map(({ age }) => age)),
    };
  });
}

/** What stood at the end of a day stands until the next day on which anything was kept: nothing changed between. */
function trendOf(
  today: string,
  kept: ReturnType<typeof keptVerdicts>,
  now: readonly VerdictTotal[],
): readonly TrendDay[] {
  const byDay = new Map<string, Partial<Record<RowVerdict, number>>>();
  for (const { day, verdict, quantity } of kept) byDay.set(day, { ...byDay.get(day), [verdict]: quantity });
  const first = [...byDay.keys()][0];
  const days = Array.from({ length: TREND_DAYS }, (_, index) => dayBefore(today, TREND_DAYS - 1 - index));
  let standing = first !== undefined && first < (days[0] ?? '') ? byDay.get(first) : undefined;
  const trend: TrendDay[] = [];
  for (const day of days) {
    standing = byDay.get(day) ?? standing;
    if (day === today) standing = Object.fromEntries(now.map(({ verdict, quantity }) => [verdict, quantity]));
    if (standing !== undefined) trend.push({ day, quantities: standing });
  }
  return trend;
}

const DAY_MS = 24 * 60 * 60 * 1000;

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

const dayBefore = (day: string, days: number): string => dayOf(new Date(Date.parse(day) - days * DAY_MS));
