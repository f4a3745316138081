import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SerialCheck } from '../../src-main/domain/serial-check.ts';
import type { SerialEntry } from '../../src-main/domain/serial-entry.ts';
import type { ListReading } from '../../src-main/domain/serial-list.ts';
import { apiClient, problemOf } from '../api/client.ts';
import type { SerialEntryFieldProps } from './serial-entry-props.ts';
import { settleCheck, tallyOf, type Settled, type Tally } from './settle-check.ts';

/** A text on its way to the server. */
export interface Submission {
  readonly text: string;
  readonly reading: ListReading;
  /** One scan from the box, or several entries at once: a pasted list, created numbers. */
  readonly from: 'box' | 'list';
}

/** What became of a submission. */
export interface Outcome extends Submission, Settled, Pick<SerialCheck, 'doubtful' | 'labels'> {
  /** Entries in the list afterwards. */
  readonly entered: number;
  /** Scans that wait behind it. */
  readonly waiting: number;
}

/** The entries, and the queue of what is still to be checked. */
export interface SerialQueue {
  /** A check is on its way, or waits. */
  readonly busy: boolean;
  readonly submit: (submission: Submission) => void;
  /** Replaces the list, from what it is at this moment. */
  readonly change: (make: (entries: readonly SerialEntry[]) => readonly SerialEntry[]) => void;
}

/**
 * Checks one text after the other, in the order in which they came, and adds what is accepted. Scans that come while
 * the server answers wait; none is lost, and a scan never waits for a repaint.
 */
export function useSerialQueue(
  props: SerialEntryFieldProps,
  onOutcome: (outcome: Outcome) => void,
): SerialQueue {
  const [busy, setBusy] = useState(false);
  const latest = useRef({ props, onOutcome, entries: props.value });
  useLayoutEffect(() => {
    // The list is ahead of the page until the page has taken it.
    const { props: before, entries } = latest.current;
    latest.current = { props, onOutcome, entries: props.value === before.value ? entries : props.value };
  });
  const tallied = useRef<{ entries: readonly SerialEntry[]; tally: Tally }>(undefined);
  const waiting = useRef<Submission[]>([]);
  const running = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const tally = (): Tally => {
    const { entries } = latest.current;
    if (tallied.current?.entries !== entries) tallied.current = { entries, tally: tallyOf(entries) };
    return tallied.current.tally;
  };
  const publish = (entries: readonly SerialEntry[]): void => {
    latest.current = { ...latest.current, entries };
    latest.current.props.onChange(entries);
  };
  const change: SerialQueue['change'] = (make) => publish(make(latest.current.entries));

  const take = (submission: Submission, check: SerialCheck): void => {
    const { entries, props: now } = latest.current;
    const counted = tally();
    const room = Math.max(0, (now.maximum ?? now.needed) - entries.length);
    const settled = settleCheck(check, counted, room);
    if (settled.added.length > 0) {
      const all = [...entries, ...settled.added];
      // `settleCheck` has counted along.
      tallied.current = { entries: all, tally: counted };
      publish(all);
    }
    const { doubtful, labels } = check;
    report(submission, { ...settled, doubtful, labels });
  };
  const report = (
    submission: Submission,
    result: Omit<Outcome, keyof Submission | 'entered' | 'waiting'>,
  ): void => {
    const { onOutcome: tell, entries } = latest.current;
    tell({ ...submission, ...result, entered: entries.length, waiting: waiting.current.length });
  };
  const checkOne = async (submission: Submission): Promise<void> => {
    const { itemNumber, scope, capturesNew } = latest.current.props;
    const { text, reading } = submission;
    try {
      const check = await apiClient.serials.check.mutate({ itemNumber, scope, capturesNew, text, reading });
      if (!gone.current) take(submission, check);
    } catch (error) {
      const reason = problemOf(error).sentence;
      if (!gone.current)
        report(submission, {
          added: [],
          notTaken: [{ text, reason, again: true }],
          notices: [],
          doubtful: [],
          labels: [],
        });
    }
  };
  const run = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    for (let next = waiting.current.shift(); next !== undefined; next = waiting.current.shift())
      // oxlint-disable-next-line no-await-in-loop -- the order of the scans is kept
      await checkOne(next);
    running.current = false;
    setBusy(false);
  };
  return {
    busy,
    submit: (submission) => {
      waiting.current.push(submission);
      void run();
    },
    change,
  };
}
