/** Some items, counted, with the numbers of the first ones. */
export interface NamedItems {
  readonly items: number;
  readonly examples: readonly string[];
}

/** No item. */
export const noItems: NamedItems = { items: 0, examples: [] };

/** Items that a warning or a refusal names. */
const EXAMPLES = 3;

/** Adds items up, and names the first few of them. */
export function addItems(one: NamedItems, other: NamedItems): NamedItems {
  return {
    items: one.items + other.items,
    examples:
      one.examples.length < EXAMPLES ? [...one.examples, ...other.examples].slice(0, EXAMPLES) : one.examples,
  };
}

/** Counts one more item. */
export function countItem(counted: NamedItems, item: string): NamedItems {
  return addItems(counted, { items: 1, examples: [item] });
}

/** Names items in a sentence: `A1, A2 and 3 more`. */
export function nameItems({ items, examples }: NamedItems): string {
  const rest = items - examples.length;
  return examples.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
