import { stateChange, type ItemPolicy, type WhatIfExample } from '../domain/what-if.ts';
import { alikeUnits, type AlikeUnits, type ItemStock } from '../domain/what-if-stock.ts';
import type { Store } from '../store/store.ts';
import { markedStockOf, stockExamples, turnedStockOf } from '../store/what-if-queries.ts';

const EXAMPLES = 10;

type PolicyOf = (itemNumber: string) => ItemPolicy;

/** The stock by all that decides about its verdicts. @param judged items whose serial numbers are judged by other rules. */
export function unitsOf(
  store: Store,
  stock: readonly ItemStock[],
  judged: readonly string[],
  stagesMoved: boolean,
): readonly AlikeUnits[] {
  if (stock.length === 0) return [];
  const items = [...new Set(stock.map(({ itemNumber }) => itemNumber))];
  return alikeUnits(
    stock,
    markedStockOf(store, items, stagesMoved),
    judged.length === 0 ? [] : turnedStockOf(store, judged, stagesMoved),
  );
}

/** The first rows that come to another state. At most ten. */
export function examplesOf(
  store: Store,
  units: readonly AlikeUnits[],
  before: PolicyOf,
  after: PolicyOf,
  stagesMoved: boolean,
): readonly WhatIfExample[] {
  const examples: WhatIfExample[] = [];
  for (const alike of units) {
    if (examples.length >= EXAMPLES) break;
    const { from, to } = stateChange(alike, before, after);
    if (from === to) continue;
    const found = stockExamples(store, alike, stagesMoved, EXAMPLES - examples.length);
    examples.push(...found.map((row) => ({ ...row, from, to })));
  }
  return examples;
}
