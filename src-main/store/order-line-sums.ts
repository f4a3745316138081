import type { InventoryEventKind } from '../domain/inventory-event.ts';
import { eventById, type NewEvent } from './event-queries.ts';
import type { Store } from './store.ts';

type Sum = 'shipped' | 'received';

/** The events that an order line counts, and how it counts them. */
const counted: Partial<Record<InventoryEventKind, Sum>> = {
  ship: 'shipped',
  'transfer-shipment': 'shipped',
  receipt: 'received',
  'return-receipt': 'received',
  'transfer-receipt': 'received',
};

/**
 * Keeps what an order line says was shipped and received in step with an event of the ledger, in its transaction: what
 * left stock rows was shipped, what came to stock rows was received. A reversal takes back what its event counted.
 * @param moved what the event did to each stock row, in thousandths.
 */
export function countForOrderLine(
  store: Store,
  { kind, orderLineId = 0, reverses }: Pick<NewEvent, 'kind' | 'orderLineId' | 'reverses'>,
  moved: Iterable<number>,
): void {
  if (orderLineId === 0) return;
  const takesBack = kind === 'reversal' && reverses !== undefined;
  const meant = takesBack ? eventById(store, reverses)?.kind : kind;
  const sum = meant && counted[meant];
  if (sum === undefined) return;
  const sign = takesBack ? -1 : 1;
  let quantity = 0;
  for (const by of moved) {
    const was = by * sign;
    if (sum === 'shipped' ? was < 0 : was > 0) quantity += Math.abs(by);
  }
  if (quantity === 0) return;
  store.runSql(`UPDATE order_lines SET ${sum} = ${sum} + ? WHERE id = ?`, [sign * quantity, orderLineId]);
}

/**
 * The lines whose kept sums are not what the ledger adds up to: none, unless the data file was tampered with. At most
 * `limit` of their ids.
 */
export function wrongOrderLineSums(store: Store, limit: number): readonly number[] {
  const kindsOf = (sum: Sum): string =>
    Object.entries(counted)
      .filter(([, one]) => one === sum)
      .map(([kind]) => `'${kind}'`)
      .join(', ');
  return store
    .allSql<{ id: number }>(
      `SELECT l.id FROM order_lines l LEFT JOIN (
         SELECT e.order_line_id AS line,
           sum(CASE WHEN e.kind IN (${kindsOf('shipped')}) AND t.quantity < 0 THEN -t.quantity ELSE 0 END) AS shipped,
           sum(CASE WHEN e.kind IN (${kindsOf('received')}) AND t.quantity > 0 THEN t.quantity ELSE 0 END) AS received
         FROM inventory_events e JOIN inventory_transactions t ON t.event_id = e.id AND t.imported = 0
         WHERE e.order_line_id <> 0 AND e.kind IN (${kindsOf('shipped')}, ${kindsOf('received')})
           AND NOT EXISTS (SELECT 1 FROM inventory_events r WHERE r.reverses = e.id)
         GROUP BY 1) d ON d.line = l.id
       WHERE l.shipped <> coalesce(d.shipped, 0) OR l.received <> coalesce(d.received, 0)
       ORDER BY l.id LIMIT ?`,
      [limit],
    )
    .map(({ id }) => id);
}
