import type { JobControl } from '../domain/job.ts';
import { writeQuantity } from '../domain/quantity.ts';
import { exceptionColumns, type ExceptionExport } from '../domain/stock-exception.ts';
import { spreadsheetText } from '../files/csv-writer.ts';
import { countExceptions, exceptionValues } from '../store/exception-queries.ts';
import type { Store } from '../store/store.ts';
import { writeCsvDownload } from './csv-download.ts';
import { exceptionFacts } from './exceptions.ts';
import type { Download } from './outgoing.ts';

/** Writes the exceptions as filtered and sorted to a CSV file: the columns shown, in their order, under their names. */
export function exportExceptions(
  store: Store,
  dataFolder: string,
  { filter, sort, columns }: ExceptionExport,
  now: Date,
  control: JobControl,
): Download {
  const facts = exceptionFacts(store, now);
  const shown = columns.flatMap((key) => exceptionColumns.find((column) => column.key === key) ?? []);
  function* fields(): Generator<readonly string[], void, undefined> {
    for (const values of exceptionValues(store, filter, sort, columns, facts))
      yield values.map((value, index) =>
        shown[index]?.kind === 'quantity' ? writeQuantity(Number(value)) : spreadsheetText(String(value)),
      );
  }
  control.phase('Writing exceptions', countExceptions(store, filter, facts));
  return writeCsvDownload(
    dataFolder,
    'exceptions.csv',
    shown.map(({ label }) => label),
    fields(),
    control,
  );
}
