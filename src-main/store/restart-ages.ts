import type { LocationStage } from '../domain/verdict.ts';
import type { Store } from './store.ts';

/** Items whose blank units come to another verdict where they stood at one stage and stand at another, or the same. */
export interface TurnedItems {
  readonly itemNumbers: readonly string[];
  readonly stages: readonly { readonly from: LocationStage; readonly to: LocationStage }[];
}

/**
 * Begins the age of blank units anew, because a change of what governs them gave them another verdict. Of past rows too:
 * a reversal brings units back to them as if they had stood there all the time.
 * @param stagesMoved `moveStages` has moved places in this transaction.
 */
export function restartAges(store: Store, turned: readonly TurnedItems[], stagesMoved: boolean): void {
  if (turned.length === 0) return;
  store.exec(`CREATE TEMP TABLE turned_items (item_number TEXT PRIMARY KEY, kind INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TEMP TABLE turned_stages (kind INTEGER, from_stage TEXT, to_stage TEXT, PRIMARY KEY (kind, from_stage, to_stage)) WITHOUT ROWID`);
  for (const [kind, { itemNumbers, stages }] of turned.entries()) {
    store.runSql('INSERT INTO temp.turned_items (item_number, kind) SELECT value, ? FROM json_each(?)', [
      kind,
      JSON.stringify(itemNumbers),
    ]);
    store.runSql(
      `INSERT INTO temp.turned_stages (kind, from_stage, to_stage)
       SELECT ?, value ->> 'from', value ->> 'to' FROM json_each(?)`,
      [kind, JSON.stringify(stages)],
    );
  }
  const held = `WHEN o.in_transit THEN 'Loaded' WHEN o.container_id <> 0 THEN 'Packing'
    WHEN o.order_line_id <> 0 THEN 'Staged after pick'`;
  const moved =
    'SELECT m.from_stage FROM temp.moved_places m WHERE m.warehouse = o.warehouse AND m.location = o.location';
  const restart = (table: string, also: string): string => `
    UPDATE main.${table} SET since = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id IN (
      SELECT o.id FROM temp.turned_items t CROSS JOIN main.${table} o ON o.item_number = t.item_number
        JOIN main.places p ON p.warehouse = o.warehouse AND p.location = o.location
      WHERE o.serial_number = '' AND o.exception_id = 0 ${also}
        AND (t.kind, CASE ${held} ELSE ${stagesMoved ? `coalesce((${moved}), p.stage)` : 'p.stage'} END,
          CASE ${held} ELSE p.stage END) IN (SELECT kind, from_stage, to_stage FROM temp.turned_stages))`;
  store.exec(`${restart('on_hand', 'AND NOT o.invalid')};
    ${restart('past_on_hand', '')};
    DROP TABLE temp.turned_items;
    DROP TABLE temp.turned_stages`);
}
