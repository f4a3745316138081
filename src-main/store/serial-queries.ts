import { selectStock, type StockRow } from './stock-rows.ts';
import type { Store } from './store.ts';

/** The stock rows that carry one of these serials, compared without regard to case, of one item or of all. */
export function serialsOnHand(
  store: Store,
  serials: readonly string[],
  itemNumber: string | undefined,
): readonly StockRow[] {
  // The list drives, so that each serial is one look-up; the partial index wants its condition said.
  const from = `json_each(?) l CROSS JOIN on_hand o ON o.serial_number = l.value COLLATE NOCASE
    WHERE o.serial_number <> ''`;
  const list = JSON.stringify(serials);
  return itemNumber === undefined
    ? selectStock(store, from, [list])
    : selectStock(store, `${from} AND o.item_number = ?`, [list, itemNumber]);
}

/** Where and when a unit left the stock for good. */
export interface LeftStock {
  readonly itemNumber: string;
  readonly serialNumber: string;
  /** ISO time in UTC. */
  readonly at: string;
  readonly kind: string;
  readonly document: string;
}

/** Of these serials of an item, or of all, those that left the stock by an event that still stands: the last one of each. */
export function serialsThatLeft(
  store: Store,
  serials: readonly string[],
  itemNumber: string | undefined,
): readonly LeftStock[] {
  const list = JSON.stringify(serials);
  return store.allSql<LeftStock>(
    `SELECT p.item_number AS "itemNumber", p.serial_number AS "serialNumber", max(e.at) AS at, e.kind, e.document
     FROM json_each(?) l
       CROSS JOIN past_on_hand p ON p.serial_number = l.value COLLATE NOCASE AND p.serial_number <> ''
         ${itemNumber === undefined ? '' : 'AND p.item_number = ?'}
       CROSS JOIN inventory_transactions t ON t.stock_id = p.id AND t.quantity < 0
       CROSS JOIN inventory_events e ON e.id = t.event_id AND e.kind IN ('ship', 'adjustment', 'count')
     WHERE NOT EXISTS (SELECT 1 FROM inventory_events r WHERE r.reverses = e.id)
     GROUP BY p.item_number, upper(p.serial_number)`,
    itemNumber === undefined ? [list] : [list, itemNumber],
  );
}
