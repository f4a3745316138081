import {
  fileKinds,
  groupColumns,
  itemColumns,
  LEGAL_ENTITY_COLUMN,
  onHandFileColumns,
  storageGroupColumns,
} from '../domain/dynamics-columns.ts';
import type { FileColumn } from '../domain/file-column.ts';
import type { ImportKind } from '../domain/import-preview.ts';
import { DomainError } from '../domain/problem.ts';
import { cleanText } from '../domain/blank.ts';

/** What the header of a delimited file means. */
export interface RecognisedHeader {
  readonly kind: Exclude<ImportKind, 'configuration'>;
  /** Columns that are read: the file's spelling, its position and the field. */
  readonly columns: readonly { readonly name: string; readonly index: number; readonly column: FileColumn }[];
  /** Position of the legal entity's column, or -1. */
  readonly legalEntity: number;
  readonly ignored: readonly string[];
  readonly width: number;
}

/** Says that a file names none of the lists that this app reads. */
export class UnknownListError extends DomainError {
  constructor(sentence: string) {
    super('unreadable-file', sentence);
  }
}

/**
 * Recognises a file by its columns, in any case and order.
 * @throws UnknownListError, or DomainError `unreadable-file` where it lacks a required column, or names a field twice.
 */
export function recogniseHeader(header: readonly string[]): RecognisedHeader {
  const names = header.map(cleanText);
  const keys = names.map((name) => name.toUpperCase());
  const match =
    fileKinds.find(({ telling }) => telling.some((name) => keys.includes(name))) ??
    fileKinds.find((kind) => isHeadedByLabels(kind, keys));
  if (match === undefined) throw new UnknownListError(unknownHeader(names));
  const missing = match.columns.filter(
    (column) => column.required && !spellings(column).some((name) => keys.includes(name)),
  );
  if (missing.length > 0)
    throw new DomainError(
      'unreadable-file',
      `The column ${missing.map((column) => column.names[0]).join(', ')} is missing. Add it and choose the file again.`,
    );
  const columns: { name: string; index: number; column: FileColumn }[] = [];
  for (const column of match.columns) {
    // Where a file has several of a column's names, the first one of the list is meant, wherever it stands.
    const spelling = spellings(column).find((name) => keys.includes(name));
    if (spelling === undefined) continue;
    const index = keys.indexOf(spelling);
    if (keys.lastIndexOf(spelling) !== index)
      throw new DomainError(
        'unreadable-file',
        `The column ${names[index] ?? ''} stands in the file twice. Remove one of them.`,
      );
    columns.push({ name: names[index] ?? '', index, column });
  }
  const read = new Set(columns.map(({ index }) => index));
  const legalEntity = keys.indexOf(LEGAL_ENTITY_COLUMN);
  const ignored = names.filter((name, index) => !read.has(index) && index !== legalEntity && name !== '');
  return { kind: match.kind, columns, legalEntity, ignored, width: header.length };
}

/** The names of a column, and last what it is called on screen, which heads it in a workbook for people. */
const spellings = ({ names, label }: FileColumn): readonly string[] => [...names, label.toUpperCase()];

/** Whether a header is that of the app's own workbook of a setup, of which some columns may be gone. */
function isHeadedByLabels(
  { isSetup, columns }: (typeof fileKinds)[number],
  keys: readonly string[],
): boolean {
  if (isSetup !== true) return false;
  const has = ({ label }: FileColumn): boolean => keys.includes(label.toUpperCase());
  return (
    columns.every((column) => !column.required || has(column)) &&
    columns.filter(has).length * 2 >= columns.length
  );
}

/** Most of a column's name that a message repeats, in characters: the first line may be anything. */
const SHOWN_NAME = 40;

function unknownHeader(names: readonly string[]): string {
  const first = names
    .slice(0, 5)
    .map((name) => name.slice(0, SHOWN_NAME))
    .join(', ');
  const lists = [
    `warehouse on-hand (${required(onHandFileColumns)})`,
    `released products (${required(itemColumns)})`,
    `tracking dimension groups (${required(groupColumns)})`,
    `storage dimension groups (${required(storageGroupColumns)})`,
    'order lines (SALESORDERNUMBER, PURCHASEORDERNUMBER or TRANSFERORDERNUMBER)',
  ];
  return `The first line (${first || 'empty'}) does not name the columns of a list that can be imported: ${lists.join('; ')}.`;
}

function required(columns: readonly FileColumn[]): string {
  return columns
    .filter((column) => column.required)
    .map((column) => column.names[0])
    .join(', ');
}
