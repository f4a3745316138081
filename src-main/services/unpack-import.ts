import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { JobControl } from '../domain/job.ts';
import { DomainError } from '../domain/problem.ts';
import { isDataPackage, readDataPackage } from '../files/data-package.ts';
import { writeRowFile } from '../files/row-file.ts';
import { isWorkbook, readSheet, workbookSheets } from '../files/xlsx-reader.ts';
import { extractZipped, withZipArchive, type ZippedFile } from '../files/zip-archive.ts';
import type { ImportFolder } from './import-folder.ts';
import { checkArrived } from './imports.ts';

/** Most lists that one import may hold. */
const MAX_PARTS = 1000;

/** One thing of an import that is read by itself: an uploaded file, a sheet of it, or a file of a package. */
export interface ImportPart {
  /** For the user, e.g. `Groups.xlsx › Tracking dimension groups`. */
  readonly name: string;
  readonly path: string;
  /** Whether it is a text as it came, or rows as `row-file.ts` keeps them. */
  readonly format: 'text' | 'rows';
  /** The entity of Dynamics that a package says it is. */
  readonly entity?: string;
  /** Columns that a package gives another name: from the file's, in capitals. */
  readonly renamed?: ReadonlyMap<string, string>;
  /** Why it cannot be read. */
  readonly error?: string;
}

/** The uploaded files as they came. */
export const wholeFiles = (folder: ImportFolder): readonly ImportPart[] =>
  folder.files.map(({ name }, index) => ({ name, path: folder.file(index), format: 'text' }));

/**
 * Finds what the uploaded files hold, by their content: sheets of Excel workbooks and files of zip files and of data
 * packages are unpacked beside them; other files stay as they are. A file that cannot be unpacked says why.
 * @throws DomainError where the files did not arrive whole; JobCanceledError.
 */
export async function unpackImport(
  folder: ImportFolder,
  control: JobControl,
): Promise<readonly ImportPart[]> {
  const parts: ImportPart[] = [];
  let unpacked = 0;
  const place = (): string => {
    unpacked += 1;
    if (unpacked > MAX_PARTS)
      throw new DomainError(
        'unreadable-file',
        `There are more than ${MAX_PARTS.toLocaleString('en')} lists in it. Import them in parts.`,
      );
    return folder.part(unpacked);
  };
  for (const [index, file] of folder.files.entries()) {
    const whole: ImportPart = { name: file.name, path: folder.file(index), format: 'text' };
    checkArrived(whole.path, file);
    const found: ImportPart[] = [];
    try {
      if (isZip(whole.path)) await unpack(whole, { found, place, control });
      else found.push(whole);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      found.splice(0, found.length, { ...whole, error: error.message });
    }
    parts.push(...found);
  }
  return parts;
}

interface Unpacking {
  readonly found: ImportPart[];
  /** A path for one more list. */
  readonly place: () => string;
  readonly control: JobControl;
}

async function unpack(whole: ImportPart, to: Unpacking): Promise<void> {
  await withZipArchive(whole.path, async (files) => {
    if (isWorkbook(files)) return unpackWorkbook(whole, files, to);
    if (isDataPackage(files)) {
      const entities = await readDataPackage(files);
      if (entities.length === 0)
        throw new DomainError(
          'unreadable-file',
          'The package holds no entity: there is nothing in it to import.',
        );
      for (const { name, file, columns } of entities)
        await unpackFile({ ...whole, entity: name, renamed: columns }, file, to);
      return;
    }
    const lists = files.filter(({ name }) => !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name));
    if (lists.length === 0) throw new DomainError('unreadable-file', 'The zip file is empty.');
    for (const file of lists) await unpackFile(whole, file, to);
  });
}

async function unpackFile(whole: ImportPart, file: ZippedFile, to: Unpacking): Promise<void> {
  const part = { ...whole, name: `${whole.name} › ${file.name}`, path: to.place() };
  to.control.phase(`Unpacking ${part.name}`, file.size);
  await extractZipped(file, part.path, (bytes) => to.control.progress(bytes));
  if (!isZip(part.path)) to.found.push(part);
  else
    await withZipArchive(part.path, async (inside) => {
      if (isWorkbook(inside)) return unpackWorkbook(part, inside, to);
      to.found.push({
        ...part,
        error: 'A zip file inside of a zip file is not opened. Choose it by itself.',
      });
    });
}

async function unpackWorkbook(
  whole: ImportPart,
  files: readonly ZippedFile[],
  { found, place, control }: Unpacking,
): Promise<void> {
  const sheets = (await workbookSheets(files)).filter(({ hidden }) => !hidden);
  const filled: ImportPart[] = [];
  for (const { name } of sheets) {
    const part: ImportPart = { ...whole, name: `${whole.name} › ${name}`, path: place(), format: 'rows' };
    control.phase(`Unpacking ${part.name}`, 0);
    let rows = 0;
    const counted = async function* (): ReturnType<typeof readSheet> {
      for await (const row of readSheet(whole.path, name)) {
        rows += 1;
        control.progress(rows);
        yield row;
      }
    };
    if ((await writeRowFile(part.path, counted())) > 0) filled.push(part);
  }
  if (filled.length === 0)
    throw new DomainError('unreadable-file', 'No sheet of the workbook that is shown holds anything.');
  // Of a workbook with one list the name of the sheet says nothing.
  found.push(...(filled.length === 1 ? filled.map((part) => ({ ...part, name: whole.name })) : filled));
}

function isZip(path: string): boolean {
  if (statSync(path).size < 4) return false;
  const file = openSync(path, 'r');
  try {
    const head = new Uint8Array(4);
    readSync(file, head, 0, 4, 0);
    return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
  } finally {
    closeSync(file);
  }
}
