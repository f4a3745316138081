import type { CloseScope, GapPlanInput } from '../domain/close-gaps.ts';
import { piecesInDoubt, readGapBlock, type GapBlock, type GapEntry } from '../domain/gap-block.ts';
import { linesOfBlock, readGapLayout, unnamedColumns, type Said } from '../domain/gap-layout.ts';
import { columnsOfSample, keyOfValue, type KnownValues } from '../domain/gap-columns.ts';
import { sameGtin } from '../domain/gtin.ts';
import { createMaskFinder, type MaskFinder } from '../domain/mask-finder.ts';
import { nameKey } from '../domain/name-key.ts';
import { stockDimensions, type StockDimension } from '../domain/on-hand.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import { serialKey } from '../domain/serial-number.ts';
import { shortened } from '../domain/shortened.ts';
import { blankItemsIn, blanksIn, knownDimensions } from '../store/close-gap-queries.ts';
import { itemsByGtin } from '../store/item-queries.ts';
import { serialsOnHand, serialsThatLeft } from '../store/serial-queries.ts';
import { readAppSettings } from '../store/setting-queries.ts';
import type { Store } from '../store/store.ts';
import { checkItemSerials } from './check-serials.ts';
import { giveUnits, type Ask, type PlannedLine } from './gap-units.ts';
import { stockedItems, type StockedItem } from './stocked-item.ts';

/** Most items of a scope that are looked at to tell an item by its mask. */
const MOST_ITEMS = 100_000;

/** Said beside a problem where units of the scope are recorded as not readable. */
const UNREADABLE =
  ' Units that are recorded as not readable get their serial numbers where the line names warehouse and location.';

/** What was made of a block. */
export interface MadePlan extends Pick<GapBlock, 'columns' | 'ignored' | 'ranges'> {
  readonly lines: readonly PlannedLine[];
  /** What stays blank in the scope, in thousandths. */
  readonly blankLeft: number;
}

/** Plans which serial goes to which blank unit. Reads only; a constant number of statements, however long the block. */
export function makePlan(store: Store, { scope, block, reading }: GapPlanInput): MadePlan {
  const itemsInScope = once(() => scopeItems(store, scope));
  const read = readBlock(store, block, reading, itemsInScope);
  const { asks, lines, items } = askedBy(store, itemsInScope, read);
  const asking = items.flatMap((item, index) => (item === undefined ? [] : [index]));
  const checked = checkItemSerials(
    store,
    asking,
    (index) => lines[index]?.serial ?? '',
    (index) => items[index] as StockedItem,
    { here: new Set(), capturesNew: true },
  );
  for (const [at, answer] of checked.entries()) {
    const line = lines[asking[at] ?? 0];
    if (line === undefined) continue;
    if (answer.outcome === 'refused') line.problem = answer.reason;
    else if (answer.outcome === 'new') line.notice = answer.notice;
  }
  const { quantity, exceptions } = blanksIn(store, scope);
  giveUnits(store, scope, asks, exceptions > 0 ? UNREADABLE : '');
  const { columns, ignored, ranges } = read;
  const planned = lines.filter(({ stockId, unreadable }) => stockId !== 0 && !unreadable).length;
  const blankLeft = quantity - planned * THOUSANDTHS;
  return { lines, columns, ignored, ranges, blankLeft };
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}

/** The items that have blank units in the scope, and what their masks tell. */
interface ScopeItems {
  readonly items: readonly StockedItem[];
  readonly masks: MaskFinder;
}

function scopeItems(store: Store, scope: CloseScope): ScopeItems {
  const items = [...stockedItems(store, blankItemsIn(store, scope, MOST_ITEMS).map(nameKey)).values()];
  return { items, masks: createMaskFinder(items) };
}

/** Reads the block; a piece that stands on-hand, or did once, or is what a mask wants, is a serial and nothing else. */
function readBlock(
  store: Store,
  block: string,
  reading: GapPlanInput['reading'],
  itemsInScope: () => ScopeItems,
): GapBlock {
  const { gs1Sign } = readAppSettings(store);
  const lines = linesOfBlock(block);
  const layout = readGapLayout(lines, reading, knownValues(store, lines));
  const doubtful = reading === 'decide' ? piecesInDoubt(layout, gs1Sign) : [];
  const known = new Set(
    doubtful.length === 0
      ? []
      : [
          ...serialsOnHand(store, doubtful, undefined).map(({ key }) => serialKey(key.serialNumber)),
          ...serialsThatLeft(store, doubtful, undefined).map(({ serialNumber }) => serialKey(serialNumber)),
        ],
  );
  return readGapBlock(layout, {
    reading,
    gs1Sign,
    isSerial: (piece) => known.has(serialKey(piece)) || itemsInScope().masks.fitsAny(piece),
  });
}

/** What the values of a block without a heading are known as. */
function knownValues(store: Store, lines: readonly string[]): KnownValues {
  const sample = unnamedColumns(lines);
  if (sample === undefined) return new Map();
  const values = [...new Set(sample.values.flat())];
  const items = [...stockedItems(store, values.map(nameKey)).values()].map(({ itemNumber }) => itemNumber);
  const known = new Map([['itemNumber' as StockDimension, keySet(items)]]);
  const look = (dimensions: readonly StockDimension[]): void => {
    for (const [dimension, found] of knownDimensions(store, dimensions, values))
      known.set(dimension, keySet(found));
  };
  look(['warehouse', 'location']);
  // These take a pass over all stock.
  const columns = columnsOfSample(sample, known);
  if (columns === 'unclear' || (columns === undefined && sample.delimiter === '\t'))
    look(['licensePlate', 'batchNumber', 'inventoryStatus']);
  return known;
}

