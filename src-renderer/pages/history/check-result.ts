import type { HistoryCheck } from '../../../src-main/domain/history.ts';
import { formatCount } from '../../app/format.ts';

/** What a check of the history has to say. */
export interface CheckResult {
  readonly severity: 'success' | 'error';
  readonly text: string;
}

/** A check in words. */
export function checkResult({ events, brokenFrom }: HistoryCheck): CheckResult {
  const counted = `${formatCount(events)} ${events === 1 ? 'event' : 'events'}`;
  if (brokenFrom === null) return { severity: 'success', text: `The chain holds for ${counted}.` };
  return {
    severity: 'error',
    text:
      `The chain does not hold from event ${formatCount(brokenFrom)} on: something outside of this app has changed ` +
      `the history. It holds for the ${counted} before.`,
  };
}
