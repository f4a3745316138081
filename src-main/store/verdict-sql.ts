import { sql, type RawBuilder } from 'kysely';
import { captures } from '../domain/capture.ts';
import {
  blankVerdict,
  locationStages,
  NOT_TRACKED,
  rowVerdictNames,
  type LocationStage,
  type RowVerdict,
  type Verdict,
} from '../domain/verdict.ts';

type Fragment = RawBuilder<unknown>;

/** Items whose blanks mean a verdict at a stage, or at Storage while open pick work holds them. */
function itemsWith(verdict: Verdict, stage: LocationStage, openPick: boolean): Fragment {
  const policies = captures.flatMap((capture) =>
    [true, false].flatMap((warehouseProcesses) =>
      [true, false]
        .filter(
          (blankReceiptAllowed) =>
            blankVerdict({ capture, blankReceiptAllowed, warehouseProcesses }, { stage, openPick }) ===
            verdict,
        )
        .map(
          (blankReceiptAllowed) =>
            sql`(${sql.lit(capture)}, ${sql.lit(warehouseProcesses ? 1 : 0)}, ${sql.lit(blankReceiptAllowed ? 1 : 0)})`,
        ),
    ),
  );
  if (policies.length === 0) return sql`(SELECT NULL WHERE 0)`;
  return sql`(SELECT vi.item_number FROM items vi JOIN tracking_dimension_groups vg ON vg.id = vi.group_id
    LEFT JOIN storage_dimension_groups vs ON vs.name = vi.storage_dimension_group
    WHERE vg.serial_active AND (vg.capture, coalesce(vs.warehouse_processes, 1),
      coalesce(json_extract(vg.settings, '$.serialNumber.blankReceiptAllowed'), 0)) IN (VALUES ${sql.join(policies)}))`;
}

/** Items whose group tracks serial numbers. */
export const trackedItems: Fragment = sql`(SELECT ti.item_number FROM items ti
  JOIN tracking_dimension_groups tg ON tg.id = ti.group_id WHERE tg.serial_active)`;

const isFree = sql`o.order_line_id = 0 AND o.container_id = 0 AND NOT o.in_transit`;

/** Whether a row of `on_hand o` stands at a stage. */
function isAt(stage: LocationStage): Fragment {
  const placed = (name: LocationStage): Fragment =>
    sql`(o.warehouse, o.location) IN (SELECT p.warehouse, p.location FROM places p WHERE p.stage = ${sql.lit(name)})`;
  switch (stage) {
    case 'Storage':
      return sql`(${isFree} AND (o.warehouse, o.location) NOT IN
        (SELECT p.warehouse, p.location FROM places p WHERE p.stage <> 'Storage'))`;
    case 'Staged after pick':
      return sql`(o.order_line_id <> 0 AND o.container_id = 0 AND NOT o.in_transit OR ${isFree} AND ${placed(stage)})`;
    case 'Packing':
      return sql`(o.container_id <> 0 AND NOT o.in_transit OR ${isFree} AND ${placed(stage)})`;
    case 'Loaded':
      return sql`(o.in_transit OR ${isFree} AND ${placed(stage)})`;
  }
}

const isBlank = sql`o.serial_number = '' AND NOT o.invalid AND o.exception_id = 0`;

/** Whether a blank row has a unit of a verdict. A row that open pick work holds in part has units of two verdicts. */
function blankHas(verdict: Verdict): Fragment {
  const stages = locationStages.map(
    (stage) => sql`(o.item_number IN ${itemsWith(verdict, stage, false)} AND ${isAt(stage)})`,
  );
  const rest = sql`(${sql.join(stages, sql` OR `)})`;
  const held = sql`(o.item_number IN ${itemsWith(verdict, 'Storage', true)} AND ${isAt('Storage')})`;
  return sql`(${isBlank} AND CASE (SELECT 1 + a.whole FROM awaited_stock a WHERE a.stock_id = o.id)
    WHEN 2 THEN ${held} OR (${rest} AND NOT ${isAt('Storage')}) WHEN 1 THEN ${held} OR ${rest} ELSE ${rest} END)`;
}

/** Whether a row of `on_hand o` has a unit of a verdict, or is not tracked. See `rowVerdicts`, which it is tested against. */
export function hasVerdict(verdict: RowVerdict): Fragment {
  const tracked = sql`o.item_number IN ${trackedItems}`;
  switch (verdict) {
    case 'Invalid':
      return sql`o.invalid`;
    case NOT_TRACKED:
      return sql`NOT o.invalid AND NOT ${tracked}`;
    case 'Exception':
      return sql`NOT o.invalid AND o.exception_id <> 0 AND ${tracked}`;
    case 'Captured':
      return sql`NOT o.invalid AND o.exception_id = 0 AND o.serial_number <> '' AND ${tracked}`;
    default:
      return blankHas(verdict);
  }
}

const byWorst = (then: (verdict: RowVerdict, rank: number) => string | number): Fragment =>
  sql`CASE ${sql.join(
    rowVerdictNames.map((name, rank) => sql`WHEN ${hasVerdict(name)} THEN ${sql.lit(then(name, rank))}`),
    sql` `,
  )} END`;

/** The place of a row's worst verdict among `verdicts`; what is not tracked comes last. */
export const verdictRank: Fragment = byWorst((_name, rank) => rank);

/** The name of a row's worst verdict. */
export const verdictName: Fragment = byWorst((name) => name);

/** Since when a row has its worst verdict: what is Due in storage, since work holds it. ISO time in UTC. */
export const verdictSince: Fragment = sql`CASE WHEN ${isAt('Storage')} AND ${hasVerdict('Due')}
  THEN coalesce((SELECT a.since FROM awaited_stock a WHERE a.stock_id = o.id), o.since) ELSE o.since END`;

/** Whole days since a row has its worst verdict. */
export const verdictAge: Fragment = sql`CAST(julianday('now') - julianday(${verdictSince}) AS INTEGER)`;
