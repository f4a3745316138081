import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../domain/problem.ts';

const labelSchema = z.object({ fileName: z.string(), contentType: z.string() });

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

/** The file behind a download id. @throws DomainError `not-found`. */
export function findOutgoing(
  dataFolder: string,
  downloadId: string,
): { readonly path: string; readonly fileName: string; readonly contentType: string } {
  const path = join(outgoingFolder(dataFolder), downloadId);
  if (!z.uuid().safeParse(downloadId).success || !existsSync(path))
    throw new DomainError('not-found', 'This file is no longer there. Export it again.');
  return { path, ...labelSchema.parse(JSON.parse(readFileSync(`${path}.json`, 'utf8'))) };
}
