import { serialOf } from '../../src-main/domain/serial-entry.ts';
import { formatCount } from '../app/format.ts';
import type { ScanMessageContent } from './scan-message.tsx';
import type { Tone } from './scan-tones.ts';
import type { Outcome } from './use-serial-queue.ts';

/** What is said and played of an outcome. @param needed entries that are wanted in all. */
export function wordsOf(
  {
    added,
    notTaken,
    notices,
    entered,
    doubtful,
  }: Pick<Outcome, 'added' | 'notTaken' | 'notices' | 'entered' | 'doubtful'>,
  needed: number,
): Omit<ScanMessageContent, 'number'> & { readonly sound: Tone } {
  const complete = added.length > 0 && needed > 0 && entered >= needed;
  const [refused] = notTaken;
  if (refused !== undefined) {
    const count = formatCount(notTaken.length);
    const several =
      added.length === 0
        ? `None of ${count} taken.`
        : `${formatCount(added.length)} accepted, ${count} not taken.`;
    const text = added.length === 0 && notTaken.length === 1 ? refused.reason : several;
    return { tone: 'refused', sound: 'refused', text };
  }
  const [only] = added;
  if (only === undefined)
    return { tone: 'refused', sound: 'refused', text: 'There is no serial number in this text.' };
  const [range] =
    doubtful.length === 1 ? doubtful.filter(({ as, count }) => as === 'range' && count === added.length) : [];
  const accepted =
    added.length === 1
      ? `${serialOf(only) ?? 'Not readable'} accepted.`
      : `${range === undefined ? '' : `${range.text}: `}${formatCount(added.length)} accepted.`;
  const noticed =
    notices.length > 3
      ? [...notices.slice(0, 3), `${formatCount(notices.length - 3)} more have left the stock before.`]
      : notices;
  const missing = complete ? [`All ${formatCount(needed)} are entered.`] : [];
  return {
    tone: 'accepted',
    sound: complete ? 'complete' : 'accepted',
    text: [accepted, ...noticed, ...missing].join(' '),
  };
}
