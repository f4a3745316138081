import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import type { HistoryEvent } from '../../../src-main/domain/history.ts';
import { apiClient, problemOf, trpc } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { ColumnsButton } from '../../grid/columns-button.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import type { GridPage, GridRequest } from '../../grid/grid-types.ts';
import { usePreference } from '../../grid/preference.ts';
import { useColumnLayout } from '../../grid/use-column-layout.ts';
import { CheckHistoryButton, CheckResultAlert } from './check-history.tsx';
import type { CheckResult } from './check-result.ts';
import { EventDialog } from './event-dialog.tsx';
import { historyColumns } from './history-columns.ts';
import {
  historyQueryOf,
  readHistoryFilter,
  showsEveryEvent,
  writeHistoryFilter,
  type HistoryFilter,
} from './history-filter.ts';
import { HistoryFilters } from './history-filters.tsx';

const rowId = ({ id }: HistoryEvent): string => String(id);

/** Every change of the configuration, the newest first, and the way back to each version. */
export function HistoryPage(): ReactElement {
  const [params, setParams] = useSearchParams();
  const [filter, setFilter] = useState(() => readHistoryFilter(params));
  const keptColumns = useColumnLayout('history', historyColumns);
  const [copyNames, keepCopyNames] = usePreference('copy-names');
  const [error, setError] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  const [total, setTotal] = useState<number>();
  const [focused, setFocused] = useState<HistoryEvent>();
  const [opened, setOpened] = useState<HistoryEvent>();
  const [checked, setChecked] = useState<CheckResult>();
  // Asked for anew with everything else after a change, which is when the grid must ask for its rows again.
  const newest = useQuery(trpc.history.list.queryOptions({ limit: 1 }));
  const load = useCallback(
    async ({ offset, limit }: GridRequest): Promise<GridPage<HistoryEvent>> => {
      const { events, total: found } = await apiClient.history.list.query(
        historyQueryOf(filter, offset, limit),
      );
      return { rows: events, total: found };
    },
    [filter],
  );
  const change = (part: Partial<HistoryFilter>): void => {
    const next = { ...filter, ...part };
    setFilter(next);
    setParams(writeHistoryFilter(next), { replace: true });
  };
  return (
    <PageFrame
      title="History"
      actions={
        <>
          <Button disabled={focused === undefined} onClick={() => setOpened(focused)}>
            Show event
          </Button>
          <CheckHistoryButton onResult={setChecked} />
          <ColumnsButton
            columns={historyColumns}
            keptColumns={keptColumns}
            copyNames={copyNames === 'yes'}
            onCopyNames={(names) => keepCopyNames(names ? 'yes' : null)}
          />
        </>
      }
    >
      {checked !== undefined && <CheckResultAlert result={checked} onClose={() => setChecked(undefined)} />}
      <HistoryFilters filter={filter} onChange={change} count={countLabel(total)} />
      {error !== undefined && (
        <Alert severity="error" action={<Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>}>
          {problemOf(error).sentence}
        </Alert>
      )}
      <Box sx={{ flex: 1, minHeight: 120, display: 'flex', borderTop: 1, borderColor: 'divider' }}>
        <DataGrid
          name="History"
          columns={historyColumns}
          keptColumns={keptColumns}
          rowId={rowId}
          load={load}
          revision={newest.data && `${attempt} ${newest.dataUpdatedAt}`}
          onFocusedRow={setFocused}
          onOpenRow={setOpened}
          copyNames={copyNames === 'yes'}
          onError={setError}
          onTotal={(found) => {
            setTotal(found);
            setError(undefined);
          }}
          empty={total === 0 && <NoEvents filtered={!showsEveryEvent(filter)} />}
        />
      </Box>
      {opened !== undefined && (
        <EventDialog key={opened.id} event={opened} onClose={() => setOpened(undefined)} />
      )}
    </PageFrame>
  );
}

function NoEvents({ filtered }: { readonly filtered: boolean }): ReactElement {
  return (
    <Stack spacing={1} sx={{ flex: 1, alignItems: 'center', justifyContent: 'center', p: 4 }}>
      <Typography variant="h2">{filtered ? 'Nothing matches' : 'No changes yet'}</Typography>
      <Typography color="textSecondary">
        {filtered
          ? 'No event fits all of these filters.'
          : 'Every change of groups, items and files is kept here, and can be taken back.'}
      </Typography>
    </Stack>
  );
}

function countLabel(total: number | undefined): string {
  if (total === undefined || total === 0) return '';
  return `${formatCount(total)} ${total === 1 ? 'event' : 'events'}`;
}
