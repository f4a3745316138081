import type { Capture } from '../domain/capture.ts';
import type { LocationStage } from '../domain/verdict.ts';
import type { Store } from './store.ts';

/** What tells rows apart whose place and serial number do not say their verdict. */
export type Mark = 'Invalid' | 'Exception' | 'In transit' | 'Packed' | 'Picked';

/** A sum of stock that is governed alike. Quantities in thousandths. */
export interface VerdictSum {
  /** What the sum is of: a warehouse, an item or a group, as asked for. */
  readonly subject: string;
  readonly tracked: 0 | 1;
  readonly capture: Capture | null;
  readonly blankReceiptAllowed: 0 | 1 | null;
  readonly warehouseProcesses: 0 | 1;
  /** Of the location. */
  readonly stage: LocationStage;
  readonly blank: 0 | 1;
  /** 'Awaited': units that open pick work holds; null: all of the stage, what is marked or awaited among it. */
  readonly mark: Mark | 'Awaited' | null;
  readonly rows: number;
  /** Of the rows those of which every unit is meant: all, but of 'Awaited'. */
  readonly whole: number;
  readonly quantity: number;
}

const subjects = { warehouse: 's.warehouse', item: 's.item_number', group: "coalesce(g.name, '')" };

/** What sums can be asked for by. */
export type SumSubject = keyof typeof subjects;

/**
 * Sums of stock by what decides about its verdict, from the kept sums: no row of on-hand is looked at.
 * @param warehouse undefined for all warehouses.
 */
export function verdictSums(
  store: Store,
  by: SumSubject,
  warehouse: string | undefined,
): readonly VerdictSum[] {
  const here = warehouse === undefined ? '' : 'WHERE s.warehouse = ?';
  const grouped = (mark: string, stage: string, blank: string, whole: string, from: string): string =>
    `SELECT ${subjects[by]} AS subject, coalesce(g.serial_active, 0) AS tracked, g.capture AS capture,
       json_extract(g.settings, '$.serialNumber.blankReceiptAllowed') AS "blankReceiptAllowed",
       coalesce(w.warehouse_processes, 1) AS "warehouseProcesses", ${stage} AS stage, ${blank} AS blank, ${mark} AS mark,
       ${whole} AS whole, sum(s.rows) AS rows, sum(s.quantity) AS quantity
     FROM ${from} JOIN items i ON i.item_number = s.item_number
       LEFT JOIN tracking_dimension_groups g ON g.id = i.group_id
       LEFT JOIN storage_dimension_groups w ON w.name = i.storage_dimension_group
     ${here} GROUP BY subject, i.group_id, w.name, ${stage}, ${blank}, mark`;
  const placed = (table: string): string =>
    `${table} s JOIN places p ON p.warehouse = s.warehouse AND p.location = s.location`;
  const awaited = '(SELECT a.*, 1 AS rows FROM awaited_stock a)';
  const sql = [
    grouped('NULL', 's.stage', 's.blank', 'sum(s.rows)', 'on_hand_sums s'),
    grouped('s.mark', 'p.stage', 's.blank', 'sum(s.rows)', placed('on_hand_marks')),
    grouped("'Awaited'", 'p.stage', '1', 'sum(s.whole)', placed(awaited)),
  ].join(' UNION ALL ');
  return store.allSql(sql, warehouse === undefined ? [] : [warehouse, warehouse, warehouse]);
}
