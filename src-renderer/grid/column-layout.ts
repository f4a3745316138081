/** How one column stands in the grid. */
export interface PlacedColumn {
  readonly key: string;
  /** In pixels; null while the column takes the width that is left over. */
  readonly width: number | null;
  readonly hidden: boolean;
  readonly pinned: 'left' | 'right' | null;
}

/** All columns in their order. */
export type ColumnLayout = readonly PlacedColumn[];

/** The part of a column that its first place depends on. */
export interface ColumnDefaults {
  readonly key: string;
  readonly hidden: boolean;
  readonly width: number;
  readonly grows?: boolean;
}

const MIN_WIDTH = 40;
const MAX_WIDTH = 2000;

/** Where the columns stand before anyone moved them. */
export function firstLayout(columns: readonly ColumnDefaults[]): ColumnLayout {
  return columns.map(({ key, hidden, width, grows }) => ({
    key,
    width: grows === true ? null : width,
    hidden,
    pinned: null,
  }));
}

/**
 * Reads a kept layout. Whatever is not as it should be falls back to the first layout, column by column; columns that
 * the kept layout does not know stand where they would stand anyway.
 */
export function readLayout(text: string | null, columns: readonly ColumnDefaults[]): ColumnLayout {
  const first = firstLayout(columns);
  const kept = parse(text);
  if (kept === undefined) return first;
  const layout: PlacedColumn[] = [];
  for (const entry of kept) {
    const known = first.find((column) => column.key === entry.key);
    if (known === undefined || layout.some((column) => column.key === entry.key)) continue;
    layout.push({ ...known, ...placeOf(entry) });
  }
  for (const [index, column] of first.entries())
    if (!layout.some(({ key }) => key === column.key)) layout.splice(index, 0, column);
  return layout.every(({ hidden }) => hidden) ? first : layout;
}

/** Whether two layouts are the same, so that nothing has to be done. */
export function sameLayout(one: ColumnLayout, other: ColumnLayout): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function parse(text: string | null): readonly Readonly<Record<string, unknown>>[] | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (!Array.isArray(value)) return undefined;
    return value.filter((entry) => typeof entry === 'object' && entry !== null);
  } catch {
    return undefined;
  }
}

function placeOf(entry: Readonly<Record<string, unknown>>): Partial<PlacedColumn> {
  const { width, hidden, pinned } = entry;
  return {
    ...((width === null || (typeof width === 'number' && width >= MIN_WIDTH && width <= MAX_WIDTH)) && {
      width,
    }),
    ...(typeof hidden === 'boolean' && { hidden }),
    ...((pinned === null || pinned === 'left' || pinned === 'right') && { pinned }),
  };
}
