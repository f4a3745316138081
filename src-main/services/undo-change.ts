import type { HistoryKind } from '../domain/history.ts';
import { unwatched, type JobControl } from '../domain/job.ts';
import { DomainError } from '../domain/problem.ts';
import { countEvents, eventsToUndo, nameChangedSince, type EventToUndo } from '../store/history-queries.ts';
import type { Store } from '../store/store.ts';
import { beginChange, type RecordedChange, type RecorderContext } from './history-recorder.ts';

/** Events that are taken back at a time: enough for few statements, few enough to be held at once. */
const BLOCK = 5000;

/** What a thing shall be again. */
export interface Version {
  readonly subject: string;
  /** What the history calls it. */
  readonly name: string;
  /** What an event says the thing was; null where it did not exist. */
  readonly value: unknown;
}

/** Puts things of one kind back to versions inside a change, through the same rules as an edit. No thing is there twice. */
export type ApplyVersions = (
  store: Store,
  change: RecordedChange,
  versions: readonly Version[],
  control: JobControl,
) => void;

/** Puts one thing back; the parts are those of `Version`. */
export type ApplyVersion = (
  store: Store,
  change: RecordedChange,
  subject: string,
  value: unknown,
  control: JobControl,
) => void;

/** How to put back each kind of thing that can be. */
export type Appliers = Readonly<Partial<Record<HistoryKind, ApplyVersions>>>;

/** For kinds of which a change has few. */
export function oneByOne(apply: ApplyVersion): ApplyVersions {
  return (store, change, versions, control) => {
    for (const { subject, value } of versions) apply(store, change, subject, value, control);
  };
}

/** Puts things back. @throws DomainError `invalid` where things of this kind cannot be, and what an edit would throw. */
export function applyVersions(
  store: Store,
  change: RecordedChange,
  appliers: Appliers,
  kind: HistoryKind,
  versions: readonly Version[],
  control: JobControl = unwatched,
): void {
  const apply = appliers[kind];
  if (apply === undefined)
    throw new DomainError('invalid', `${versions[0]?.name} cannot be put back to an earlier version.`);
  apply(store, change, versions, control);
}

/** Begins the change that takes another one back. @throws DomainError `not-found` where there is none. */
export function beginUndo(context: RecorderContext, changeId: number): RecordedChange {
  const events = countEvents(context.store, changeId);
  if (events === 0) throw new DomainError('not-found', 'This change is not in the history.');
  return beginChange(context, events > 1 ? 'bulk' : 'page', `Undo of change ${changeId}`);
}

/**
 * Takes all events of a change back, the newest first, inside another change.
 * @throws DomainError `changed-meanwhile` where something of it was changed since; what `applyVersions` throws.
 */
export function undoEvents(
  store: Store,
  change: RecordedChange,
  appliers: Appliers,
  changeId: number,
  control: JobControl = unwatched,
): void {
  const changed = nameChangedSince(store, changeId);
  if (changed !== undefined)
    throw new DomainError(
      'changed-meanwhile',
      `${changed} was changed since. Nothing was undone; the page History has every version.`,
    );
  const total = countEvents(store, changeId);
  let [done, kind]: [number, HistoryKind | undefined] = [0, undefined];
  for (let below = Number.MAX_SAFE_INTEGER; ;) {
    const events = eventsToUndo(store, changeId, below, BLOCK);
    for (const run of runsOf(events)) {
      // Kinds with work of their own name its phases themselves.
      if (run.kind !== kind) control.phase('Taking back what it changed', total);
      applyVersions(store, change, appliers, run.kind, run.versions, control);
      kind = run.kind;
      done += run.versions.length;
      control.progress(done);
    }
    const last = events.at(-1);
    if (last === undefined || events.length < BLOCK) return;
    below = last.id;
  }
}

interface Run {
  readonly kind: HistoryKind;
  readonly versions: Version[];
}

/** Events of one kind that follow each other go together, as long as they are about different things. */
function* runsOf(events: readonly EventToUndo[]): Generator<Run, void, undefined> {
  let run: Run | undefined;
  const subjects = new Set<string>();
  for (const { kind, subject, name, before } of events) {
    if (run !== undefined && (run.kind !== kind || subjects.has(subject))) {
      yield run;
      run = undefined;
      subjects.clear();
    }
    run ??= { kind, versions: [] };
    run.versions.push({ subject, name, value: before });
    subjects.add(subject);
  }
  if (run !== undefined) yield run;
}
