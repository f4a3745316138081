import { useCallback } from 'react';
import { usePreference } from './preference.ts';

/** How much room the rows of tables take. */
export const densities = ['compact', 'comfortable'] as const;

/** See `densities`. */
export type Density = (typeof densities)[number];

/** Heights in pixels of a row, of the header and of the filter row. */
export const gridHeights: Readonly<
  Record<Density, { readonly row: number; readonly header: number; readonly filter: number }>
> = {
  compact: { row: 28, header: 42, filter: 34 },
  comfortable: { row: 38, header: 50, filter: 42 },
};

/** The density the user chose, compact at first, and how to change it. */
export function useDensity(): readonly [Density, (density: Density) => void] {
  const [text, keep] = usePreference('density');
  const set = useCallback((density: Density) => keep(density), [keep]);
  return [densities.find((density) => density === text) ?? 'compact', set];
}
