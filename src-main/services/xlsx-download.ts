import { rmSync } from 'node:fs';
import { writeXlsx, type Sheet } from '../files/xlsx-writer.ts';
import { createOutgoing, type Download } from './outgoing.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Writes rows to an Excel file that can be fetched, without holding them all. Nothing stays where the user cancels. */
export async function writeXlsxDownload(
  dataFolder: string,
  fileName: string,
  sheet: Sheet,
): Promise<Download> {
  const { path, ...download } = createOutgoing(dataFolder, fileName, XLSX);
  try {
    await writeXlsx(path, sheet);
    return download;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}
