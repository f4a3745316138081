import { Alert, Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { onHandColumns, type OnHandRow } from '../../../src-main/domain/on-hand.ts';
import type { OnHandFilter } from '../../../src-main/domain/on-hand-query.ts';
import { apiClient, problemOf, trpc } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { useNotify } from '../../app/notifications.tsx';
import { PageFrame } from '../../app/page-frame.tsx';
import { useKeptView } from '../../app/use-kept-view.ts';
import { CloseGapsButton } from '../../close-gaps/close-gaps-button.tsx';
import { LabelledToggle } from '../../form/labelled-toggle.tsx';
import { SearchBox } from '../../form/search-box.tsx';
import { ColumnsButton } from '../../grid/columns-button.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import type { GridPage, GridRequest } from '../../grid/grid-types.ts';
import { usePreference } from '../../grid/preference.ts';
import { useColumnLayout, visibleKeys } from '../../grid/use-column-layout.ts';
import { ViewsButton } from '../../views/views-button.tsx';
import { StockActions } from './actions/stock-actions.tsx';
import { ExportButton } from './export-button.tsx';
import { FilterChips } from './filter-chips.tsx';
import { OnHandEmpty } from './on-hand-empty.tsx';
import { onHandGridColumns } from './on-hand-grid-columns.tsx';
import { layoutOfView, onHandContent, onHandViewOf, settleOnHandView } from './on-hand-saved-view.ts';
import { conditionsOf, everything, gridView, isUnfiltered, viewAddress } from './on-hand-view.ts';
import { SourcesStrip } from './sources-strip.tsx';
import { TotalsStrip } from './totals-strip.tsx';
import { VerdictLine } from './verdict-line.tsx';

const rowId = (row: OnHandRow): string => String(row.id);

const serialChoices = [
  { value: 'all', label: 'All' },
  { value: 'blank', label: 'Blank' },
  { value: 'captured', label: 'Captured' },
] as const;

/** All on-hand rows, with every serial number that is still blank. */
export function OnHandPage(): ReactElement {
  const { view, choose, adjust } = useKeptView(viewAddress);
  const { filter } = view;
  const { serial, search, list } = filter;
  const keptColumns = useColumnLayout('on-hand', onHandGridColumns);
  const [copyNames, keepCopyNames] = usePreference('copy-names');
  const [error, setError] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  const [total, setTotal] = useState<number>();
  const notify = useNotify();
  const [focused, setFocused] = useState<OnHandRow>();
  const [selected, setSelected] = useState<readonly OnHandRow[]>([]);
  const sources = useQuery(trpc.onHand.sources.queryOptions());

  const shownInGrid = useMemo(() => gridView(view), [view]);
  const load = useCallback(
    async ({ offset, limit, filters, sort }: GridRequest): Promise<GridPage<OnHandRow>> =>
      apiClient.onHand.page.query({
        filter: { serial, search, list, conditions: conditionsOf(filters) },
        sort: sort.flatMap(({ column, descending }) => {
          const known = onHandColumns.find(({ key }) => key === column);
          return known === undefined ? [] : [{ column: known.key, descending }];
        }),
        offset,
        limit,
      }),
    [serial, search, list],
  );
  const columns = visibleKeys(keptColumns.layout).flatMap(
    (key) => onHandColumns.find((column) => column.key === key)?.key ?? [],
  );
  const setFilter = (next: OnHandFilter): void => choose((now) => ({ ...now, filter: next }));
  const clear = (): void => setFilter(everything.filter);

  return (
    <PageFrame
      title="On-hand"
      actions={
        <>
          <StockActions row={focused} selected={selected} />
          <ExportButton view={view} columns={columns} />
          <ColumnsButton
            columns={onHandGridColumns}
            keptColumns={keptColumns}
            copyNames={copyNames === 'yes'}
            onCopyNames={(names) => keepCopyNames(names ? 'yes' : null)}
          />
          <ViewsButton
            compact
            keeper={{
              page: 'on-hand',
              applied: view.saved,
              current: onHandContent(view, keptColumns.layout),
              settle: settleOnHandView,
              show: (shown, saved) => {
                keptColumns.setLayout(layoutOfView(shown));
                choose(() => ({ ...onHandViewOf(shown), saved }));
              },
              reset: () => {
                keptColumns.reset();
                choose(() => everything);
              },
              mark: (saved) => adjust((now) => ({ ...now, saved })),
            }}
          />
        </>
      }
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, px: 2.5, py: 1 }}>
        <LabelledToggle
          label="Serial number"
          value={serial}
          choices={serialChoices}
          onChange={(value) => choose((now) => ({ ...now, filter: { ...now.filter, serial: value } }))}
        />
        <SearchBox
          label="Search on-hand"
          value={search}
          onSearch={(text) => adjust((now) => ({ ...now, filter: { ...now.filter, search: text } }))}
        />
        <FilterChips filter={filter} onChange={setFilter} {...(total !== 0 && { onClear: clear })} />
        <Box sx={{ ml: 'auto' }}>
          <CloseGapsButton filter={filter} selected={selected.map(({ id }) => id)} />
        </Box>
      </Box>
      {error !== undefined && (
        <Alert severity="error" action={<Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>}>
          {problemOf(error).sentence}
        </Alert>
      )}
      <Box sx={{ flex: 1, minHeight: 120, display: 'flex', borderTop: 1, borderColor: 'divider' }}>
        <DataGrid
          name="On-hand inventory"
          columns={onHandGridColumns}
          keptColumns={keptColumns}
          rowId={rowId}
          load={load}
          revision={sources.data && `${attempt} ${sources.dataUpdatedAt}`}
          view={shownInGrid}
          onViewChange={({ filters, sort }) =>
            adjust((now) => ({
              ...now,
              filter: { ...now.filter, conditions: conditionsOf(filters) },
              sort: sort as typeof now.sort,
            }))
          }
          onFocusedRow={setFocused}
          onSelection={setSelected}
          onTooManySelected={(most) =>
            notify({
              severity: 'info',
              text: `At most ${formatCount(most)} rows can be selected at once. Export writes as many as there are.`,
            })
          }
          copyNames={copyNames === 'yes'}
          onError={setError}
          onTotal={setTotal}
          empty={total === 0 && <OnHandEmpty filtered={!isUnfiltered(filter)} onClear={clear} />}
        />
      </Box>
      <VerdictLine row={focused} />
      <SourcesStrip sources={sources.data ?? []} />
      <TotalsStrip filter={filter} />
    </PageFrame>
  );
}
