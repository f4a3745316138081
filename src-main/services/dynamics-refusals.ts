import { nameItems } from '../domain/named-items.ts';
import type { TrackingDimensionGroup } from '../domain/tracking-dimension-group.ts';
import { itemsOnHand, usedGroups } from '../store/export-queries.ts';
import type { Store } from '../store/store.ts';

/** What Dynamics refuses although this app allows it, in sentences for the user (docs/decisions). */
export function dynamicsRefusals(
  store: Store,
  {
    groups,
    items,
  }: { readonly groups: readonly TrackingDimensionGroup[]; readonly items: readonly unknown[] },
): readonly string[] {
  const notes: string[] = [];
  const used = usedGroups(store);
  const inSalesProcess = groups
    .filter(({ id, settings }) => settings.serialNumber.activeInSalesProcess && used.has(id))
    .map(({ name }) => name);
  if (inSalesProcess.length > 0)
    notes.push(
      `Dynamics takes Active in sales process only for a group that no item uses yet. Items use ${inSalesProcess.join(', ')}.`,
    );
  const stocked = items.length === 0 ? { items: 0, examples: [] } : itemsOnHand(store);
  if (stocked.items > 0)
    notes.push(
      `Dynamics refuses another tracking dimension group for an item that has transactions there. Stock here is of ${nameItems(stocked)}.`,
    );
  return notes;
}
