import type { LedgerCheck } from '../../../src-main/domain/ledger-check.ts';
import { formatCount } from '../../app/format.ts';

/** What a check of the ledger has to say, and the first things that it found. */
export interface LedgerCheckResult {
  readonly severity: 'success' | 'error';
  readonly text: string;
  readonly lines: readonly string[];
}

/** A check in words. */
export function ledgerCheckResult({
  rows,
  transactions,
  differences,
  first,
}: LedgerCheck): LedgerCheckResult {
  const rowWords = rows === 1 ? '1 row' : `${formatCount(rows)} rows`;
  const compared = transactions === 1 ? '1 transaction' : `${formatCount(transactions)} transactions`;
  if (differences === 0)
    return {
      severity: 'success',
      text: `The ledger holds: its ${compared} add up to the ${rowWords} of on-hand, and the totals to these.`,
      lines: [],
    };
  const more = differences - first.length;
  return {
    severity: 'error',
    text: `${differences === 1 ? '1 difference' : `${formatCount(differences)} differences`} between the ledger and the on-hand: something outside of this app has changed the data file.`,
    lines: more > 0 ? [...first, `and ${formatCount(more)} more`] : first,
  };
}
