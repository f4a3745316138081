import './modules.ts';
import { Box } from '@mui/material';
import type { GetRowIdParams, GridApi, GridReadyEvent, RowClickedEvent } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { readStyleNonce } from '../app/style-nonce.ts';
import { columnDefinitions } from './column-definitions.ts';
import { sameLayout } from './column-layout.ts';
import { copySelection } from './copy-selection.ts';
import { gridHeights, useDensity } from './density.ts';
import { handleGridKey } from './grid-keys.ts';
import { applyLayout, changeGrid, firstState, layoutOf } from './grid-state.ts';
import type { GridColumn, GridView, LoadRows } from './grid-types.ts';
import { createRowSource } from './row-source.ts';
import { BLOCK_ROWS, KEPT_BLOCKS, selectRows } from './select-rows.ts';
import { gridStyles, gridTheme } from './theme.ts';
import type { KeptColumns } from './use-column-layout.ts';
import { useViewSync } from './use-view-sync.ts';

/** What a data grid shows, and whom it tells. */
export interface DataGridProps<Row> {
  /** Accessible name. */
  readonly name: string;
  /** Must keep its identity. */
  readonly columns: readonly GridColumn<Row>[];
  readonly keptColumns: KeptColumns;
  readonly rowId: (row: Row) => string;
  /** A new function means other rows; the grid then starts at the top again. */
  readonly load: LoadRows<Row>;
  /** Another value means that the same rows may have changed; the grid asks for them again where it stands. */
  readonly revision?: string | undefined;
  /** Filters and order. Without them the columns offer neither. */
  readonly view?: GridView;
  readonly onViewChange?: (view: GridView) => void;
  /** The row that has the keyboard's focus. */
  readonly onFocusedRow?: (row: Row | undefined) => void;
  readonly onSelection?: (rows: readonly Row[]) => void;
  /** The user opens a row: a double click, or Enter. */
  readonly onOpenRow?: (row: Row) => void;
  /** Hears that the user wanted to select more rows than can be. */
  readonly onTooManySelected?: (most: number) => void;
  /** Copies the columns' names above the rows. */
  readonly copyNames?: boolean;
  readonly onError?: (error: unknown) => void;
  /** How many rows there are, with every answer. */
  readonly onTotal?: (total: number) => void;
  /** Shown in place of rows. */
  readonly empty?: ReactNode;
}

const NO_VIEW: GridView = { filters: [], sort: [] };
const ROW_SELECTION = {
  mode: 'multiRow',
  checkboxes: false,
  headerCheckbox: false,
  enableClickSelection: true,
} as const;

/**
 * The data grid of the app: any number of rows, loaded as they are scrolled to. Columns can be moved, resized, pinned,
 * hidden, filtered and sorted, by mouse and by keyboard; Ctrl+C copies the selected rows for a spreadsheet.
 */
