import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import type { ImportProblem } from '../domain/import-preview.ts';
import { DomainError } from '../domain/problem.ts';
import { attachStaging, detachStaging, problemsOf } from '../store/staging.ts';
import type { ServiceContext } from './context.ts';
import {
  appendChunk,
  createImportFolder,
  hasImportFolder,
  openImportFolder,
  removeImportFolder,
  type AnnouncedFile,
} from './import-folder.ts';
import { readPreview, readStocked } from './inspected-import.ts';
import type { ItemLists } from './item-lists.ts';
import { requireConfirmation } from './what-if.ts';

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
  /**
   * Checks, before an import is applied, that what it would do to the stock was confirmed. Leaves it to the job to say
   * that the import is gone or was not looked at yet.
   * @param confirmed the revision of the confirmed what-if.
   * @throws DomainError `needs-confirmation`.
   */
  requireConfirmed(importId: string, confirmed: number | undefined): void;
  /**
   * Keeps the items whose stock the configuration in an import reaches, for the filter of on-hand; null where it
   * reaches none. @throws DomainError `not-found`.
   */
  listReached(importId: string): { readonly list: string | null };
  /** Forgets an import and its files. */
  discard(importId: string): void;
}

/** Makes the service. */
export function createImportService(
  { store, dataFolder }: Pick<ServiceContext, 'store' | 'dataFolder'>,
  itemLists: ItemLists,
): ImportService {
  /** Reads what the inspection of an import left; undefined where it has not come to its end. */
  const inStaging = <T>(importId: string, read: () => T): T | undefined => {
    const { staging } = openImportFolder(dataFolder, importId);
    if (!existsSync(staging)) return undefined;
    attachStaging(store, staging);
    try {
      return read();
    } finally {
      detachStaging(store);
    }
  };
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
    problems: ({ importId, file, offset, limit }) =>
      inStaging(importId, () => problemsOf(store, file, offset, limit)) ?? [],
    requireConfirmed: (importId, confirmed) => {
      if (!hasImportFolder(dataFolder, importId)) return;
      const preview = inStaging(importId, () => readPreview(store));
      if (preview?.whatIf) requireConfirmation(preview.whatIf, confirmed);
    },
    listReached: (importId) => ({
      list: itemLists.keep(inStaging(importId, () => readStocked(store)) ?? []),
    }),
    discard: (importId) => removeImportFolder(dataFolder, importId),
  };
}

/** Checks that a file arrived whole. @throws DomainError `invalid` where it did not. */
export function checkArrived(path: string, { name, size }: AnnouncedFile): void {
  const arrived = existsSync(path) ? statSync(path).size : 0;
  if (arrived !== size)
    throw new DomainError('invalid', `${name} did not arrive whole. Choose the files again.`);
}
