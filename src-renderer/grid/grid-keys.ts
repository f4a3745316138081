import type { GridApi } from 'ag-grid-community';
import type { KeyboardEvent } from 'react';

/**
 * Keys of a spreadsheet that AG Grid does not have: Ctrl+Home and Ctrl+End go to the first and the last row, Ctrl+A
 * selects all rows.
 */
export function handleGridKey(event: KeyboardEvent, api: GridApi, selectAll: () => void): void {
  const { key, ctrlKey, metaKey, target } = event;
  if (!(ctrlKey || metaKey) || !(target instanceof Element) || target.closest('.ag-row') === null) return;
  if (key === 'Home') goTo(api, 0);
  else if (key === 'End') goTo(api, api.getDisplayedRowCount() - 1);
  else if (key.toLowerCase() === 'a') selectAll();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function goTo(api: GridApi, row: number): void {
  const column = api.getFocusedCell()?.column;
  if (column === undefined || row < 0) return;
  api.ensureIndexVisible(row);
  api.setFocusedCell(row, column);
}
