import { worklistColumns, type WorklistColumn, type WorklistInput } from '../domain/gap-worklist.ts';
import { unwatched, type JobControl } from '../domain/job.ts';
import { nameKey } from '../domain/name-key.ts';
import type { OnHandRow } from '../domain/on-hand.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import { verdictSentence } from '../domain/verdict-words.ts';
import { gapVerdicts, type VerdictPart } from '../domain/verdict.ts';
import { spreadsheetText } from '../files/csv-writer.ts';
import { listDuties } from '../store/duty-queries.ts';
import { gapIds } from '../store/gap-queries.ts';
import { groupsByIds } from '../store/group-queries.ts';
import { rowsOf } from '../store/on-hand-queries.ts';
import { readAppSettings } from '../store/setting-queries.ts';
import type { Store } from '../store/store.ts';
import { writeCsvDownload } from './csv-download.ts';
import { createRowView } from './on-hand-row.ts';
import type { Download } from './outgoing.ts';
import { writeXlsxDownload } from './xlsx-download.ts';

/** Rows that are read at a time. */
const STRETCH = 1000;

/** Widths in characters of the columns that need more than most. */
const widths: Partial<Record<WorklistColumn['key'], number>> = {
  productName: 28,
  trackingDimensionGroup: 24,
  serialNumber: 22,
  reason: 70,
  responsible: 22,
};

const WIDTH = 15;

type Cell = string | number;

/**
 * Writes the gaps as a list to work through: a line for every verdict of a row that somebody must do something about,
 * with the quantity that has it, so that the quantities add up to the totals of the page.
 */
export async function exportGaps(
  store: Store,
  dataFolder: string,
  { warehouse, format }: WorklistInput,
  now: Date,
  control: JobControl,
): Promise<Download> {
  const lines = linesOf(store, warehouse, now, control);
  const fileName = `gaps.${format}`;
  try {
    if (format === 'csv')
      return writeCsvDownload(dataFolder, fileName, headings, csvFields(lines), unwatched);
    const columns = worklistColumns.map(({ key, label }) => ({
      heading: label,
      width: widths[key] ?? WIDTH,
    }));
    return await writeXlsxDownload(dataFolder, fileName, { name: 'Gaps', columns, rows: lines });
  } finally {
    // A writer that failed may have left it open.
    lines.return();
  }
}

const headings = worklistColumns.map(({ label }) => label);

function* csvFields(lines: Iterable<readonly Cell[]>): Generator<readonly string[], void, undefined> {
  for (const cells of lines)
    yield cells.map((cell) => (typeof cell === 'number' ? String(cell) : spreadsheetText(cell)));
}

function* linesOf(
  store: Store,
  warehouse: string | undefined,
  now: Date,
  control: JobControl,
): Generator<readonly Cell[], void, undefined> {
  // All stretches show the same state of the data, whatever the page changes meanwhile.
  store.exec('BEGIN');
  try {
    control.phase('Looking for gaps', 0);
    const ids = gapIds(store, warehouse);
    control.phase('Writing the worklist', ids.length);
    const { serialLength } = readAppSettings(store);
    const responsible = new Map(listDuties(store).map((duty) => [nameKey(duty.warehouse), duty.responsible]));
    const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
    const formatDate = (iso: string): string => days.format(new Date(iso));
    for (let start = 0; start < ids.length; start += STRETCH) {
      const rows = rowsOf(store, ids.slice(start, start + STRETCH));
      const groups = groupsByIds(store, [...new Set(rows.flatMap(({ groupId }) => groupId ?? []))]);
      const show = createRowView(groups, serialLength, now);
      for (const stored of rows) {
        const row = show(stored);
        const said = {
          reason: verdictSentence(row, formatDate),
          responsible: responsible.get(nameKey(row.warehouse)) ?? '',
        };
        for (const part of row.verdicts) if (isGap(part)) yield cellsOf(row, part, said);
      }
      control.progress(Math.min(start + STRETCH, ids.length));
    }
  } finally {
    store.exec('COMMIT');
  }
}

const isGap = ({ verdict }: VerdictPart): boolean => gapVerdicts.some((gap) => gap === verdict);

function cellsOf(
  row: OnHandRow,
  { verdict, quantity }: VerdictPart,
  said: Readonly<Record<'reason' | 'responsible', string>>,
): readonly Cell[] {
  return worklistColumns.map(({ key }) => {
    switch (key) {
      case 'reason':
      case 'responsible':
        return said[key];
      case 'verdict':
        return verdict;
      case 'quantity':
        return quantity / THOUSANDTHS;
      default:
        return row[key] ?? '';
    }
  });
}
