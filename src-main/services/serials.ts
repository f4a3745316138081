import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import type { Gs1Label } from '../domain/gs1.ts';
import { sameGtin } from '../domain/gtin.ts';
import { itemWithName } from '../domain/item.ts';
import type {
  DoubtfulReading,
  SerialAnswer,
  SerialCheck,
  SerialCheckInput,
  SerialPlace,
} from '../domain/serial-check.ts';
import { MAX_ENTRIES } from '../domain/serial-entry.ts';
import { formattedSerials, type SerialFormat } from '../domain/serial-format.ts';
import { doubtfulPieces, readSerialList, type ListPiece } from '../domain/serial-list.ts';
import { fitsMask } from '../domain/serial-mask.ts';
import { serialKey } from '../domain/serial-number.ts';
import { itemsByGtin } from '../store/item-queries.ts';
import { serialsOnHand, serialsThatLeft } from '../store/serial-queries.ts';
import type { StockRow } from '../store/stock-rows.ts';
import type { Store } from '../store/store.ts';
import { checkSerials, type CheckedEntry } from './check-serials.ts';
import type { ServiceContext } from './context.ts';
import { returnedByLine } from './returned-serials.ts';
import { checkOnDocument } from './document-serials.ts';
import { readAppSettings } from '../store/setting-queries.ts';
import { stockedItem, type StockedItem } from './stocked-item.ts';

/** Serials while they are being entered. Nothing is stored here. */
export interface SerialService {
  /**
   * Reads a scan or a pasted list and says of every serial in it whether it can be taken. What is kept is checked again
   * when it is stored. A constant number of statements, however long the list.
   * @throws DomainError `not-found` for an unknown item, `invalid` for one without serial numbers, `too-large`.
   */
  check(input: SerialCheckInput): SerialCheck;
  /** The serial numbers of a format with a run of `#`. They are made up, not reserved. */
  createNumbers(format: SerialFormat): { readonly serials: readonly string[] };
}

/** Makes the service. */
export function createSerialService({ store }: ServiceContext): SerialService {
  return {
    check: (input) => check(store, input),
    createNumbers: (format) => ({ serials: formattedSerials(format) }),
  };
}

/** One serial of the text, before it is checked; or what is wrong with its piece already. */
type Candidate =
  | { readonly serial: string; readonly range?: string; readonly notice?: string }
  | { readonly refused: SerialAnswer };

function check(store: Store, input: SerialCheckInput): SerialCheck {
  const item = stockedItem(store, input.itemNumber);
  if (!item.policy.tracked && !item.policy.salesProcess)
    throw new DomainError(
      'invalid',
      `${item.itemNumber} is not tracked by serial number, so none can be entered for it.`,
      'itemNumber',
    );
  const pieces = readPieces(store, item, input);
  const candidates = candidatesOf(store, item, pieces);
  if (candidates.length > MAX_ENTRIES)
    throw new DomainError(
      'too-large',
      `This list has more than ${MAX_ENTRIES} serial numbers. Enter it in parts.`,
      'text',
    );
  const serials = candidates.flatMap((one) => ('serial' in one ? [one.serial] : []));
  const here = rowsHere(store, item, serials, input.scope);
  const checked = checkAll(store, item, serials, input, here).values();
  return {
    answers: candidates.map((one) => {
      if ('refused' in one) return one.refused;
      return answerOf(one, checked.next().value, here);
    }),
    doubtful: pieces.flatMap(doubtOf),
    labels: pieces.flatMap((piece) => (piece.kind === 'label' ? [piece.label] : [])),
  };
}

function checkAll(
  store: Store,
  item: StockedItem,
  serials: readonly string[],
  { scope, capturesNew }: SerialCheckInput,
  here: ReadonlyMap<number, StockRow>,
): readonly CheckedEntry[] {
  const entries = serials.map((serial) => ({ serial }));
  // Active in sales process: the stock knows nothing of these serials, the documents do.
  if (!item.policy.tracked)
    return checkOnDocument(
      store,
      item,
      entries,
      scope.kind === 'document' && scope.registered === true ? scope.orderLineId : undefined,
    );
  const checked = checkSerials(store, item, entries, {
    here: new Set(here.keys()),
    capturesNew,
    comesBack: scope.kind === 'return',
    only: scope.kind === 'return' ? returnedByLine(store, item, scope.orderLineId) : undefined,
  });
  return (scope.kind === 'place' || scope.kind === 'picked') && scope.blankOnly === true
    ? checked.map(goingAlong)
    : checked;
}

/** Where everything of a place is taken, a serial that stands there is not scanned. */
function goingAlong(one: CheckedEntry): CheckedEntry {
  if (one.outcome !== 'here') return one;
  const { serial } = one;
  const reason = `${serial} stands here and goes along unasked. Enter the units without a serial number only.`;
  return { outcome: 'refused', serial, reason, standsIn: undefined };
}

