import { cleanText } from '../domain/blank.ts';
import { readGs1 } from '../domain/gs1.ts';
import { isGtin } from '../domain/gtin.ts';
import { itemWithName } from '../domain/item.ts';
import { nameKey } from '../domain/name-key.ts';
import { countItem, nameItems, noItems } from '../domain/named-items.ts';
import { itemsByGtin } from '../store/item-queries.ts';
import { storedItemPolicy } from '../store/policy-queries.ts';
import type { Store } from '../store/store.ts';
import { readAppSettings } from '../store/setting-queries.ts';

/** What a scan says of an item: its number, its barcode, or a GS1 label of it. */
export interface ScannedItem {
  /** The text as it is looked for, without white space around it. */
  readonly words: string;
  readonly isLabel: boolean;
  readonly item: { readonly itemNumber: string; readonly name: string } | null;
  /** Batch number of a GS1 label; empty where it says none. */
  readonly batchNumber: string;
  /** What is wrong with a GS1 label, or which items it could be where that is not clear; empty where nothing is wrong. */
  readonly problem: string;
}

/** Reads a scan as an item. */
export function scannedItem(store: Store, text: string): ScannedItem {
  const words = cleanText(text);
  const label = readGs1(text, readAppSettings(store).gs1Sign);
  if (label !== undefined && 'problem' in label)
    return { words, isLabel: true, item: null, batchNumber: '', problem: label.problem };
  const items = itemsOf(store, label?.gtin ?? words);
  const [item = null] = items;
  const isClear = items.length < 2;
  return {
    words,
    isLabel: label !== undefined,
    item: isClear ? item : null,
    batchNumber: label?.batch ?? '',
    problem: isClear ? '' : ambiguous(label?.gtin ?? words, items),
  };
}

type Item = NonNullable<ScannedItem['item']>;

/** More than one only where items have the same GTIN, from before that was refused. */
function itemsOf(store: Store, text: string): readonly Item[] {
  const stored = storedItemPolicy(store, nameKey(text));
  const found = stored !== undefined ? [stored] : isGtin(text) ? itemsByGtin(store, [text]) : [];
  return found.map(({ itemNumber, name }) => ({ itemNumber, name }));
}

function ambiguous(gtin: string, items: readonly Item[]): string {
  const named = nameItems(items.map(itemWithName).reduce(countItem, noItems));
  return `${gtin} is the GTIN of more than one item: ${named}. Type the item number, and give each item a GTIN of its own on the page Items.`;
}
