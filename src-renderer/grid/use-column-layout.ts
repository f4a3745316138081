import { useMemo } from 'react';
import {
  firstLayout,
  readLayout,
  sameLayout,
  type ColumnDefaults,
  type ColumnLayout,
} from './column-layout.ts';
import { usePreference } from './preference.ts';

/** The remembered places of a grid's columns. */
export interface KeptColumns {
  readonly layout: ColumnLayout;
  setLayout(layout: ColumnLayout): void;
  /** Puts every column where it first stood. */
  reset(): void;
}

/** Remembers order, width, pinning and hiding of columns under a key. `columns` must keep its identity. */
export function useColumnLayout(storageKey: string, columns: readonly ColumnDefaults[]): KeptColumns {
  const [text, keep] = usePreference(`columns.${storageKey}`);
  return useMemo(() => {
    const layout = readLayout(text, columns);
    return {
      layout,
      setLayout(next) {
        if (!sameLayout(next, layout))
          keep(sameLayout(next, firstLayout(columns)) ? null : JSON.stringify(next));
      },
      reset: () => keep(null),
    };
  }, [text, keep, columns]);
}

/** The columns that are shown, in the order in which they stand on screen: pinned ones outside. */
export function visibleKeys(layout: ColumnLayout): readonly string[] {
  const shown = layout.filter(({ hidden }) => !hidden);
  return [...of(shown, 'left'), ...of(shown, null), ...of(shown, 'right')];
}

function of(columns: ColumnLayout, pinned: 'left' | 'right' | null): readonly string[] {
  return columns.filter((column) => column.pinned === pinned).map(({ key }) => key);
}
