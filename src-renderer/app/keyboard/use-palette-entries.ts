import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { trpc } from '../../api/client.ts';
import { pageLinks } from '../page-links.ts';
import { matchEntries, type PaletteEntry } from './palette-entries.ts';

/** Items that the palette shows; the page Items finds the others. */
const MOST_ITEMS = 8;

/** Groups of one kind that the palette shows. */
const MOST_GROUPS = 40;

/** Pages, what can be begun there, groups and items that fit what was typed. Items are searched for by the API once something is typed. */
export function usePaletteEntries(typed: string): readonly PaletteEntry[] {
  const groups = useQuery(trpc.groups.list.queryOptions()).data;
  const numberGroups = useQuery(trpc.numberGroups.list.queryOptions()).data;
  const search = typed.trim();
  const items = useQuery({
    ...trpc.items.page.queryOptions({ filter: { search }, offset: 0, limit: MOST_ITEMS }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  }).data;
  const groupEntries = useMemo(
    (): readonly PaletteEntry[] => [
      ...(groups ?? []).map(({ id, name, description }) => ({
        kind: 'Tracking dimension group',
        name,
        detail: description,
        to: `/tracking-dimension-groups/${id}`,
      })),
      ...(numberGroups ?? []).map(({ id, code, name }) => ({
        kind: 'Tracking number group',
        name: code,
        detail: name,
        to: `/tracking-number-groups/${id}`,
      })),
    ],
    [groups, numberGroups],
  );
  return useMemo(() => {
    const found = search === '' ? [] : (items?.rows ?? []);
    return [
      ...matchEntries(pageEntries, search),
      ...matchEntries(newEntries, search),
      ...matchEntries(groupEntries, search).slice(0, MOST_GROUPS),
      ...found.map(({ itemNumber, name }) => ({
        kind: 'Item',
        name: itemNumber,
        detail: name,
        to: `/items?${new URLSearchParams({ item: itemNumber }).toString()}`,
      })),
    ];
  }, [groupEntries, items, search]);
}

const pageEntries: readonly PaletteEntry[] = pageLinks.map(({ to, label }) => ({
  kind: 'Page',
  name: label,
  detail: '',
  to,
}));

const newEntries: readonly PaletteEntry[] = [
  { name: 'New order', to: '/orders/new' },
  { name: 'New item', to: '/items?new=yes' },
  { name: 'New tracking dimension group', to: '/tracking-dimension-groups/new' },
  { name: 'New tracking number group', to: '/tracking-number-groups/new' },
].map((entry) => ({ kind: 'Action', detail: '', ...entry }));
