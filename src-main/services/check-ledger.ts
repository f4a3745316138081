import type { JobControl } from '../domain/job.ts';
import type { LedgerCheck } from '../domain/ledger-check.ts';
import { writeQuantity } from '../domain/quantity.ts';
import {
  ledgerSize,
  stockDifferences,
  sumDifferences,
  type StockDifference,
  type SumDifference,
} from '../store/ledger-check-queries.ts';
import type { Store } from '../store/store.ts';

/** Differences of each kind that are described. */
const DESCRIBED = 10;

/** Rebuilds the on-hand from the ledger and compares it, row by row, and the kept sums with the on-hand. */
export function checkLedger(store: Store, control: JobControl): LedgerCheck {
  // One transaction, so that all of it is seen at one moment.
  return store.scratch(() => {
    control.phase('Adding up the ledger', 0);
    const size = ledgerSize(store);
    const stock = stockDifferences(store, DESCRIBED);
    control.progress(0);
    control.phase('Adding up the on-hand', 0);
    const sums = sumDifferences(store, DESCRIBED);
    control.progress(0);
    return {
      ...size,
      differences: stock.count + sums.count,
      first: [...stock.first.map(stockWords), ...sums.first.map(sumWords)].slice(0, DESCRIBED),
    };
  });
}

function stockWords(difference: StockDifference): string {
  const { stockId, itemNumber, warehouse, location, serialNumber, posted, standing } = difference;
  if (itemNumber === '')
    return `Stock row ${stockId} is missing; the ledger has ${writeQuantity(posted)} of it.`;
  const place = location === '' ? `warehouse ${warehouse}` : `warehouse ${warehouse}, location ${location}`;
  const serial = serialNumber === '' ? 'no serial number' : `serial ${serialNumber}`;
  const stock = `${itemNumber} in ${place}, ${serial}`;
  return posted === standing
    ? `${stock}: it stands among present and among past stock.`
    : `${stock}: the ledger adds up to ${writeQuantity(posted)}, the on-hand is ${writeQuantity(standing)}.`;
}

function sumWords({ itemNumber, warehouse, stage, blank, ...sum }: SumDifference): string {
  const which = blank === 1 ? 'without a serial number' : 'with a serial number';
  return (
    `The sum of ${itemNumber} ${which} in warehouse ${warehouse} at ${stage} says ${rowsOf(sum.keptRows)} with ` +
    `${writeQuantity(sum.keptQuantity)}; the on-hand has ${rowsOf(sum.rows)} with ${writeQuantity(sum.quantity)}.`
  );
}

function rowsOf(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`;
}
