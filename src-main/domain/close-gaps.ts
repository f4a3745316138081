import { z } from 'zod';
import type { StockDimension } from './on-hand.ts';
import { onHandFilterSchema } from './on-hand-query.ts';
import { MAX_ENTRIES, reasonSchema } from './serial-entry.ts';
import { listReadings } from './serial-list.ts';
import { LONG_SERIAL_LENGTH } from './serial-number.ts';
import { MAX_STOCK_ROWS } from './stock-action.ts';

/** Longest block, in characters: as many of the longest serials as one action takes, each on its line. */
export const MAX_BLOCK = MAX_ENTRIES * (LONG_SERIAL_LENGTH + 2);

/** Most lines of a plan that are read at once. */
const MAX_PLAN_PAGE = 1000;

const id = z.int().positive();

/** Whose blanks are closed: those of selected rows, or of all rows that match a filter. */
export const closeScopeSchema = z.union([
  z.strictObject({
    stockIds: z
      .array(id)
      .min(1, 'Select at least one row.')
      .max(MAX_STOCK_ROWS, `At most ${MAX_STOCK_ROWS} rows are taken at once; use a filter for more.`),
  }),
  z.strictObject({ filter: onHandFilterSchema }),
]);

/** See `closeScopeSchema`. */
export type CloseScope = Readonly<z.infer<typeof closeScopeSchema>>;

/** What a plan is made of: the scope, and the text that was pasted, scanned or read from a file. */
export const gapPlanSchema = z.strictObject({
  scope: closeScopeSchema,
  block: z
    .string()
    .min(1, 'Paste, scan or drop serial numbers first.')
    .max(MAX_BLOCK, 'This block is too long for one plan. Close the gaps in parts.'),
  reading: z.enum(listReadings).default('decide'),
});

/** See `gapPlanSchema`. */
export type GapPlanInput = Readonly<z.infer<typeof gapPlanSchema>>;

/** Which lines of a plan are shown. */
const planParts = ['all', 'problems', 'planned'] as const;

/** See `planParts`. */
export type PlanPart = (typeof planParts)[number];

/** A stretch of a plan's lines, problems first. */
export const planPageSchema = z.strictObject({
  planId: z.uuid(),
  part: z.enum(planParts),
  offset: z.int().min(0).max(MAX_ENTRIES),
  limit: z.int().min(1).max(MAX_PLAN_PAGE),
});

/** See `planPageSchema`. */
export type PlanPageInput = Readonly<z.infer<typeof planPageSchema>>;

/** Applies a plan, without the lines that are left out by their number in the plan. */
export const applyPlanSchema = z.strictObject({
  planId: z.uuid(),
  leaveOut: z.array(z.int().min(1).max(MAX_ENTRIES)).max(MAX_ENTRIES).default([]),
});

/** See `applyPlanSchema`. */
export type ApplyPlanInput = Readonly<z.infer<typeof applyPlanSchema>>;

/** Records of blank units that their labels are missing or cannot be read. */
export const recordExceptionsSchema = z.strictObject({
  scope: closeScopeSchema,
  reason: reasonSchema,
  /** How many units, the oldest first; all blank units of the scope where it is not said. */
  units: z.int().min(1, 'At least one unit is recorded.').max(1_000_000_000).optional(),
});

/** See `recordExceptionsSchema`. */
export type RecordExceptionsInput = Readonly<z.infer<typeof recordExceptionsSchema>>;

/** A plan in figures. The lines are read by page. */
export interface GapPlan {
  readonly planId: string;
  /** Lines of the plan: a range has one for each serial number. */
  readonly lines: number;
  readonly planned: number;
  readonly problems: number;
  /** Planned lines that have a notice. */
  readonly notices: number;
  /** What stays blank in the scope, in thousandths. */
  readonly blankLeft: number;
  /** What the columns of the block mean; none where it is a list. */
  readonly columns: readonly StockDimension[];
  /** Columns of its heading that were not read. */
  readonly ignored: readonly string[];
  /** How many pieces were read as ranges, and the first of them. */
  readonly ranges: { readonly count: number; readonly first: readonly string[] };
}

/** A line of a plan: the unit that a serial number goes to, or why it goes to none. */
export interface GapPlanLine {
  /** Its number in the plan, from 1. */
  readonly number: number;
  /** The line of the block that it stands in, from 1. */
  readonly line: number;
  readonly value: string;
  readonly serial: string;
  /** Empty where the line is planned. */
  readonly problem: string;
  readonly notice: string;
  /** The item was told by its serial mask alone. */
  readonly byMask: boolean;
  readonly itemNumber: string;
  readonly productName: string;
  readonly warehouse: string;
  readonly location: string;
  readonly licensePlate: string;
  readonly batchNumber: string;
  /** ISO time in UTC: since when the unit is blank; empty where there is none. */
  readonly since: string;
}

/** A stretch of a plan's lines. */
export interface GapPlanPage {
  readonly rows: readonly GapPlanLine[];
  readonly total: number;
}
