import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import type { ImportProblem } from '../domain/import-preview.ts';
import { DomainError } from '../domain/problem.ts';
import { attachStaging, detachStaging, problemsOf } from '../store/staging.ts';
import type { ServiceContext } from './context.ts';
import {
  appendChunk,
  createImportFolder,
  openImportFolder,
  removeImportFolder,
  type AnnouncedFile,
} from './import-folder.ts';

/** Largest file that is taken, in bytes: more than ten million rows of on-hand. */
export const MAX_FILE_BYTES = 1024 * 1024 * 1024;

/** Use cases of an import up to its preview; inspecting and applying are jobs. */
export interface ImportService {
  /** Makes room for files. @throws DomainError `too-large` naming the file and the limit. */
  begin(files: readonly AnnouncedFile[]): { readonly importId: string };
  /** Appends a chunk to a file. @throws DomainError where the offset or the size is not what was announced. */
  append(importId: string, file: number, offset: number, chunk: Uint8Array): void;
  /** A stretch of the problems found in one file, in the order of its rows. */
  problems(input: {
    readonly importId: string;
    readonly file: number;
    readonly offset: number;
    readonly limit: number;
  }): readonly ImportProblem[];
  /** Forgets an import and its files. */
  discard(importId: string): void;
}

/** Makes the service. */
export function createImportService({
  store,
  dataFolder,
}: Pick<ServiceContext, 'store' | 'dataFolder'>): ImportService {
  return {
    begin: (files) => {
      const large = files.find(({ size }) => size > MAX_FILE_BYTES);
      if (large !== undefined)
        throw new DomainError(
          'too-large',
          `${large.name} is larger than ${MAX_FILE_BYTES / 1024 ** 3} GiB. Export it in parts, for example one warehouse at a time.`,
        );
      const importId = randomUUID();
      createImportFolder(dataFolder, importId, files);
      return { importId };
    },
    append: (importId, file, offset, chunk) => {
      const folder = openImportFolder(dataFolder, importId);
      const announced = folder.files[file];
      const fits = announced !== undefined && offset + chunk.length <= announced.size;
      if (!fits || !appendChunk(folder.file(file), offset, chunk))
        throw new DomainError(
          'invalid',
          `${announced?.name ?? 'A file'} changed while it was read. Choose the files again.`,
        );
    },
    problems: ({ importId, file, offset, limit }) => {
      const { staging } = openImportFolder(dataFolder, importId);
      if (!existsSync(staging)) return [];
      attachStaging(store, staging);
      try {
        return problemsOf(store, file, offset, limit);
      } finally {
        detachStaging(store);
      }
    },
    discard: (importId) => removeImportFolder(dataFolder, importId),
  };
}

/** Checks that a file arrived whole. @throws DomainError `invalid` where it did not. */
export function checkArrived(path: string, { name, size }: AnnouncedFile): void {
  const arrived = existsSync(path) ? statSync(path).size : 0;
  if (arrived !== size)
    throw new DomainError('invalid', `${name} did not arrive whole. Choose the files again.`);
}
