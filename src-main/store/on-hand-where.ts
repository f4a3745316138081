import { sql, type RawBuilder } from 'kysely';
import type { OnHandColumn } from '../domain/on-hand.ts';
import type { OnHandCondition, OnHandFilter, OnHandSort } from '../domain/on-hand-query.ts';
import { NOT_TRACKED, rowVerdictNames, type RowVerdict } from '../domain/verdict.ts';
import { conditionTest, like, likePattern } from './grid-condition.ts';
import { snake } from './snake.ts';
import {
  hasVerdict,
  trackedItems,
  verdictAge,
  verdictName,
  verdictRank,
  verdictSince,
} from './verdict-sql.ts';

type Fragment = RawBuilder<unknown>;
type ColumnKey = OnHandColumn['key'];

/** What a row of on-hand shows of its item, and the expression for it where `i` and `g` are joined. */
const itemColumns: Partial<Record<ColumnKey, Fragment>> = {
  productName: sql`i.name`,
  trackingDimensionGroup: sql`coalesce(g.name, '')`,
  capture: sql`CASE WHEN g.serial_active OR json_extract(g.settings, '$.serialNumber.activeInSalesProcess')
    THEN g.capture ELSE '' END`,
};

const withoutVerdict = hasVerdict(NOT_TRACKED);

/** What a row of `on_hand o` shows that is not stored with it. */
const derivedColumns: Partial<Record<ColumnKey, Fragment>> = {
  verdict: verdictName,
  age: sql`CASE WHEN NOT (${withoutVerdict}) THEN max(0, ${verdictAge}) END`,
  heldFor: sql`CASE WHEN o.order_line_id = 0 THEN '' ELSE coalesce((SELECT r.number FROM order_lines l
    JOIN orders r ON r.id = l.order_id WHERE l.id = o.order_line_id), '') END`,
};

/** What a sort by a column looks at, where that is not what it shows: the worst first, then the oldest, then no age. */
const sortedBy: Partial<Record<ColumnKey, Fragment>> = {
  verdict: verdictRank,
  age: sql`CASE WHEN ${withoutVerdict} THEN '9999' ELSE ${verdictSince} END`,
};

/** Columns that the kept sums have too, so that a filter on them needs no scan of on-hand. */
const summed: ReadonlySet<ColumnKey> = new Set(['itemNumber', 'warehouse']);

/** Columns that the search box looks into. */
const searched: readonly ColumnKey[] = [
  'itemNumber',
  'location',
  'licensePlate',
  'batchNumber',
  'serialNumber',
];

/** The SQL expression of a column, for `on_hand o` with its item `i` and group `g` joined. */
export function columnExpression(column: ColumnKey): Fragment {
  return itemColumns[column] ?? derivedColumns[column] ?? sql.ref(`o.${snake(column)}`);
}

/** Whether the kept sums can answer a filter. */
export function answeredBySums(filter: OnHandFilter): boolean {
  return (
    filter.search === '' &&
    filter.conditions.every(({ column }) => summed.has(column) || itemColumns[column] !== undefined)
  );
}

/** The WHERE of a filter, for `on_hand o`, or for `on_hand_sums o` where `answeredBySums`. */
export function whereOf(filter: OnHandFilter, table: 'on_hand' | 'on_hand_sums'): Fragment {
  const parts = filter.conditions.map((condition) => {
    if (condition.column === 'verdict') return verdictTest(condition);
    const test = conditionTest(condition, columnExpression(condition.column));
    return itemColumns[condition.column] === undefined ? test : byItem(test);
  });
  if (filter.serial !== 'all') {
    const blank = table === 'on_hand' ? sql`o.serial_number = ''` : sql`o.blank = 1`;
    parts.push(
      filter.serial === 'blank' ? blank : sql`NOT (${blank})`,
      sql`o.item_number IN ${trackedItems}`,
    );
  }
  if (filter.list !== undefined)
    parts.push(sql`o.item_number IN (SELECT item_number FROM temp.item_lists WHERE list = ${filter.list})`);
  if (filter.search !== '') {
    const pattern = likePattern(filter.search);
    const own = searched.map((column) => like(columnExpression(column), pattern));
    parts.push(sql`(${sql.join([...own, byItem(like(sql`i.name`, pattern))], sql` OR `)})`);
  }
  return parts.length === 0 ? sql`1` : sql.join(parts, sql` AND `);
}

/** The ORDER BY of a sort, ending in the row's id so that the order is always the same. */
export function orderOf(sort: OnHandSort): Fragment {
  if (sort.length === 0)
    return sql`o.item_number, o.warehouse, o.location, o.license_plate, o.inventory_status, o.batch_number,
      o.serial_number, o.quantity, o.id`;
  const parts = sort.map(({ column, descending }) => {
    const expression = sortedBy[column] ?? columnExpression(column);
    const collated = itemColumns[column] === undefined ? expression : sql`${expression} COLLATE NOCASE`;
    // The greatest age has the earliest time.
    return descending !== (column === 'age') ? sql`${collated} DESC` : collated;
  });
  return sql.join([...parts, sql`o.id`]);
}

/** The FROM of on-hand, with the item and its group joined where the sort looks at them. */
export function fromFor(sort: OnHandSort): Fragment {
  return sort.some(({ column }) => itemColumns[column] !== undefined)
    ? sql`on_hand o JOIN items i ON i.item_number = o.item_number
        LEFT JOIN tracking_dimension_groups g ON g.id = i.group_id`
    : sql`on_hand o`;
}

/** Whether a row is blank and tracked, as a condition on `on_hand o` or `on_hand_sums o`. */
export function isTracked(): Fragment {
  return sql`o.item_number IN ${trackedItems}`;
}

/** A filter by verdict finds every row of which any unit has it; no verdict at all is found by its own name. */
function verdictTest(condition: OnHandCondition): Fragment {
  const any = (wanted: readonly RowVerdict[]): Fragment =>
    wanted.length === 0 ? sql`0` : sql`(${sql.join(wanted.map(hasVerdict), sql` OR `)})`;
  if (condition.operator === 'oneOf') {
    const values = new Set(condition.values.map((value) => value.toLowerCase()));
    return any(rowVerdictNames.filter((name) => values.has(name.toLowerCase())));
  }
  return conditionTest(condition, verdictName);
}

function byItem(test: Fragment): Fragment {
  return sql`o.item_number IN (SELECT i.item_number FROM items i
    LEFT JOIN tracking_dimension_groups g ON g.id = i.group_id WHERE ${test})`;
}
