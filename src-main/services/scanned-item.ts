import { cleanText } from '../domain/blank.ts';
import { readGs1 } from '../domain/gs1.ts';
import { isGtin } from '../domain/gtin.ts';
import { nameKey } from '../domain/name-key.ts';
import { itemsByGtin } from '../store/item-queries.ts';
import { storedItemPolicy } from '../store/policy-queries.ts';
import type { Store } from '../store/store.ts';
import { readAppSettings } from './settings.ts';

/** What a scan says of an item: its number, its barcode, or a GS1 label of it. */
export interface ScannedItem {
  /** The text as it is looked for, without white space around it. */
  readonly words: string;
  readonly isLabel: boolean;
  readonly item: { readonly itemNumber: string; readonly name: string } | null;
  /** Batch number of a GS1 label; empty where it says none. */
  readonly batchNumber: string;
  /** What is wrong with a GS1 label; empty where nothing is. */
  readonly problem: string;
}

/** Reads a scan as an item. */
export function scannedItem(store: Store, text: string): ScannedItem {
  const words = cleanText(text);
  const label = readGs1(text, readAppSettings(store).gs1Sign);
  if (label !== undefined && 'problem' in label)
    return { words, isLabel: true, item: null, batchNumber: '', problem: label.problem };
  return {
    words,
    isLabel: label !== undefined,
    item: itemOf(store, label?.gtin ?? words),
    batchNumber: label?.batch ?? '',
    problem: '',
  };
}

function itemOf(store: Store, text: string): ScannedItem['item'] {
  const stored = storedItemPolicy(store, nameKey(text));
  if (stored !== undefined) return { itemNumber: stored.itemNumber, name: stored.name };
  const [packed] = isGtin(text) ? itemsByGtin(store, [text]) : [];
  return packed === undefined ? null : { itemNumber: packed.itemNumber, name: packed.name };
}
