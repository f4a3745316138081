import type { GridApi } from 'ag-grid-community';
import type { ClipboardEvent } from 'react';
import { toHtmlTable, toTabSeparated, type CopiedCell } from './copy-rows.ts';
import type { GridColumn } from './grid-types.ts';

/** Puts the selected rows on the clipboard, or the focused cell where none is selected. */
export function copySelection<Row>(
  event: ClipboardEvent,
  api: GridApi<Row>,
  columns: readonly GridColumn<Row>[],
  names: boolean,
): void {
  if (isTextBox(event.target)) return;
  const shown = api
    .getAllDisplayedColumns()
    .flatMap((column) => columns.find(({ key }) => key === column.getColId()) ?? []);
  const rows = selectedRows(api);
  const cells =
    rows.length > 0
      ? [
          ...(names ? [shown.map(({ label }): CopiedCell => ({ text: label, number: false }))] : []),
          ...rows.map((row) => shown.map((column) => cellOf(column, row))),
        ]
      : focusedCell(api, columns);
  if (cells.length === 0) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', toTabSeparated(cells));
  event.clipboardData.setData('text/html', toHtmlTable(cells));
}

function selectedRows<Row>(api: GridApi<Row>): readonly Row[] {
  return api
    .getSelectedNodes()
    .toSorted((one, other) => (one.rowIndex ?? 0) - (other.rowIndex ?? 0))
    .flatMap(({ data }) => data ?? []);
}

function focusedCell<Row>(
  api: GridApi<Row>,
  columns: readonly GridColumn<Row>[],
): readonly (readonly CopiedCell[])[] {
  const focused = api.getFocusedCell();
  if (focused === null) return [];
  const row = api.getDisplayedRowAtIndex(focused.rowIndex)?.data;
  const column = columns.find(({ key }) => key === focused.column.getColId());
  return row === undefined || column === undefined ? [] : [[cellOf(column, row)]];
}

// Without a thousands separator, which a spreadsheet would not read; with the decimal separator it expects.
const numbers = new Intl.NumberFormat(undefined, { useGrouping: false, maximumFractionDigits: 3 });

function cellOf<Row>({ value, format }: GridColumn<Row>, row: Row): CopiedCell {
  const content = value(row);
  if (typeof content === 'number') return { text: numbers.format(content), number: true };
  if (content === null || content === '') return { text: '', number: false };
  return { text: format === undefined ? content : format(content), number: false };
}

function isTextBox(target: EventTarget): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}
