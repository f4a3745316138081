import type { RecordExceptionsInput } from '../domain/close-gaps.ts';
import { countItem, nameItems, noItems } from '../domain/named-items.ts';
import { nameKey } from '../domain/name-key.ts';
import { DomainError } from '../domain/problem.ts';
import { oldestBlanks } from '../store/close-gap-queries.ts';
import type { EachUnit } from '../store/post-each.ts';
import type { Store } from '../store/store.ts';
import { stockedItems } from './stocked-item.ts';

/** Most stock rows that are recorded as not readable at once; each gets an event of its own. */
const MOST_ROWS = 100_000;

/**
 * The blank units of a scope that are to be recorded as not readable, the oldest first, row by row.
 * @throws DomainError `invalid` where there are fewer, or where an item must have its serial number; `too-large`.
 */
export function unreadableUnits(
  store: Store,
  { scope, reason, units }: RecordExceptionsInput,
): readonly EachUnit[] {
  const rows = oldestBlanks(store, scope, MOST_ROWS + 1);
  let left = units ?? Number.POSITIVE_INFINITY;
  const each: EachUnit[] = [];
  const names = new Set<string>();
  for (const row of rows) {
    const taken = Math.min(left, row.units);
    if (taken === 0) break;
    left -= taken;
    names.add(row.itemNumber);
    each.push({ stockId: row.stockId, units: taken, serialNumber: '', reason });
  }
  if (each.length > MOST_ROWS)
    throw new DomainError(
      'too-large',
      `More than ${MOST_ROWS} rows are not recorded at once. Narrow the filter.`,
    );
  if (each.length === 0) throw new DomainError('invalid', 'There is no blank unit here.', 'scope');
  if (units !== undefined && left > 0)
    throw new DomainError('invalid', `Only ${units - left} units are blank here.`, 'units');
  refuseNeeded(store, [...names]);
  return each;
}

/** @throws DomainError `invalid` naming the items of which no unit may be without its serial. */
function refuseNeeded(store: Store, names: readonly string[]): void {
  let needed = noItems;
  for (const { itemNumber, policy } of stockedItems(store, names.map(nameKey)).values())
    if (!policy.blankIssueAllowed && !policy.blankReceiptAllowed) needed = countItem(needed, itemNumber);
  if (needed.items > 0)
    throw new DomainError(
      'invalid',
      `Neither blank receipt nor blank issue is allowed for ${nameItems(needed)}: the serial numbers of these units are needed.`,
      'scope',
    );
}
