import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../domain/problem.ts';

const labelSchema = z.object({
  fileName: z.string(),
  contentType: z.string(),
  /** Where the file is, if not here. */
  elsewhere: z.string().optional(),
});

/** A file that is ready to be fetched. */
export interface Download {
  readonly downloadId: string;
  readonly fileName: string;
}

/** A file that is being written for a download. */
export interface OutgoingFile extends Download {
  readonly path: string;
}

/** The folder in which files wait to be fetched; emptied at every start. */
export const outgoingFolder = (dataFolder: string): string => join(dataFolder, 'outgoing');

/** Makes room for a file that will be fetched under `fileName`. */
export function createOutgoing(dataFolder: string, fileName: string, contentType: string): OutgoingFile {
  const downloadId = randomUUID();
  const folder = outgoingFolder(dataFolder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${downloadId}.json`), JSON.stringify({ fileName, contentType }));
  return { downloadId, fileName, path: join(folder, downloadId) };
}

/** Offers a file for download that stays where it is. */
export function offerFile(dataFolder: string, path: string, fileName: string, contentType: string): Download {
  const downloadId = randomUUID();
  const folder = outgoingFolder(dataFolder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${downloadId}.json`),
    JSON.stringify({ fileName, contentType, elsewhere: path }),
  );
  return { downloadId, fileName };
}

/** The file behind a download id. @throws DomainError `not-found`. */
export function findOutgoing(
  dataFolder: string,
  downloadId: string,
): { readonly path: string; readonly fileName: string; readonly contentType: string } {
  const here = join(outgoingFolder(dataFolder), downloadId);
  const label = `${here}.json`;
  const gone = new DomainError('not-found', 'This file is no longer there. Export it again.');
  if (!z.uuid().safeParse(downloadId).success || !existsSync(label)) throw gone;
  const { elsewhere: path = here, ...said } = labelSchema.parse(JSON.parse(readFileSync(label, 'utf8')));
  if (!existsSync(path)) throw gone;
  return { path, ...said };
}
