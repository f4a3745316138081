import { useRef, useState, type RefObject } from 'react';
import type { DoubtfulReading } from '../../src-main/domain/serial-check.ts';
import type { SerialEntry } from '../../src-main/domain/serial-entry.ts';
import type { ListReading } from '../../src-main/domain/serial-list.ts';
import { formatCount } from '../app/format.ts';
import type { ScanBoxHandle } from './scan-box.tsx';
import type { ScanMessageContent } from './scan-message.tsx';
import { useScanTones } from './scan-tones.ts';
import { wordsOf } from './scan-words.ts';
import type { SerialEntryFieldProps } from './serial-entry-props.ts';
import type { NotTaken } from './settle-check.ts';
import { useSerialQueue, type Outcome, type Submission } from './use-serial-queue.ts';
import { useListsAndRanges } from './whole-scans.ts';

/** A list that is long enough for its check to be waited for, in characters. */
const LONG_TEXT = 20_000;

/** A text that was taken and can be read otherwise. */
export interface OtherReading extends DoubtfulReading {
  /** The entries that it was taken as. */
  readonly added: readonly SerialEntry[];
}

/** What the last scan or list came to, and what is still to be dealt with. */
interface Feedback {
  readonly message: ScanMessageContent | undefined;
  /** The one scan that was refused, and stands in the box again. */
  readonly refused: NotTaken | undefined;
  /** What else was refused, until the user has dealt with it; the latest first. */
  readonly kept: readonly NotTaken[];
  readonly other: OtherReading | undefined;
  /** What **Remove all** took away. */
  readonly removed: readonly SerialEntry[];
}

const nothing: Feedback = { message: undefined, refused: undefined, kept: [], other: undefined, removed: [] };

/** The behaviour of the serial-entry field: what is sent, what is said of it, and what can be done about it. */
export function useSerialEntry(props: SerialEntryFieldProps, box: RefObject<ScanBoxHandle | null>) {
  const { itemNumber, needed, maximum = needed, value, onComplete, onLabel, onSwap } = props;
  const tones = useScanTones();
  const [lists, setLists] = useListsAndRanges(itemNumber);
  const [feedback, setFeedback] = useState(nothing);
  const numbers = useRef(0);

  const say = (
    tone: ScanMessageContent['tone'],
    text: string,
    rest: Partial<Omit<Feedback, 'message'>> = {},
  ): void => {
    numbers.current += 1;
    const message = { tone, text, number: numbers.current };
    setFeedback((now) => ({ ...now, refused: undefined, other: undefined, removed: [], ...rest, message }));
  };

  const onOutcome = (outcome: Outcome): void => {
    const { from, text, added, notTaken, doubtful, labels, waiting } = outcome;
    const { sound, ...message } = wordsOf(outcome, needed);
    const [single] = notTaken.length === 1 && added.length === 0 ? notTaken : [];
    const inBox =
      from === 'box' && added.length === 0 && waiting === 0 && box.current?.giveBack(text) === true;
    // Only where the doubtful text is all that was taken: the other reading takes its place.
    const [doubt] = notTaken.length === 0 && doubtful.length === 1 ? doubtful : [];
    const alone = doubt !== undefined && added.length === (doubt.as === 'range' ? doubt.count : 1);
    const handled = new Set(added.map((entry) => ('serial' in entry ? entry.serial : '')));
    say(message.tone, message.text, {
      refused: inBox ? single : undefined,
      other: alone ? { ...doubt, added } : undefined,
    });
    const keep = inBox && single !== undefined ? [] : notTaken;
    setFeedback((now) => ({
      ...now,
      kept: [...keep, ...now.kept.filter((one) => !handled.has(one.text))],
    }));
    tones.play(sound);
    const label = labels.at(-1);
    if (label !== undefined && added.length > 0) onLabel?.(label);
  };
  const queue = useSerialQueue(props, onOutcome);

  const focus = (): void => box.current?.focus();
  const forget = (gone: NotTaken): void =>
    setFeedback((now) => ({
      ...now,
      message: now.refused === gone ? undefined : now.message,
      refused: now.refused === gone ? undefined : now.refused,
      kept: now.kept.filter((one) => one !== gone),
    }));
  const submit = (text: string, from: Submission['from'], reading?: ListReading): void => {
    if (text.length > LONG_TEXT) say('plain', 'The list is being checked.');
    queue.submit({ text, from, reading: reading ?? (lists ? 'decide' : 'serials') });
    focus();
  };
  const again = (refused: NotTaken, reading?: ListReading): void => {
    // What was given back to the box goes with it.
    if (feedback.refused === refused) box.current?.clear();
    forget(refused);
    submit(refused.text, 'list', reading);
  };

  return {
    feedback,
    muted: tones.muted,
    setMuted: tones.setMuted,
    busy: queue.busy,
    lists,
    setLists: (read: boolean): void => {
      setLists(read);
      focus();
    },
    room: Math.max(0, maximum - value.length),
    submit,
    refuseBlocked: (): void => {
      say('refused', 'Nothing was taken: what was entered is still being stored.');
      tones.play('refused');
    },
    enterEmpty: (): void => {
      if (queue.busy) return;
      const missing = needed - value.length;
      if (missing > 0) say('plain', `${formatCount(missing)} more ${missing === 1 ? 'is' : 'are'} needed.`);
      else onComplete?.();
    },
    add: (entries: readonly SerialEntry[]): void => {
      queue.change((now) => [...now, ...entries]);
      const outcome = {
        added: entries,
        notTaken: [],
        notices: [],
        doubtful: [],
        entered: value.length + entries.length,
      };
      const { sound, tone, text } = wordsOf(outcome, needed);
      say(tone, text);
      tones.play(sound);
    },
    remove: (index: number): void => {
      queue.change((now) => now.filter((_, at) => at !== index));
      setFeedback((now) => ({ ...now, message: undefined, other: undefined }));
      focus();
    },
    removeAll: (): void => {
      queue.change(() => []);
      say('plain', `${formatCount(value.length)} removed.`, { removed: value });
      focus();
    },
    putBack: (): void => {
      const { removed } = feedback;
      queue.change((now) => [...removed, ...now].slice(0, Math.max(maximum, now.length)));
      say('plain', `${formatCount(removed.length)} put back.`);
      focus();
    },
    dismiss: (gone: NotTaken): void => {
      forget(gone);
      focus();
    },
    dismissAll: (): void => {
      setFeedback((now) => ({ ...now, kept: [] }));
      focus();
    },
    again,
    asSerial: (refused: NotTaken): void => {
      setLists(false);
      again(refused, 'serials');
    },
    readOtherwise: ({ text, as, added }: OtherReading): void => {
      const taken = new Set(added);
      queue.change((now) => now.filter((entry) => !taken.has(entry)));
      if (as === 'range') setLists(false);
      submit(text, 'list', as === 'range' ? 'serials' : 'ranges');
    },
    swap: async (refused: NotTaken & { readonly standsIn: number }): Promise<void> => {
      const { text, standsIn, reason } = refused;
      if ((await onSwap?.({ serial: text, stockId: standsIn, reason })) === true) again(refused, 'serials');
      else focus();
    },
  };
}
