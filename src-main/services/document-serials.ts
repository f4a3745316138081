import { cleanText } from '../domain/blank.ts';
import { DomainError } from '../domain/problem.ts';
import type { SerialEntry } from '../domain/serial-entry.ts';
import { hasShipped } from '../domain/line-shipments.ts';
import { serialKey } from '../domain/serial-number.ts';
import { shapeRefusal } from '../domain/serial-refusal.ts';
import {
  documentSerialsStanding,
  insertDocumentSerials,
  registeredOn,
  registeredToShip,
  shipmentsOf,
  takeOffDocument,
  type DocumentOf,
} from '../store/document-serial-queries.ts';
import type { Actor } from '../store/ledger.ts';
import type { OrderLine } from '../store/order-queries.ts';
import type { Store } from '../store/store.ts';
import type { CheckedEntry } from './check-serials.ts';
import { readAppSettings } from '../store/setting-queries.ts';
import type { StockedItem } from './stocked-item.ts';

/** Serials that are registered on a sales line. */
export interface Registration {
  readonly item: StockedItem;
  readonly line: Pick<OrderLine, 'id' | 'orderNumber' | 'lineNumber'>;
  readonly entries: readonly SerialEntry[];
  readonly step: 'Pick' | 'Pack' | 'Ship';
  readonly containerId?: number;
  readonly actionId: number;
}

/**
 * Checks serials that only a sales document carries (Active in sales process), at typing and again when they are kept:
 * each one stands once among all documents of its item. A constant number of statements.
 * @param registeredOnLine the line on which they must stand already, to be taken off; undefined where they are new.
 */
export function checkOnDocument(
  store: Store,
  item: StockedItem,
  entries: readonly SerialEntry[],
  registeredOnLine?: number,
): readonly CheckedEntry[] {
  const { serialLength } = readAppSettings(store);
  const serials = entries.map((entry) => ('serial' in entry ? cleanText(entry.serial) : ''));
  const found = documentSerialsStanding(
    store,
    item.itemNumber,
    serials.filter((serial) => serial !== ''),
  );
  const standing = new Map<string, DocumentOf>();
  // Of a serial that stands twice in older data, the line in question is meant.
  for (const one of found)
    if (
      standing.get(serialKey(one.serial))?.orderLineId !== registeredOnLine ||
      registeredOnLine === undefined
    )
      standing.set(serialKey(one.serial), one);
  const shipments = registeredOnLine === undefined ? [] : shipmentsOf(store, registeredOnLine);
  const seen = new Set<string>();
  const refusalOf = (serial: string): string | undefined => {
    const key = serialKey(serial);
    if (seen.has(key)) return `${serial} is entered twice.`;
    seen.add(key);
    const on = standing.get(key);
    if (registeredOnLine !== undefined) {
      if (on?.orderLineId !== registeredOnLine)
        return `${serial} is not registered on this sales line${on === undefined ? '' : `, but on ${on.document}`}.`;
      return hasShipped(shipments, on.actionId)
        ? `${serial} was shipped with ${on.document} already.`
        : undefined;
    }
    return (
      shapeRefusal(serial, { ...item, serialLength }) ??
      (on === undefined ? undefined : `${serial} is registered on ${on.document} already.`)
    );
  };
  return entries.map((entry, index) => {
    if ('notReadable' in entry) return { outcome: 'not-readable', reason: entry.notReadable };
    const serial = serials[index] ?? '';
    const reason = refusalOf(serial);
    return reason === undefined
      ? { outcome: 'new', serial, notice: '' }
      : { outcome: 'refused', serial, reason, standsIn: undefined };
  });
}

/**
 * Registers serials on a sales document line (Active in sales process): the on-hand never carries them.
 * @throws DomainError `invalid` naming the entry.
 */
export function registerOnDocument(store: Store, { user, now }: Actor, registration: Registration): void {
  const { item, line, entries, step, containerId = 0, actionId } = registration;
  const checked = checkOnDocument(store, item, entries);
  refuseFirst(checked);
  insertDocumentSerials(
    store,
    checked.map((one) => ({
      orderLineId: line.id,
      itemNumber: item.itemNumber,
      containerId,
      serialNumber: 'serial' in one ? one.serial : '',
      notReadable: one.outcome === 'not-readable' ? one.reason : '',
      step,
      actionId,
      at: now().toISOString(),
      user,
    })),
  );
}

/** Units that leave a sales line again, with their serials. */
export interface TakingOff extends Pick<
  Registration,
  'item' | 'line' | 'entries' | 'actionId' | 'containerId'
> {
  readonly units: number;
}

/**
 * Takes the serials of units that were picked and not shipped off their sales line, as the units go back. All of them go
 * unasked; of a part the user says which.
 * @throws DomainError `invalid` naming the entry, or how many are missing.
 */
export function takeOffSalesLine(store: Store, { now }: Actor, taking: TakingOff): void {
  const { item, line, entries, units, actionId, containerId } = taking;
  const standing =
    containerId === undefined ? registeredToShip(store, line.id) : registeredOn(store, line.id, containerId);
  const chosen = checkOnDocument(store, item, entries, line.id);
  refuseFirst(chosen);
  const named = new Set(chosen.flatMap((one) => ('serial' in one ? [serialKey(one.serial)] : [])));
  const here = new Set(standing.map(({ serialNumber }) => serialKey(serialNumber)));
  const elsewhere = chosen.findIndex((one) => 'serial' in one && !here.has(serialKey(one.serial)));
  if (elsewhere >= 0)
    throw new DomainError(
      'invalid',
      'This serial number is registered for another container.',
      `entries.${elsewhere}`,
    );
  let unreadable = chosen.filter(({ outcome }) => outcome === 'not-readable').length;
  const all = units >= standing.length;
  if (!all && chosen.length !== units)
    throw new DomainError(
      'invalid',
      `Say which ${units} of the ${standing.length} units on line ${line.lineNumber} of ${line.orderNumber} go back; ${chosen.length} ${chosen.length === 1 ? 'is' : 'are'} entered.`,
      'entries',
    );
  const gone = standing.filter(({ serialNumber }) =>
    all ? true : serialNumber === '' ? unreadable-- > 0 : named.has(serialKey(serialNumber)),
  );
  if (!all && gone.length !== units)
    throw new DomainError(
      'invalid',
      `Fewer units of line ${line.lineNumber} of ${line.orderNumber} are registered as not readable.`,
      'entries',
    );
  takeOffDocument(
    store,
    gone.map(({ id }) => id),
    actionId,
    now().toISOString(),
  );
}

/** @throws DomainError `invalid` naming the first refused entry. */
function refuseFirst(checked: readonly CheckedEntry[]): void {
  for (const [index, one] of checked.entries())
    if (one.outcome === 'refused') throw new DomainError('invalid', one.reason, `entries.${index}`);
}
