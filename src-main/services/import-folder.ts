import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../domain/problem.ts';

const announcedSchema = z.array(z.object({ name: z.string(), size: z.number() }));

/** A file announced for upload. */
export interface AnnouncedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/** Where an import keeps its files until it is applied or discarded. */
export interface ImportFolder {
  readonly files: readonly AnnouncedFile[];
  /** Path of an uploaded file. */
  file(index: number): string;
  /** Path of something that was unpacked of an uploaded file, by a number from 1. */
  part(number: number): string;
  /** Path of the staging database; there once the files have been inspected to their end. */
  readonly staging: string;
  /** Path of the staging database while the files are being inspected. */
  readonly draft: string;
}

/** The folder in which all imports keep their files. */
export const incomingFolder = (dataFolder: string): string => join(dataFolder, 'incoming');

const fileIn = (folder: string, index: number): string => join(folder, `file-${index}`);

const folderOf = (dataFolder: string, importId: string): string => join(incomingFolder(dataFolder), importId);

/** Makes the folder of a new import. */
export function createImportFolder(
  dataFolder: string,
  importId: string,
  files: readonly AnnouncedFile[],
): void {
  const folder = folderOf(dataFolder, importId);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'files.json'), JSON.stringify(files));
  // Nothing is sent of an empty file, yet it is one.
  for (const index of files.keys()) writeFileSync(fileIn(folder, index), '');
}

/** Whether an import is still there. */
export function hasImportFolder(dataFolder: string, importId: string): boolean {
  return existsSync(join(folderOf(dataFolder, importId), 'files.json'));
}

/** Opens the folder of an import. @throws DomainError `not-found` where there is none. */
export function openImportFolder(dataFolder: string, importId: string): ImportFolder {
  const folder = folderOf(dataFolder, importId);
  if (!hasImportFolder(dataFolder, importId))
    throw new DomainError('not-found', 'This import is no longer there. Choose the files again.');
  return {
    files: announcedSchema.parse(JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8'))),
    file: (index) => fileIn(folder, index),
    part: (number) => join(folder, `part-${number}`),
    staging: join(folder, 'staging.db'),
    draft: join(folder, 'staging.draft'),
  };
}

/** Appends a chunk to an uploaded file that is `offset` bytes long by now. Returns false where it is not. */
export function appendChunk(path: string, offset: number, chunk: Uint8Array): boolean {
  const length = existsSync(path) ? statSync(path).size : 0;
  if (length !== offset) return false;
  appendFileSync(path, chunk);
  return true;
}

/** Takes an import's files away. */
export function removeImportFolder(dataFolder: string, importId: string): void {
  rmSync(folderOf(dataFolder, importId), { recursive: true, force: true });
}