/** A piece that stands on-hand, did once, or is what the item's mask wants, is a serial and nothing else. */
function readPieces(
  store: Store,
  { itemNumber, serialMask }: StockedItem,
  { text, reading }: SerialCheckInput,
): readonly ListPiece[] {
  const { gs1Sign } = readAppSettings(store);
  const doubtful = doubtfulPieces(text, gs1Sign);
  const known = new Set(
    doubtful.length === 0
      ? []
      : [
          ...serialsOnHand(store, doubtful, itemNumber).map(({ key }) => serialKey(key.serialNumber)),
          ...serialsThatLeft(store, doubtful, itemNumber).map(({ serialNumber }) => serialKey(serialNumber)),
        ],
  );
  return readSerialList(text, {
    ...(reading !== undefined && { reading }),
    gs1Sign,
    isSerial: (piece) => (serialMask !== '' && fitsMask(serialMask, piece)) || known.has(serialKey(piece)),
  });
}

function candidatesOf(store: Store, item: StockedItem, pieces: readonly ListPiece[]): readonly Candidate[] {
  const readLabel = labelReader(store, item, pieces);
  return pieces.flatMap((piece): readonly Candidate[] => {
    switch (piece.kind) {
      case 'serial':
        return [{ serial: piece.text }];
      case 'range':
        return piece.serials.map((serial) => ({ serial, range: piece.text }));
      case 'label':
        return [readLabel(piece.text, piece.label)];
      case 'problem': {
        const { text, reason, asSerial } = piece;
        return [{ refused: { ok: false, text, reason, ...(asSerial && { asSerial }) } }];
      }
    }
  });
}

/** Reads a label as a serial of the item; one of another item is refused, naming that. */
function labelReader(
  store: Store,
  item: StockedItem,
  pieces: readonly ListPiece[],
): (text: string, label: Gs1Label) => Candidate {
  const foreign = new Set(
    pieces.flatMap((piece) =>
      piece.kind === 'label' && piece.label.gtin !== '' && !sameGtin(piece.label.gtin, item.gtin)
        ? [piece.label.gtin]
        : [],
    ),
  );
  const others = itemsByGtin(store, [...foreign]);
  return (text, { gtin, serial }) => {
    const refused = (reason: string): Candidate => ({ refused: { ok: false, text, reason } });
    const owners = others.filter((one) => sameGtin(one.gtin, gtin)).map(itemWithName);
    if (foreign.has(gtin) && owners.length > 0)
      return refused(`This label belongs to ${owners.join(' or ')}, not to ${item.itemNumber}.`);
    if (foreign.has(gtin) && item.gtin !== '')
      return refused(
        `This label belongs to another item: its GTIN is ${gtin}, that of ${item.itemNumber} is ${item.gtin}.`,
      );
    if (serial === '')
      return refused(
        foreign.has(gtin) || gtin === ''
          ? `${text} is a label without a serial number.`
          : `${text} is the item's barcode, not a serial number.`,
      );
    return foreign.has(gtin)
      ? { serial, notice: `The GTIN ${gtin} of this label is not that of any item yet.` }
      : { serial };
  };
}

/** The stock rows that carry one of the serials within the scope, by id. */
function rowsHere(
  store: Store,
  { itemNumber }: StockedItem,
  serials: readonly string[],
  scope: SerialPlace,
): ReadonlyMap<number, StockRow> {
  if (serials.length === 0 || (scope.kind !== 'place' && scope.kind !== 'rows' && scope.kind !== 'picked'))
    return new Map();
  const rows = serialsOnHand(store, [...new Set(serials)], itemNumber);
  return new Map(rows.filter((row) => inScope(row, scope)).map((row) => [row.id, row]));
}

function inScope({ id, key }: StockRow, scope: SerialPlace): boolean {
  if (scope.kind === 'rows') return scope.stockIds.includes(id);
  if (scope.kind === 'picked')
    return key.orderLineId === scope.orderLineId && key.containerId === 0 && key.inTransit === 0;
  if (scope.kind !== 'place') return false;
  const { warehouse, location, licensePlate, orderLineId = 0, containerId = 0, inTransit = false } = scope;
  return (
    key.warehouse === warehouse &&
    key.location === location &&
    (licensePlate === undefined || key.licensePlate === licensePlate) &&
    key.orderLineId === orderLineId &&
    key.containerId === containerId &&
    (key.inTransit === 1) === inTransit
  );
}

function answerOf(
  { range, notice }: { readonly range?: string; readonly notice?: string },
  checked: CheckedEntry | undefined,
  here: ReadonlyMap<number, StockRow>,
): SerialAnswer {
  const from = range !== undefined && { range };
  switch (checked?.outcome) {
    case 'here': {
      const units = Math.floor((here.get(checked.stockId)?.quantity ?? THOUSANDTHS) / THOUSANDTHS);
      return { ok: true, serial: checked.serial, units, ...(notice !== undefined && { notice }), ...from };
    }
    case 'new': {
      const notices = [notice ?? '', checked.notice].filter((one) => one !== '').join(' ');
      return {
        ok: true,
        serial: checked.serial,
        units: 1,
        ...(notices !== '' && { notice: notices }),
        ...from,
      };
    }
    case 'refused':
      return {
        ok: false,
        text: checked.serial,
        reason: checked.reason,
        ...(checked.standsIn !== undefined && { standsIn: checked.standsIn }),
        ...from,
      };
    default:
      throw new Error('Every serial has an answer.');
  }
}

function doubtOf(piece: ListPiece): readonly DoubtfulReading[] {
  if (piece.kind === 'range') return [{ text: piece.text, as: 'range', count: piece.serials.length }];
  if (piece.kind === 'serial' && piece.asRange > 1)
    return [{ text: piece.text, as: 'serial', count: piece.asRange }];
  return [];
}
