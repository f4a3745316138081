import { writeFileSync } from 'node:fs';
import type { Cell, DataValidation, WriteSheet } from 'hucre';
import { colToLetter, writeXlsx } from 'hucre/xlsx';
import type { FileColumn } from '../domain/file-column.ts';
import type { ConfigurationList } from './configuration-lists.ts';

/** Rows below the last one that a list of choices and a filter still reach, for what is added in Excel. */
const ROOM = 500;

/** Widths of a column, in characters. */
const WIDTH = { least: 9, most: 42 };

const HEADER = { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } } as const;
const HELD = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E3E7EA' } },
  font: { color: { rgb: '5F6B75' } },
} as const;

/**
 * Writes a workbook that a person can read and send back: a sheet a list, its header frozen and filtered, Yes and No to
 * choose from. What a rule holds is grey, and a note at the column's head says so.
 */
export async function writeConfigurationWorkbook(
  path: string,
  lists: readonly ConfigurationList[],
): Promise<void> {
  writeFileSync(path, await writeXlsx({ sheets: lists.map(sheetOf) }));
}

function sheetOf({ label, columns, rows: texts, held }: ConfigurationList): WriteSheet {
  const rows = [columns.map((column) => column.label), ...[...texts].map((row) => [...row])];
  const cells = new Map<string, Partial<Cell>>();
  const reasons = new Map<number, Set<string>>();
  if (held !== undefined)
    for (let row = 1; row < rows.length; row += 1)
      for (const column of columns.keys()) {
        const reason = held(row - 1, column);
        if (reason === undefined) continue;
        cells.set(`${row},${column}`, { style: HELD });
        reasons.set(column, (reasons.get(column) ?? new Set()).add(reason));
      }
  for (const [index, column] of columns.entries()) {
    const because = [...(reasons.get(index) ?? [])];
    cells.set(`0,${index}`, {
      style: HEADER,
      ...(because.length > 0 && {
        comment: {
          text: `A grey value is held by another setting, and a change of it is set back at the import:\n${because.join('\n')}`,
        },
      }),
      ...(column.choices !== undefined &&
        because.length === 0 && {
          comment: { text: `One of: ${column.choices.join(', ')}.` },
        }),
    });
  }
  const last = rows.length - 1 + ROOM;
  return {
    name: label,
    rows,
    cells,
    columns: columns.map((column, index) => ({ width: widthOf(column, rows, index) })),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${colToLetter(columns.length - 1)}${rows.length}` },
    dataValidations: columns.flatMap((column, index) => choicesOf(column, colToLetter(index), last)),
  };
}

function choicesOf({ choices, label }: FileColumn, column: string, last: number): DataValidation[] {
  if (choices === undefined) return [];
  return [
    {
      type: 'list',
      values: [...choices],
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: label.slice(0, 32),
      errorMessage: `Choose one of: ${choices.join(', ')}.`,
      range: `${column}2:${column}${last}`,
    },
  ];
}

/** Wide enough for most values; the header wraps. */
function widthOf({ label }: FileColumn, rows: readonly (readonly string[])[], index: number): number {
  const longest = Math.max(...label.split(' ').map((word) => word.length + 2));
  const values = rows.slice(1, 200).map((row) => (row[index] ?? '').length + 1);
  return Math.min(WIDTH.most, Math.max(WIDTH.least, longest, ...values));
}
