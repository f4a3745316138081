import { zodResolver } from '@hookform/resolvers/zod';
import {
  GROUP_NAME_LENGTH,
  groupInputSchema,
  type GroupInput,
  type TrackingDimensionGroup,
} from '../../../src-main/domain/tracking-dimension-group.ts';
import { settingFields } from '../../../src-main/domain/tracking-fields.ts';
import { defaultTrackingSettings } from '../../../src-main/domain/tracking-settings.ts';
import { apiClient, trpc } from '../../api/client.ts';
import { useGroupCache, type GroupCache } from '../../form/groups/group-cache.ts';
import type { GroupKind } from '../../form/groups/group-kind.ts';
import { freeName } from '../../form/groups/opened-group.ts';
import { groupFields } from '../../../src-main/domain/tracking-group-fields.ts';
import { groupRow } from './group-row.ts';

const inputOf = ({ name, description, settings }: GroupInput): GroupInput => ({
  name,
  description,
  settings,
});

/** Tracking dimension groups, as their page needs to know them. */
export const trackingDimensionGroups: GroupKind<GroupInput, TrackingDimensionGroup> = {
  title: 'Tracking dimension groups',
  one: 'Tracking dimension group',
  home: '/tracking-dimension-groups',
  nameOf: ({ name }) => name,
  nameField: 'name',
  row: groupRow,
  inputOf,
  empty: { name: '', description: '', settings: defaultTrackingSettings },
  copyOf: (group, groups) => {
    const taken = groups.map(({ name }) => name);
    return { ...inputOf(group), name: freeName(group.name, taken, GROUP_NAME_LENGTH) };
  },
  resolver: zodResolver(groupInputSchema),
  fields: groupFields,
  errorPaths: ['name', 'description', ...settingFields.map(({ path }) => `settings.${path}`)],
};

const { queryKey } = trpc.groups.list.queryOptions();
const load = () => apiClient.groups.list.query();

/** The list of tracking dimension groups. */
export function useTrackingDimensionGroups(): GroupCache<TrackingDimensionGroup> {
  return useGroupCache(trackingDimensionGroups, queryKey, load);
}
