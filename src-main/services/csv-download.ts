import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import type { JobControl } from '../domain/job.ts';
import { csvLine } from '../files/csv-writer.ts';
import { createOutgoing, type Download } from './outgoing.ts';

/** Characters collected before they are written to the disk. */
const BLOCK = 1024 * 1024;

/** Rows between two looks at whether the user cancelled. */
const STEP = 5000;

/**
 * Writes rows to a CSV file that can be fetched, without holding them all. Nothing stays where the user cancels.
 * @param rows as texts that are safe for a spreadsheet.
 */
export function writeCsvDownload(
  dataFolder: string,
  fileName: string,
  header: readonly string[],
  rows: Iterable<readonly string[]>,
  control: JobControl,
): Download {
  const { path, ...download } = createOutgoing(dataFolder, fileName, 'text/csv; charset=utf-8');
  const file = openSync(path, 'w');
  try {
    let block = `${csvLine(header)}\r\n`;
    let written = 0;
    for (const fields of rows) {
      block += `${csvLine(fields)}\r\n`;
      written += 1;
      if (block.length > BLOCK) {
        writeSync(file, block);
        block = '';
      }
      if (written % STEP === 0) control.progress(written);
    }
    writeSync(file, block);
    control.progress(written);
    return download;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}
