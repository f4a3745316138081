import { Alert, Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { exceptionColumns, type StockException } from '../../../src-main/domain/stock-exception.ts';
import { apiClient, problemOf, trpc } from '../../api/client.ts';
import { createFileExporter } from '../../app/file-export.ts';
import { FileExportButton } from '../../app/file-export-button.tsx';
import { formatCount } from '../../app/format.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { useKeptView } from '../../app/use-kept-view.ts';
import { DutiesButton } from '../../duties/duties-button.tsx';
import { ColumnsButton } from '../../grid/columns-button.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import type { GridPage, GridRequest } from '../../grid/grid-types.ts';
import { usePreference } from '../../grid/preference.ts';
import { useColumnLayout, visibleKeys } from '../../grid/use-column-layout.ts';
import { ExceptionActions } from './exception-actions.tsx';
import { ExceptionFilters } from './exception-filters.tsx';
import { exceptionGridColumns } from './exception-grid-columns.ts';
import {
  everyException,
  exceptionConditionsOf,
  exceptionGridView,
  exceptionSortOf,
  exceptionViewAddress,
  showsEveryException,
} from './exception-view.ts';
import { ExceptionsEmpty } from './exceptions-empty.tsx';

const rowId = ({ id }: StockException): string => String(id);

const exporter = createFileExporter();

/** Every unit whose serial number is recorded as not readable or missing, and who cares for it. */
export function ExceptionsPage(): ReactElement {
  const { view, choose, adjust } = useKeptView(exceptionViewAddress);
  const { filter } = view;
  const { search } = filter;
  const keptColumns = useColumnLayout('exceptions', exceptionGridColumns);
  const [copyNames, keepCopyNames] = usePreference('copy-names');
  const [error, setError] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  const [total, setTotal] = useState<number>();
  const [focused, setFocused] = useState<StockException>();
  // Asked for anew with everything else after a change, which is when the grid must ask for its rows again.
  const choices = useQuery(trpc.exceptions.choices.queryOptions());

  const shownInGrid = useMemo(() => exceptionGridView(view), [view]);
  const load = useCallback(
    async ({ offset, limit, filters, sort }: GridRequest): Promise<GridPage<StockException>> =>
      apiClient.exceptions.page.query({
        filter: { search, conditions: exceptionConditionsOf(filters) },
        sort: exceptionSortOf(sort),
        offset,
        limit,
      }),
    [search],
  );
  const columns = visibleKeys(keptColumns.layout).flatMap(
    (key) => exceptionColumns.find((column) => column.key === key)?.key ?? [],
  );
  const clear = (): void => choose((now) => ({ ...now, filter: everyException.filter }));

  return (
    <PageFrame
      title="Exceptions"
      actions={
        <>
          <ExceptionActions row={focused} onEnded={() => setFocused(undefined)} />
          <FileExportButton
            exporter={exporter}
            name="Exporting exceptions"
            disabled={columns.length === 0}
            ask={() =>
              apiClient.exceptions.export.mutate({
                filter: { search, conditions: [...filter.conditions] },
                sort: [...view.sort],
                columns,
              })
            }
          />
          <DutiesButton />
          <ColumnsButton
            columns={exceptionGridColumns}
            keptColumns={keptColumns}
            copyNames={copyNames === 'yes'}
            onCopyNames={(names) => keepCopyNames(names ? 'yes' : null)}
          />
        </>
      }
    >
      <ExceptionFilters
        filter={filter}
        choices={choices.data}
        count={countLabel(total)}
        onSearch={(text) => adjust((now) => ({ ...now, filter: { ...now.filter, search: text } }))}
        onChange={(next) => choose((now) => ({ ...now, filter: next }))}
        onClear={clear}
      />
      {error !== undefined && (
        <Alert severity="error" action={<Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>}>
          {problemOf(error).sentence}
        </Alert>
      )}
      <Box sx={{ flex: 1, minHeight: 120, display: 'flex', borderTop: 1, borderColor: 'divider' }}>
        <DataGrid
          name="Exceptions"
          columns={exceptionGridColumns}
          keptColumns={keptColumns}
          rowId={rowId}
          load={load}
          revision={choices.data && `${attempt} ${choices.dataUpdatedAt}`}
          view={shownInGrid}
          onViewChange={({ filters, sort }) =>
            adjust((now) => ({
              filter: { ...now.filter, conditions: exceptionConditionsOf(filters) },
              sort: exceptionSortOf(sort),
            }))
          }
          onFocusedRow={setFocused}
          copyNames={copyNames === 'yes'}
          onError={setError}
          onTotal={(found) => {
            setTotal(found);
            setError(undefined);
          }}
          empty={total === 0 && <ExceptionsEmpty filtered={!showsEveryException(filter)} onClear={clear} />}
        />
      </Box>
    </PageFrame>
  );
}

function countLabel(total: number | undefined): string {
  if (total === undefined || total === 0) return '';
  return `${formatCount(total)} ${total === 1 ? 'exception' : 'exceptions'}`;
}
