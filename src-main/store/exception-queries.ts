import { sql, type RawBuilder } from 'kysely';
import type {
  ExceptionColumn,
  ExceptionFilter,
  ExceptionPageInput,
  ExceptionSort,
  StockException,
} from '../domain/stock-exception.ts';
import { exceptionColumns } from '../domain/stock-exception.ts';
import { conditionTest, like, likePattern } from './grid-condition.ts';
import { query, type Store } from './store.ts';

type Fragment = RawBuilder<unknown>;
type ColumnKey = ExceptionColumn['key'];

/** What the queries must be told, because SQL does not know it. */
export interface ExceptionFacts {
  /** ISO time in UTC: the present. */
  readonly now: string;
  /** Warehouses as their stock spells them, each with who is responsible. */
  readonly responsible: readonly (readonly [warehouse: string, responsible: string])[];
}

/** An exception as it is stored. */
export type StoredException = Omit<StockException, 'holding'> & {
  readonly inTransit: 0 | 1;
  readonly containerId: number;
  readonly orderLineId: number;
};

/** The expression of each column, for the tables of `fromOf`. */
const expressionsOf = ({ now }: ExceptionFacts): Readonly<Record<ColumnKey, Fragment>> => ({
  itemNumber: sql`o.item_number`,
  productName: sql`coalesce(i.name, '')`,
  warehouse: sql`o.warehouse`,
  location: sql`o.location`,
  licensePlate: sql`o.license_plate`,
  batchNumber: sql`o.batch_number`,
  quantity: sql`o.quantity`,
  reason: sql`coalesce(e.reason, '')`,
  recordedBy: sql`coalesce(e.user, '')`,
  recorded: sql`strftime('%Y-%m-%d', e.at, 'localtime')`,
  age: sql`max(0, CAST(julianday(${now}) - julianday(e.at) AS INTEGER))`,
  responsible: sql`coalesce(d.responsible, '')`,
  heldFor: sql`coalesce(r.number, '')`,
});

/** What a sort by a column looks at, where that is not what it shows: events are numbered in their order. */
const sortedBy: Partial<Readonly<Record<ColumnKey, Fragment>>> = {
  recorded: sql`o.exception_id`,
  age: sql`-o.exception_id`,
};

/** Columns that the filter box looks into. */
const searched: readonly ColumnKey[] = [
  'itemNumber',
  'productName',
  'warehouse',
  'location',
  'licensePlate',
  'batchNumber',
  'reason',
  'recordedBy',
];

/** The exceptions with all that is known of them. A table that nothing asks for is not looked at. */
function fromOf({ responsible }: ExceptionFacts, columns: ReadonlySet<ColumnKey>): Fragment {
  const duties = sql`LEFT JOIN (SELECT value ->> 0 AS warehouse, value ->> 1 AS responsible
    FROM json_each(${JSON.stringify(responsible)})) d ON d.warehouse = o.warehouse`;
  return sql`on_hand o LEFT JOIN inventory_events e ON e.id = o.exception_id
    LEFT JOIN items i ON i.item_number = o.item_number
    LEFT JOIN order_lines l ON l.id = o.order_line_id LEFT JOIN orders r ON r.id = l.order_id
    ${columns.has('responsible') ? duties : sql``}`;
}

function whereOf({ search, conditions }: ExceptionFilter, facts: ExceptionFacts): Fragment {
  const expressions = expressionsOf(facts);
  const parts = [
    sql`o.exception_id <> 0`,
    ...conditions.map((condition) => conditionTest(condition, expressions[condition.column])),
  ];
  if (search !== '') {
    const pattern = likePattern(search);
    parts.push(
      sql`(${sql.join(
        searched.map((column) => like(expressions[column], pattern)),
        sql` OR `,
      )})`,
    );
  }
  return sql.join(parts, sql` AND `);
}

function orderOf(sort: ExceptionSort, facts: ExceptionFacts): Fragment {
  const expressions = expressionsOf(facts);
  const parts = sort.map(
    ({ column, descending }) =>
      sql`${sortedBy[column] ?? expressions[column]} COLLATE NOCASE ${descending ? sql`DESC` : sql`ASC`}`,
  );
  return sql.join([...parts, sql`o.exception_id, o.id`]);
}

const filtered = ({ conditions }: ExceptionFilter): readonly ColumnKey[] =>
  conditions.map(({ column }) => column);

const all: ReadonlySet<ColumnKey> = new Set(exceptionColumns.map(({ key }) => key));

/** How many exceptions a filter finds. */
export function countExceptions(store: Store, filter: ExceptionFilter, facts: ExceptionFacts): number {
  const counted = store.first(
    sql<{ total: number }>`SELECT count(*) AS total FROM ${fromOf(facts, new Set(filtered(filter)))}
      WHERE ${whereOf(filter, facts)}`.compile(query),
  );
  return counted?.total ?? 0;
}

/** A stretch of the filtered and sorted exceptions. */
export function exceptionRows(
  store: Store,
  { filter, sort, offset, limit }: ExceptionPageInput,
  facts: ExceptionFacts,
): readonly StoredException[] {
  const used = new Set([...filtered(filter), ...sort.map(({ column }) => column)]);
  const columns = Object.entries(expressionsOf(facts)).map(
    ([key, expression]) => sql`${expression} AS ${sql.ref(key)}`,
  );
  return store.all(
    // The ids first: what a row shows is worked out for the rows of this page only.
    sql<StoredException>`SELECT o.id AS id, o.exception_id AS "eventId", ${sql.join(columns)},
        o.in_transit AS "inTransit", o.container_id AS "containerId", o.order_line_id AS "orderLineId"
      FROM (SELECT id, row_number() OVER () AS position FROM (SELECT o.id FROM ${fromOf(facts, used)}
        WHERE ${whereOf(filter, facts)} ORDER BY ${orderOf(sort, facts)} LIMIT ${limit} OFFSET ${offset})) p
      CROSS JOIN ${fromOf(facts, all)} WHERE o.id = p.id ORDER BY p.position`.compile(query),
  );
}

/** All exceptions of a filter and sort, one after the other, as values in the order of the columns. */
export function exceptionValues(
  store: Store,
  filter: ExceptionFilter,
  sort: ExceptionSort,
  columns: readonly ColumnKey[],
  facts: ExceptionFacts,
): IterableIterator<unknown[]> {
  const expressions = expressionsOf(facts);
  return store.iterate(
    sql`SELECT ${sql.join(columns.map((column) => expressions[column]))} FROM ${fromOf(facts, all)}
      WHERE ${whereOf(filter, facts)} ORDER BY ${orderOf(sort, facts)}`.compile(query),
  );
}

/** The reasons of the exceptions there are, the most frequent first. */
export function exceptionReasons(store: Store, most: number): readonly string[] {
  return store
    .allSql<{ reason: string }>(
      `SELECT e.reason FROM on_hand o JOIN inventory_events e ON e.id = o.exception_id
       WHERE o.exception_id <> 0 GROUP BY e.reason ORDER BY count(*) DESC, e.reason LIMIT ?`,
      [most],
    )
    .map(({ reason }) => reason);
}
