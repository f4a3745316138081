import { cleanText } from '../../../src-main/domain/blank.ts';
import { nameKey } from '../../../src-main/domain/name-key.ts';

/** A chip of a group in the list. */
export interface GroupChip {
  readonly label: string;
  /** It stands out. */
  readonly strong: boolean;
}

/** A group as the list shows it. */
export interface GroupRow {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly chips: readonly GroupChip[];
}

/** The groups whose name, description or chip contains every word of the text, without regard to case. */
export function filterRows(rows: readonly GroupRow[], text: string): readonly GroupRow[] {
  const words = nameKey(cleanText(text)).split(/\s+/);
  return rows.filter(({ name, description, chips }) => {
    const found = nameKey([name, description, ...chips.map(({ label }) => label)].join('\n'));
    return words.every((word) => found.includes(word));
  });
}
