/** Some items, counted, with the numbers of the first ones. */
export interface NamedItems {
  readonly items: number;
  readonly examples: readonly string[];
}

/** Names items in a sentence: `A1, A2 and 3 more`. */
export function nameItems({ items, examples }: NamedItems): string {
  const rest = items - examples.length;
  return examples.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