export function DataGrid<Row>(props: DataGridProps<Row>): ReactElement {
  const { name, columns, keptColumns, rowId, load, revision, view, onViewChange, empty } = props;
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const api = useRef<GridApi<Row> | null>(null);
  const [total, setTotal] = useState<number>();
  const heights = gridHeights[useDensity()[0]];

  const [source] = useState(() =>
    createRowSource<Row>({
      load: (request) => latest.current.load(request),
      onTotal: (count) => {
        setTotal(count);
        latest.current.onTotal?.(count);
      },
      onError: (error) => latest.current.onError?.(error),
    }),
  );
  const queryable = view !== undefined;
  const getRowId = useCallback(({ data }: GetRowIdParams<Row>) => rowId(data), [rowId]);
  const [firstLayout] = useState(keptColumns.layout);
  const definitions = useMemo(
    () => columnDefinitions({ columns, layout: firstLayout, queryable, rowAt: source.rowAt }),
    [columns, firstLayout, queryable, source],
  );
  const [initialState] = useState(() => firstState(view ?? NO_VIEW));
  const tellView = useViewSync(api, view ?? NO_VIEW, onViewChange);

  useChange(load, () => {
    source.renew();
    changeGrid(api, (grid) => {
      grid.purgeInfiniteCache();
      startAtTop(grid);
    });
  });
  useChange(revision, () => {
    source.renew();
    changeGrid(api, (grid) => grid.purgeInfiniteCache());
  });
  useEffect(() => {
    const { layout } = keptColumns;
    changeGrid(api, (grid) => {
      if (!sameLayout(layoutOf(grid), layout)) applyLayout(grid, layout);
    });
  }, [keptColumns]);

  const keepLayout = (event: { readonly api: GridApi<Row>; readonly finished?: boolean }): void => {
    if (event.finished !== false) latest.current.keptColumns.setLayout(layoutOf(event.api));
  };
  const copy = (event: ClipboardEvent): void => {
    if (api.current !== null) copySelection(event, api.current, columns, props.copyNames ?? false);
  };
  const onKey = (event: KeyboardEvent): void => {
    const grid = api.current;
    if (grid !== null) handleGridKey(event, grid, () => select(grid, 0, grid.getDisplayedRowCount() - 1));
  };
  const select = (grid: GridApi<Row>, from: number, to: number): void => {
    selectRows(grid, from, to, source.nextAnswer).then(
      (selected) => {
        if (!selected) latest.current.onTooManySelected?.(BLOCK_ROWS * KEPT_BLOCKS);
      },
      // The rows that could not be loaded have been reported as such.
      () => undefined,
    );
  };
  const anchor = useRef(0);
  const onRowClicked = ({ api: grid, rowIndex, event }: RowClickedEvent<Row>): void => {
    if (rowIndex === null || !(event instanceof MouseEvent)) return;
    // AG Grid itself selects a range only where all of it is loaded.
    if (event.shiftKey) select(grid, anchor.current, rowIndex);
    else anchor.current = rowIndex;
  };

  return (
    <Box
      sx={{ position: 'relative', flex: 1, minHeight: 0, minWidth: 0, ...gridStyles }}
      onCopy={copy}
      onKeyDownCapture={onKey}
    >
      <AgGridReact<Row>
        theme={gridTheme}
        {...nonce()}
        rowModelType="infinite"
        datasource={source}
        cacheBlockSize={BLOCK_ROWS}
        cacheOverflowSize={1}
        maxBlocksInCache={KEPT_BLOCKS}
        // A new filter starts with as many rows as there were, so that those on screen stay until the answer is there.
        infiniteInitialRowCount={Math.max(total ?? 1, 1)}
        getRowId={getRowId}
        columnDefs={definitions}
        initialState={initialState}
        rowHeight={heights.row}
        headerHeight={heights.header}
        floatingFiltersHeight={heights.filter}
        rowSelection={ROW_SELECTION}
        suppressOverlays={['noRows', 'noMatchingRows', 'loading']}
        suppressDragLeaveHidesColumns
        tooltipShowMode="whenTruncated"
        tooltipShowDelay={300}
        animateRows={false}
        onGridReady={(event: GridReadyEvent<Row>) => {
          api.current = event.api;
          event.api.setGridAriaProperty('label', name);
        }}
        onGridPreDestroyed={() => {
          api.current = null;
        }}
        onFilterChanged={(event) => {
          event.api.deselectAll();
          startAtTop(event.api);
          tellView();
        }}
        onSortChanged={(event) => {
          startAtTop(event.api);
          tellView();
        }}
        onRowClicked={onRowClicked}
        onColumnMoved={keepLayout}
        onColumnResized={keepLayout}
        onColumnPinned={keepLayout}
        onColumnVisible={keepLayout}
        onSelectionChanged={(event) => props.onSelection?.(event.api.getSelectedRows())}
        onRowDoubleClicked={({ data }) => {
          if (data !== undefined) props.onOpenRow?.(data);
        }}
        onCellKeyDown={({ data, event }) => {
          if (data !== undefined && event instanceof globalThis.KeyboardEvent && isPlainEnter(event))
            props.onOpenRow?.(data);
        }}
        onCellFocused={({ api: grid, rowIndex }) =>
          props.onFocusedRow?.(rowIndex === null ? undefined : grid.getDisplayedRowAtIndex(rowIndex)?.data)
        }
      />
      {empty !== undefined && empty !== false && (
        <Box
          sx={{
            position: 'absolute',
            insetInline: 0,
            bottom: 0,
            top: heights.header + (queryable ? heights.filter : 0) + 2,
            display: 'flex',
            overflow: 'auto',
            bgcolor: 'background.paper',
          }}
        >
          {empty}
        </Box>
      )}
    </Box>
  );
}

function isPlainEnter({ key, altKey, ctrlKey, metaKey, shiftKey }: globalThis.KeyboardEvent): boolean {
  return key === 'Enter' && !(altKey || ctrlKey || metaKey || shiftKey);
}

/** Calls back when a value is another than it was; not when there was none before. */
function useChange(value: unknown, onChange: () => void): void {
  const last = useRef(value);
  useEffect(() => {
    const before = last.current;
    last.current = value;
    if (before !== undefined && before !== value) onChange();
  });
}

function startAtTop(api: GridApi): void {
  if (api.getDisplayedRowCount() > 0) api.ensureIndexVisible(0, 'top');
}

function nonce(): { readonly styleNonce?: string } {
  const styleNonce = readStyleNonce();
  return styleNonce === undefined ? {} : { styleNonce };
}
