import type { OnHandRow } from '../../../src-main/domain/on-hand.ts';
import { verdictSentence } from '../../../src-main/domain/verdict-words.ts';
import { formatDay } from './format-time.ts';

/** Why a row has its verdict, in one sentence with days of this machine's calendar. */
export function verdictReason(row: OnHandRow): string {
  const now = new Date();
  return verdictSentence(row, (iso) => formatDay(iso, now));
}
