import AddOutlined from '@mui/icons-material/AddOutlined';
import GroupWorkOutlined from '@mui/icons-material/GroupWorkOutlined';
import WarehouseOutlined from '@mui/icons-material/WarehouseOutlined';
import { Alert, Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ItemRow } from '../../../src-main/domain/item-query.ts';
import { apiClient, problemOf, trpc } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { usePageCommand } from '../../app/page-commands.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { useKeptView } from '../../app/use-kept-view.ts';
import { SearchBox } from '../../form/search-box.tsx';
import { ColumnsButton } from '../../grid/columns-button.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import type { GridPage, GridRequest } from '../../grid/grid-types.ts';
import { usePreference } from '../../grid/preference.ts';
import { useColumnLayout } from '../../grid/use-column-layout.ts';
import { AssignGroupDialog } from './assign-group-dialog.tsx';
import { ItemDrawer, NewItemDrawer } from './item-drawer.tsx';
import { itemsGridColumns } from './item-grid-columns.tsx';
import {
  everyItem,
  itemConditionsOf,
  itemGridView,
  itemPageOf,
  itemSortOf,
  itemViewAddress,
  showsEveryItem,
  writeItemView,
} from './item-view.ts';
import { ItemsEmpty } from './items-empty.tsx';
import { StorageGroupsDialog } from './storage-groups-dialog.tsx';

const rowId = (row: ItemRow): string => row.itemNumber;

/** All items, with the groups that govern their serial numbers. */
export function ItemsPage(): ReactElement {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { view, choose, adjust } = useKeptView(itemViewAddress);
  const { search } = view.filter;
  const keptColumns = useColumnLayout('items', itemsGridColumns);
  const [copyNames, keepCopyNames] = usePreference('copy-names');
  const [error, setError] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  const [total, setTotal] = useState<number>();
  const [selected, setSelected] = useState<readonly ItemRow[]>([]);
  const [dialog, setDialog] = useState<'assign' | 'storage'>();
  // Asked for anew with everything else after a change, which is when the grid must ask for its rows again.
  const storageGroups = useQuery(trpc.storageGroups.list.queryOptions());

  const shownInGrid = useMemo(() => itemGridView(view), [view]);
  const load = useCallback(
    async (request: GridRequest): Promise<GridPage<ItemRow>> => {
      const { filter, sort, ...rest } = itemPageOf(search, request);
      return apiClient.items.page.query({
        ...rest,
        filter: { ...filter, conditions: [...filter.conditions] },
        sort: [...sort],
      });
    },
    [search],
  );
  const opened = params.get('item');
  /** Shows a form beside the view, or none. */
  const show = async (form: Readonly<Record<string, string>>, replace = false): Promise<void> => {
    const address = new URLSearchParams([...writeItemView(view), ...Object.entries(form)]);
    await navigate({ search: address.toString() }, { replace });
  };
  const openNew = (): void => void show({ new: 'yes' });
  // Back leads to what was there before the form, not into it again.
  const close = (): Promise<void> => show({}, true);
  const clear = (): void => choose(() => everyItem);
  usePageCommand('new', openNew);

  return (
    <PageFrame
      title="Items"
      actions={
        <>
          <Button startIcon={<AddOutlined />} title="Alt+N" onClick={openNew}>
            New
          </Button>
          <Button
            startIcon={<GroupWorkOutlined />}
            disabled={total === undefined || total === 0}
            onClick={() => setDialog('assign')}
          >
            Assign group
          </Button>
          <Button startIcon={<WarehouseOutlined />} onClick={() => setDialog('storage')}>
            Storage dimension groups
          </Button>
          <ColumnsButton
            columns={itemsGridColumns}
            keptColumns={keptColumns}
            copyNames={copyNames === 'yes'}
            onCopyNames={(names) => keepCopyNames(names ? 'yes' : null)}
          />
        </>
      }
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, px: 2.5, py: 1 }}>
        <SearchBox
          label="Search items"
          value={search}
          onSearch={(text) => adjust((now) => ({ ...now, filter: { ...now.filter, search: text } }))}
        />
        {!showsEveryItem(view.filter) && <Button onClick={clear}>Clear filters</Button>}
        <Box component="span" role="status" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          {countLabel(total, selected.length)}
        </Box>
      </Box>
      {error !== undefined && (
        <Alert severity="error" action={<Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>}>
          {problemOf(error).sentence}
        </Alert>
      )}
      <Box sx={{ flex: 1, minHeight: 120, display: 'flex', borderTop: 1, borderColor: 'divider' }}>
        <DataGrid
          name="Items"
          columns={itemsGridColumns}
          keptColumns={keptColumns}
          rowId={rowId}
          load={load}
          revision={storageGroups.data && `${attempt} ${storageGroups.dataUpdatedAt}`}
          view={shownInGrid}
          onViewChange={({ filters, sort }) =>
            adjust((now) => ({
              filter: { ...now.filter, conditions: itemConditionsOf(filters) },
              sort: itemSortOf(sort),
            }))
          }
          onOpenRow={({ itemNumber }) => void show({ item: itemNumber })}
          onSelection={setSelected}
          copyNames={copyNames === 'yes'}
          onError={setError}
          onTotal={setTotal}
          empty={
            total === 0 && (
              <ItemsEmpty filtered={!showsEveryItem(view.filter)} onClear={clear} onNew={openNew} />
            )
          }
        />
      </Box>
      {opened !== null && <ItemDrawer key={opened} itemNumber={opened} onClose={close} />}
      {opened === null && params.has('new') && <NewItemDrawer onClose={close} />}
      {dialog === 'assign' && (
        <AssignGroupDialog
          selected={selected.map(({ itemNumber }) => itemNumber)}
          filter={view.filter}
          matching={total ?? 0}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'storage' && <StorageGroupsDialog onClose={() => setDialog(undefined)} />}
    </PageFrame>
  );
}

function countLabel(total: number | undefined, selected: number): string {
  if (total === undefined || total === 0) return '';
  const items = `${formatCount(total)} ${total === 1 ? 'item' : 'items'}`;
  return selected === 0 ? items : `${items}, ${formatCount(selected)} selected`;
}
