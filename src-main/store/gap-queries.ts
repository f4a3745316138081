import { sql, type RawBuilder } from 'kysely';
import { gapVerdicts, type RowVerdict } from '../domain/verdict.ts';
import { query, type Store } from './store.ts';
import { hasVerdict, verdictAge, verdictRank, verdictSince } from './verdict-sql.ts';

const keys: Readonly<Record<'location' | 'batch' | 'order', RawBuilder<unknown>>> = {
  location: sql`o.warehouse || char(31) || o.location`,
  batch: sql`o.item_number || char(31) || o.batch_number`,
  order: sql`coalesce((SELECT r.number FROM order_lines l JOIN orders r ON r.id = l.order_id WHERE l.id = o.order_line_id), '')`,
};

/** What gaps can be cut by that the kept sums do not know: one look at the rows. */
export type RowCut = keyof typeof keys;

const inWarehouse = (warehouse: string | undefined): RawBuilder<unknown> =>
  warehouse === undefined ? sql`1` : sql`o.warehouse = ${warehouse}`;

/** Gaps of one verdict under one key. A key of two parts has the sign U+001F between them. */
export interface KeyedGap {
  readonly key: string;
  readonly verdict: RowVerdict;
  readonly rows: number;
  readonly quantity: number;
}

/** The gaps by a dimension of their rows. */
export function gapsBy(store: Store, by: RowCut, warehouse: string | undefined): readonly KeyedGap[] {
  const some = gapVerdicts.map((verdict) => {
    const quantity =
      verdict === 'Due'
        ? sql`coalesce((SELECT a.quantity FROM awaited_stock a WHERE a.stock_id = o.id), o.quantity)`
        : sql`o.quantity`;
    return sql`SELECT ${keys[by]} AS key, ${sql.lit(verdict)} AS verdict, count(*) AS rows, sum(${quantity}) AS quantity
      FROM on_hand o WHERE ${hasVerdict(verdict)} AND ${inWarehouse(warehouse)} GROUP BY 1`;
  });
  return store.all(sql<KeyedGap>`${sql.join(some, sql` UNION ALL `)}`.compile(query));
}

/** Ids of the rows that have a gap, the worst first, then the oldest. */
export function gapIds(store: Store, warehouse: string | undefined): readonly number[] {
  const built = sql<{ id: number }>`SELECT o.id AS id FROM on_hand o
    WHERE (${sql.join(gapVerdicts.map(hasVerdict), sql` OR `)}) AND ${inWarehouse(warehouse)}
    ORDER BY ${verdictRank}, ${verdictSince}, o.id`;
  return store.all(built.compile(query)).map(({ id }) => id);
}

/** Overdue stock of one warehouse by its age in whole days. */
export interface OverdueAge {
  readonly warehouse: string;
  readonly age: number;
  readonly rows: number;
  readonly quantity: number;
}

/** How long what is Overdue has been so. */
export function overdueAges(store: Store): readonly OverdueAge[] {
  return store.all(
    sql<OverdueAge>`SELECT o.warehouse AS warehouse, max(0, ${verdictAge}) AS age, count(*) AS rows,
        sum(o.quantity) AS quantity
      FROM on_hand o WHERE ${hasVerdict('Overdue')} GROUP BY 1, 2`.compile(query),
  );
}
