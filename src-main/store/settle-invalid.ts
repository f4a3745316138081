import { readAppSettings } from './setting-queries.ts';
import type { Store } from './store.ts';

/**
 * Whether a row of `on_hand o` is Invalid, its item joined as `i` with its group `g`; `?` is the serial length. Says what
 * `invalidReasons` says, and is tested against it.
 */
export const isInvalid = `(
  coalesce(g.serial_active, 0) AND o.quantity % 1000 <> 0
  OR o.serial_number <> '' AND (
    NOT coalesce(g.serial_active, 0)
    OR length(o.serial_number) > ?
    OR i.serial_mask <> '' AND NOT fits_mask(i.serial_mask, o.serial_number)
    OR g.serial_control AND o.quantity > 1000
    OR EXISTS (SELECT 1 FROM main.on_hand d WHERE d.serial_number = o.serial_number COLLATE NOCASE
      AND d.serial_number <> '' AND d.item_number = o.item_number AND d.id <> o.id)))`;

/** The rows that what is not settled may concern: of a serial all that carry it, of a blank those that are not whole. */
const concerned = `SELECT o.id FROM unsettled_serials u CROSS JOIN main.on_hand o
    ON o.serial_number = u.serial_number COLLATE NOCASE AND o.serial_number <> '' AND o.item_number = u.item_number
    WHERE u.serial_number <> ''
  UNION ALL SELECT o.id FROM unsettled_serials u CROSS JOIN main.on_hand o ON o.item_number = u.item_number
    WHERE u.serial_number = '' AND o.serial_number = '' AND (o.invalid OR o.quantity % 1000 <> 0)`;

/** Says of the rows that changed, or whose rules changed, whether they are Invalid: at the end of every change. */
export function settleInvalid(store: Store): void {
  if (store.allSql('SELECT 1 FROM unsettled_serials LIMIT 1').length === 0) return;
  store.runSql(
    `UPDATE main.on_hand AS h SET invalid = NOT h.invalid, since = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
     WHERE h.id IN (SELECT o.id FROM main.on_hand o JOIN items i ON i.item_number = o.item_number
       LEFT JOIN tracking_dimension_groups g ON g.id = i.group_id
       WHERE o.id IN (${concerned}) AND o.invalid <> ${isInvalid})`,
    [readAppSettings(store).serialLength],
  );
  store.runSql('DELETE FROM unsettled_serials');
}

/** Notes that serials of some items may have become Invalid, or valid again: their group or their mask changed. */
export function unsettleItems(store: Store, itemNumbers: readonly string[]): void {
  store.runSql(
    `INSERT OR IGNORE INTO unsettled_serials (item_number, serial_number)
     SELECT o.item_number, o.serial_number FROM main.on_hand o
     WHERE o.item_number IN (SELECT value FROM json_each(?)) AND (o.serial_number <> '' OR o.quantity % 1000 <> 0)`,
    [JSON.stringify(itemNumbers)],
  );
}

/** Notes that serials longer than this may have become Invalid, or valid again: the setting changed. */
export function unsettleLongSerials(store: Store, length: number): void {
  store.runSql(
    `INSERT OR IGNORE INTO unsettled_serials (item_number, serial_number)
     SELECT o.item_number, o.serial_number FROM main.on_hand o WHERE length(o.serial_number) > ?`,
    [length],
  );
}

/** Notes what is Invalid among rows of on-hand that came back with all their units; `ids` selects them. */
export function unsettleReturned(store: Store, ids: string): void {
  store.runSql(
    `INSERT OR IGNORE INTO unsettled_serials (item_number, serial_number)
     SELECT o.item_number, o.serial_number FROM main.on_hand o JOIN items i ON i.item_number = o.item_number
       LEFT JOIN tracking_dimension_groups g ON g.id = i.group_id
     WHERE o.id IN (${ids}) AND ${isInvalid}`,
    [readAppSettings(store).serialLength],
  );
}
