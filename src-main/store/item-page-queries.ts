import { sql, type RawBuilder } from 'kysely';
import type { ItemFilter, ItemPageInput, ItemRow, ItemSort } from '../domain/item-query.ts';
import { conditionTest, like, likePattern } from './grid-condition.ts';
import { query, type Store } from './store.ts';

type Fragment = RawBuilder<unknown>;

const sumOf = (which: Fragment): Fragment =>
  sql`coalesce((SELECT sum(s.quantity) FROM on_hand_sums s WHERE s.item_number = i.item_number ${which}), 0)`;

/** The expression of each column, for `items i` with its groups `g` and `w` joined. */
const expressions: Readonly<Record<keyof ItemRow, Fragment>> = {
  itemNumber: sql`i.item_number`,
  name: sql`i.name`,
  trackingDimensionGroup: sql`coalesce(g.name, '')`,
  capture: sql`CASE WHEN g.serial_active OR json_extract(g.settings, '$.serialNumber.activeInSalesProcess')
    THEN g.capture ELSE '' END`,
  storageDimensionGroup: sql`i.storage_dimension_group`,
  warehouseProcesses: sql`CASE WHEN w.warehouse_processes = 0 THEN 'No' ELSE 'Yes' END`,
  serialNumberGroup: sql`i.serial_number_group`,
  batchNumberGroup: sql`i.batch_number_group`,
  inventoryUnit: sql`i.inventory_unit`,
  serialMask: sql`i.serial_mask`,
  onHandQuantity: sumOf(sql``),
  blankQuantity: sql`CASE WHEN g.serial_active THEN ${sumOf(sql`AND s.blank`)} ELSE 0 END`,
};

/** Columns that the search box looks into. */
const searched: readonly (keyof ItemRow)[] = [
  'itemNumber',
  'name',
  'trackingDimensionGroup',
  'storageDimensionGroup',
  'serialMask',
];

const from = sql`items i LEFT JOIN tracking_dimension_groups g ON g.id = i.group_id
  LEFT JOIN storage_dimension_groups w ON w.name = i.storage_dimension_group`;

function whereOf({ search, conditions }: ItemFilter): Fragment {
  const parts = conditions.map((condition) => conditionTest(condition, expressions[condition.column]));
  if (search !== '') {
    const pattern = likePattern(search);
    parts.push(
      sql`(${sql.join(
        searched.map((column) => like(expressions[column], pattern)),
        sql` OR `,
      )})`,
    );
  }
  return parts.length === 0 ? sql`1` : sql.join(parts, sql` AND `);
}

function orderOf(sort: ItemSort): Fragment {
  const parts = sort.map(
    ({ column, descending }) =>
      sql`${expressions[column]} COLLATE NOCASE ${descending ? sql`DESC` : sql`ASC`}`,
  );
  return sql.join([...parts, sql`i.item_number`]);
}

/** A stretch of the filtered and sorted items, and how many there are in all. */
export function itemPage(
  store: Store,
  { filter, sort, offset, limit }: ItemPageInput,
): { readonly rows: readonly ItemRow[]; readonly total: number } {
  const columns = Object.entries(expressions).map(
    ([key, expression]) => sql`${expression} AS ${sql.ref(key)}`,
  );
  const rows = store.all(
    // The numbers first: what a row shows is worked out for the rows of this page only.
    sql<ItemRow>`SELECT ${sql.join(columns)} FROM (SELECT i.item_number AS number, row_number() OVER () AS position
        FROM (SELECT i.item_number FROM ${from} WHERE ${whereOf(filter)} ORDER BY ${orderOf(sort)}
          LIMIT ${limit} OFFSET ${offset}) i) p
      CROSS JOIN ${from} WHERE i.item_number = p.number ORDER BY p.position`.compile(query),
  );
  const counted = store.first(
    sql<{ total: number }>`SELECT count(*) AS total FROM ${from} WHERE ${whereOf(filter)}`.compile(query),
  );
  return { rows, total: counted?.total ?? 0 };
}

/** Numbers of all items under a filter. */
export function itemNumbersOf(store: Store, filter: ItemFilter): readonly string[] {
  return store
    .all(
      sql<{ number: string }>`SELECT i.item_number AS number FROM ${from} WHERE ${whereOf(filter)}
        ORDER BY i.item_number`.compile(query),
    )
    .map(({ number }) => number);
}
