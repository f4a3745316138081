import { z } from 'zod';
import { gapScopeSchema } from './gaps.ts';
import { onHandColumns, type OnHandColumn } from './on-hand.ts';

/** Kinds of file that the worklist is written to. */
export const worklistFormats = ['xlsx', 'csv'] as const;

/** See `worklistFormats`. */
export type WorklistFormat = (typeof worklistFormats)[number];

/** Which gaps to write, and how. */
export const worklistSchema = gapScopeSchema.extend({ format: z.enum(worklistFormats) });

/** See `worklistSchema`. */
export type WorklistInput = Readonly<z.infer<typeof worklistSchema>>;

/** A column of the worklist: one of the grid, or what only the worklist says. */
export type WorklistColumn =
  | { readonly key: OnHandColumn['key']; readonly label: string }
  | { readonly key: 'reason' | 'responsible'; readonly label: string };

const last = onHandColumns.filter(({ key, hidden }) => hidden && key !== 'verdict' && key !== 'age');

/**
 * The columns of the worklist: those of the grid in their first order, with the verdict, its age, why it is, and who is
 * responsible; then those that the grid hides, so that every line says which stock it is.
 */
export const worklistColumns: readonly WorklistColumn[] = [
  ...onHandColumns.filter(({ key, hidden }) => !hidden && key !== 'verdict' && key !== 'age'),
  { key: 'verdict', label: 'Verdict' },
  { key: 'age', label: 'Age' },
  { key: 'reason', label: 'Reason' },
  { key: 'responsible', label: 'Responsible' },
  ...last,
];
