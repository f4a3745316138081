import { z } from 'zod';

/** What the history keeps track of. */
export const historyKinds = {
  'tracking-dimension-group': 'Tracking dimension group',
  'tracking-number-group': 'Tracking number group',
  'storage-dimension-group': 'Storage dimension group',
  item: 'Item',
  'location-stages': 'Location stages',
  'warehouse-duties': 'Responsible and due days',
  'saved-view': 'Saved view',
  settings: 'Settings',
  'on-hand': 'On-hand',
  'data-file': 'Data file',
} as const;

/** See `historyKinds`. */
export type HistoryKind = keyof typeof historyKinds;

/** Through which door a change came: a page, the import of a file, or a change of many at once. */
export type HistoryDoor = 'page' | 'import' | 'bulk';

/** What a thing was, field by field, as plain JSON. */
export type HistoryValue = Readonly<Record<string, unknown>>;

/** One change of one thing. `before` is null where it was created, `after` where it was deleted. */
export interface HistoryEvent {
  readonly id: number;
  /** Events of one change (a save, an import, a bulk change) share it. */
  readonly changeId: number;
  /** ISO time in UTC. */
  readonly at: string;
  /** Name of the operating system's user. */
  readonly user: string;
  readonly door: HistoryDoor;
  /** What the change was, where it was more than an edit, e.g. `Undo of change 12`. */
  readonly note: string;
  readonly kind: HistoryKind;
  /** What stays the same when a thing is renamed, e.g. a group's id. */
  readonly subject: string;
  readonly name: string;
  readonly before: HistoryValue | null;
  readonly after: HistoryValue | null;
  /** Chains the event to the one before it. */
  readonly hash: string;
}

/** Whether two versions say the same, in whatever order their fields were written. */
export function sameVersion(one: HistoryValue | null, other: HistoryValue | null): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, inOrder(inner)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Which events to show, newest first. */
export const historyQuerySchema = z.strictObject({
  kind: z.enum(Object.keys(historyKinds) as [HistoryKind, ...HistoryKind[]]).optional(),
  subject: z.string().max(200).optional(),
  door: z.enum(['page', 'import', 'bulk']).optional(),
  /** Part of the name, the user or the note, in any case. */
  search: z.string().max(200).default(''),
  /** ISO times in UTC. */
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  offset: z.int().min(0).max(1_000_000_000).default(0),
  limit: z.int().min(1).max(500).default(100),
});

/** See `historyQuerySchema`. */
export type HistoryQuery = Readonly<z.infer<typeof historyQuerySchema>>;

/** What checking the chain found: how many events it holds for, and the first one from which it does not. */
export interface HistoryCheck {
  readonly events: number;
  readonly brokenFrom: number | null;
}