const keySet = (values: readonly string[]): ReadonlySet<string> => new Set(values.map(keyOfValue));

/** Finds the item of every line, and brings lines that ask for the same together. */
function askedBy(
  store: Store,
  itemsInScope: () => ScopeItems,
  { pieces }: GapBlock,
): {
  readonly asks: readonly Ask[];
  readonly lines: readonly PlannedLine[];
  /** The item of each line, where it is told. */
  readonly items: readonly (StockedItem | undefined)[];
} {
  const entries = pieces.flatMap((piece) => ('serial' in piece ? [piece] : []));
  const itemOf = createItemFinder(store, itemsInScope, entries);
  const keyOf = createSaidKeys();
  const asks = new Map<string, Ask>();
  const items: (StockedItem | undefined)[] = [];
  const lines = pieces.map((piece): PlannedLine => {
    if (!('serial' in piece)) {
      const { line, value, reason } = piece;
      items.push(undefined);
      return {
        line,
        value,
        serial: '',
        itemNumber: '',
        byMask: false,
        stockId: 0,
        unreadable: false,
        problem: reason,
        notice: '',
      };
    }
    const found = itemOf(piece);
    items.push('item' in found ? found.item : undefined);
    const line: PlannedLine = {
      line: piece.line,
      value: piece.value,
      serial: piece.serial,
      itemNumber: 'item' in found ? found.item.itemNumber : '',
      byMask: 'item' in found && found.byMask,
      stockId: 0,
      unreadable: false,
      problem: 'item' in found ? '' : found.problem,
      notice: '',
    };
    if (!('item' in found)) return line;
    const { item } = found;
    const { key, dimensions } = keyOf(piece.said);
    const text = `${item.itemNumber}\u0000${key}`;
    const ask = asks.get(text) ?? { item, said: piece.said, dimensions, lines: [] };
    if (ask.lines.length === 0) asks.set(text, ask);
    ask.lines.push(line);
    return line;
  });
  return { asks: [...asks.values()], lines, items };
}

/** What lines say of the place, as one text, and which dimensions that is. */
interface SaidKey {
  readonly key: string;
  readonly dimensions: readonly StockDimension[];
}

/** Neighbouring lines mostly share what they say, so it is worked out once for them. */
function createSaidKeys(): (said: Said) => SaidKey {
  const known = new Map<string, readonly StockDimension[]>();
  let last: { readonly said: Said; readonly made: SaidKey } | undefined;
  return (said) => {
    if (last?.said === said) return last.made;
    let [names, values] = ['', ''];
    for (const one of placeDimensions) {
      const value = said[one];
      if (value === undefined) continue;
      names += `${one},`;
      values += `\u0000${serialKey(value)}`;
    }
    const dimensions = known.get(names) ?? placeDimensions.filter((one) => said[one] !== undefined);
    known.set(names, dimensions);
    const made = { dimensions, key: names + values };
    last = { said, made };
    return made;
  };
}

const placeDimensions = stockDimensions.filter((one) => one !== 'itemNumber' && one !== 'serialNumber');

type FoundItem = { readonly item: StockedItem; readonly byMask: boolean } | { readonly problem: string };

function createItemFinder(
  store: Store,
  itemsInScope: () => ScopeItems,
  entries: readonly GapEntry[],
): (entry: GapEntry) => FoundItem {
  const said = new Set(
    entries.flatMap(({ said: { itemNumber } }) => (itemNumber === undefined ? [] : [itemNumber])),
  );
  const gtins = new Set(entries.flatMap(({ gtin }) => (gtin === '' ? [] : [gtin])));
  const byGtin = itemsByGtin(store, [...gtins]);
  const names = [...said, ...byGtin.map(({ itemNumber }) => itemNumber)];
  const items = stockedItems(store, [...new Set(names.map(nameKey))]);

  const tracked = (item: StockedItem, mask = false): FoundItem =>
    item.policy.tracked
      ? { item, byMask: mask }
      : { problem: `${item.itemNumber} is not tracked by serial number, so none can be entered for it.` };
  const named = (itemNumber: string, gtin: string): FoundItem => {
    const item = items.get(nameKey(itemNumber));
    if (item === undefined) return { problem: `There is no item ${shortened(itemNumber)}.` };
    const packed = gtin === '' ? undefined : byGtin.find((one) => sameGtin(one.gtin, gtin));
    if (packed !== undefined && packed.itemNumber !== item.itemNumber)
      return { problem: `The label belongs to ${packed.itemNumber}, its line says ${item.itemNumber}.` };
    return tracked(item);
  };
  return ({ said: { itemNumber }, gtin, serial }) => {
    if (itemNumber !== undefined) return named(itemNumber, gtin);
    const packed = gtin === '' ? undefined : byGtin.find((one) => sameGtin(one.gtin, gtin));
    if (packed !== undefined) return named(packed.itemNumber, '');
    const { items: here, masks } = itemsInScope();
    const [only, second] = here;
    const single = second === undefined ? only : undefined;
    if (gtin !== '' && (single === undefined || single.gtin !== ''))
      return { problem: `The GTIN ${gtin} of this label is not that of any item with blank units here.` };
    if (single !== undefined) return tracked(single);
    if (only === undefined) return { problem: 'There is no blank unit here.' };
    const name = masks.only(serial);
    const fitting = here.find(({ itemNumber: one }) => one === name);
    return fitting === undefined
      ? { problem: `Several items have blank units here. Say the item of ${shortened(serial)} in its line.` }
      : tracked(fitting, true);
  };
}
