import { z } from 'zod';
import { MAX_DIMENSION_LENGTH } from './on-hand.ts';
import type { VerdictTotal } from './verdict-totals.ts';
import type { RowVerdict } from './verdict.ts';

/** What the gaps can be cut by. */
export const gapCuts = ['item', 'location', 'group', 'batch', 'order'] as const;

/** See `gapCuts`. */
export type GapCut = (typeof gapCuts)[number];

/** Most lines of a cut that are shown; those with the most gaps. */
export const MAX_CUT_LINES = 200;

/** Days that the trend looks back. */
export const TREND_DAYS = 90;

/** Which gaps: of all warehouses, or of one. */
export const gapScopeSchema = z.strictObject({
  warehouse: z.string().max(MAX_DIMENSION_LENGTH).optional(),
});

/** See `gapScopeSchema`. */
export type GapScope = Readonly<z.infer<typeof gapScopeSchema>>;

/** Which gaps, and by what. */
export const gapCutSchema = gapScopeSchema.extend({ by: z.enum(gapCuts) });

/** The ages by which what is Overdue is told apart, in whole days; `most` is null for the last. */
export const agingBuckets = [
  { least: 0, most: 1, label: '0–1 days' },
  { least: 2, most: 7, label: '2–7 days' },
  { least: 8, most: 30, label: '8–30 days' },
  { least: 31, most: null, label: 'More than 30 days' },
] as const;

/** Totals by verdict of all stock, and warehouse by warehouse. Quantities in thousandths. */
export interface GapTotals {
  readonly totals: readonly VerdictTotal[];
  readonly warehouses: readonly { readonly warehouse: string; readonly totals: readonly VerdictTotal[] }[];
}

/** One line of a cut: what it is about, with the parts of its key, and its gaps. */
export interface GapCutLine {
  readonly itemNumber: string;
  readonly warehouse: string;
  /** The item, location, group, batch or order; empty where the stock has none. */
  readonly value: string;
  readonly totals: readonly VerdictTotal[];
}

/** The lines with the most gaps, and how many lines there are. */
export interface GapCutLines {
  readonly lines: readonly GapCutLine[];
  readonly total: number;
}

/** What is Overdue, by age, and where it is later than agreed. Quantities in thousandths. */
export interface OverdueAging {
  readonly buckets: readonly { readonly label: string; readonly rows: number; readonly quantity: number }[];
  readonly late: readonly LateWarehouse[];
}

/** A warehouse in which something is Overdue. */
export interface LateWarehouse {
  readonly warehouse: string;
  readonly responsible: string;
  /** Days that a blank may be Overdue; null where nothing is agreed. */
  readonly dueDays: number | null;
  /** Overdue for longer than that. */
  readonly rows: number;
  readonly quantity: number;
  /** Days since the oldest became Overdue. */
  readonly oldest: number;
}

/** The units of each verdict on a day, `2026-11-24`, in thousandths. */
export interface TrendDay {
  readonly day: string;
  readonly quantities: Readonly<Partial<Record<RowVerdict, number>>>;
}
