import { z } from 'zod';
import { cleanText } from './blank.ts';
import { filterText, gridConditionSchema } from './grid-condition.ts';

/** The pages that keep views. */
export const viewPages = ['on-hand', 'gaps'] as const;

/** See `viewPages`. */
export type ViewPage = (typeof viewPages)[number];

/** Longest name of a view, in characters. */
export const VIEW_NAME_LENGTH = 60;

/** Most views of one page. */
export const MAX_VIEWS = 200;

/** Largest view, in bytes of its JSON. */
export const MAX_VIEW_BYTES = 64 * 1024;

/** Most entries of each of a view's lists. */
const MOST = { choices: 20, conditions: 40, sort: 8, columns: 200 } as const;

/** A column as the view was saved: a later version of the app may not have it any more. */
const columnKey = z.string().min(1).max(100);

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** What a page shows, so that it can show it again: its filter, its order and its columns. */
export const viewContentSchema = z
  .strictObject({
    /** The text of the search box. */
    search: filterText.default(''),
    /** What the toggles and selects of the page stand at, by name. */
    choices: z
      .record(z.string().min(1).max(40), z.string().max(250))
      .refine((choices) => Object.keys(choices).length <= MOST.choices, 'A view has at most 20 choices.')
      .default({}),
    /** Id of a kept list of items, which lasts as long as the app runs. */
    list: z.uuid().optional(),
    conditions: z.array(gridConditionSchema(columnKey, columnKey)).max(MOST.conditions).default([]),
    sort: z
      .array(z.strictObject({ column: columnKey, descending: z.boolean() }))
      .max(MOST.sort)
      .default([]),
    /** All columns in their order. Widths in pixels; null for the column that takes what is left over. */
    columns: z
      .array(
        z.strictObject({
          key: columnKey,
          width: z.number().min(0).max(10_000).nullable(),
          hidden: z.boolean(),
          pinned: z.enum(['left', 'right']).nullable(),
        }),
      )
      .max(MOST.columns)
      .default([]),
  })
  .refine((view) => bytesOf(view) <= MAX_VIEW_BYTES, 'This view is larger than 64 KB. Shorten its filters.');

/** See `viewContentSchema`. */
export type ViewContent = Readonly<z.infer<typeof viewContentSchema>>;

/** The name of a view: required, trimmed, at most 60 characters. Unique on its page without regard to case. */
export const viewNameSchema = z
  .string()
  .transform(cleanText)
  .pipe(
    z
      .string()
      .min(1, 'Give the view a name.')
      .max(VIEW_NAME_LENGTH, `A name has at most ${VIEW_NAME_LENGTH} characters.`),
  );

/** What a view is besides its id. */
export const viewInputSchema = z.strictObject({
  page: z.enum(viewPages),
  name: viewNameSchema,
  view: viewContentSchema,
});

/** See `viewInputSchema`. */
export type ViewInput = Readonly<z.infer<typeof viewInputSchema>>;

/** A view by its name. */
export interface NamedView {
  readonly id: number;
  /** Goes up by one with every change; a save must name the version it started from. */
  readonly version: number;
  readonly name: string;
}

/** A view with what it shows. */
export interface SavedView extends NamedView, ViewInput {}
