import type { ColDef, ICellRendererParams, ValueGetterParams } from 'ag-grid-community';
import { createElement, Fragment, type ReactElement } from 'react';
import { ChoiceFilter, ChoiceFloatingFilter } from './choice-filter.tsx';
import type { ColumnLayout } from './column-layout.ts';
import { textOperators, type GridColumn } from './grid-types.ts';

const FILTER_DELAY_MILLISECONDS = 250;

/** What makes AG Grid's columns out of ours. */
export interface ColumnDefinitionOptions<Row> {
  readonly columns: readonly GridColumn<Row>[];
  /** Where the columns stand at first. */
  readonly layout: ColumnLayout;
  /** Whether the user can filter and sort. */
  readonly queryable: boolean;
  /** What last stood at a position, for rows that are still on their way. */
  readonly rowAt: (index: number) => Row | undefined;
}

/** AG Grid's definitions of the columns, in the order of the layout. */
export function columnDefinitions<Row>(options: ColumnDefinitionOptions<Row>): ColDef<Row>[] {
  const { columns, layout, queryable, rowAt } = options;
  return layout.flatMap(({ key, width, hidden, pinned }) => {
    const column = columns.find((one) => one.key === key);
    if (column === undefined) return [];
    const { label, kind, format, render, value } = column;
    const rowOf = ({ data, node }: Pick<ValueGetterParams<Row>, 'data' | 'node'>): Row | undefined =>
      data ?? (typeof node?.rowIndex === 'number' ? rowAt(node.rowIndex) : undefined);
    const definition: ColDef<Row> = {
      colId: key,
      headerName: label,
      initialHide: hidden,
      ...(pinned !== null && { initialPinned: pinned }),
      ...(width === null ? { initialFlex: 1, minWidth: column.width } : { initialWidth: width }),
      cellDataType: false,
      resizable: true,
      wrapHeaderText: true,
      sortable: queryable,
      ...(kind === 'number' && {
        cellClass: 'ag-right-aligned-cell',
        headerClass: 'ag-right-aligned-header',
      }),
      ...(queryable && filterOf(column)),
    };
    if (render === undefined) {
      definition.valueGetter = (params) => {
        const row = rowOf(params);
        return row === undefined ? null : value(row);
      };
      definition.tooltip = true;
      if (format !== undefined)
        definition.valueFormatter = ({ value: shown }: { value: unknown }) =>
          (typeof shown === 'number' || typeof shown === 'string') && shown !== '' ? format(shown) : '';
    } else {
      // The whole row is the value: the cell is drawn again whenever anything of the row is different.
      definition.valueGetter = rowOf;
      definition.valueFormatter = () => '';
      definition.cellRenderer = ({ value: row }: ICellRendererParams<Row, Row>): ReactElement =>
        createElement(Fragment, null, row === null || row === undefined ? '' : render(row));
    }
    return [definition];
  });
}

function filterOf<Row>({ kind, choices, label }: GridColumn<Row>): ColDef<Row> {
  const common = { floatingFilter: true, suppressHeaderFilterButton: true };
  const simple = { debounceMs: FILTER_DELAY_MILLISECONDS, maxNumConditions: 1, buttons: ['reset'] };
  switch (kind) {
    case 'text':
      return {
        ...common,
        filter: 'agTextColumnFilter',
        filterParams: { ...simple, filterOptions: [...textOperators, 'blank', 'notBlank'] },
      };
    case 'number':
      return {
        ...common,
        filter: 'agNumberColumnFilter',
        filterParams: {
          ...simple,
          filterOptions: [
            'equals',
            'notEqual',
            'greaterThan',
            'greaterThanOrEqual',
            'lessThan',
            'lessThanOrEqual',
            'inRange',
          ],
          inRangeInclusive: true,
        },
      };
    case 'choice':
      return {
        ...common,
        filter: ChoiceFilter,
        filterParams: { choices },
        floatingFilterComponent: ChoiceFloatingFilter,
        floatingFilterComponentParams: { choices, label },
      };
  }
}
