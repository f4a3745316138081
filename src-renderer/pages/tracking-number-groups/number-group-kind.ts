import { zodResolver } from '@hookform/resolvers/zod';
import {
  newNumberGroup,
  NUMBER_GROUP_CODE_LENGTH,
  numberGroupInputSchema,
  type NumberGroupInput,
  type TrackingNumberGroup,
} from '../../../src-main/domain/tracking-number-group.ts';
import { apiClient, trpc } from '../../api/client.ts';
import { useGroupCache, type GroupCache } from '../../form/groups/group-cache.ts';
import type { GroupKind } from '../../form/groups/group-kind.ts';
import { freeName } from '../../form/groups/opened-group.ts';
import { numberGroupFields } from '../../../src-main/domain/number-group-fields.ts';

const inputOf = (group: NumberGroupInput): NumberGroupInput => {
  const { id: _id, version: _version, ...input } = group as Partial<TrackingNumberGroup> & NumberGroupInput;
  return input;
};

/** Tracking number groups, as their page needs to know them. */
export const trackingNumberGroups: GroupKind<NumberGroupInput, TrackingNumberGroup> = {
  title: 'Tracking number groups',
  one: 'Tracking number group',
  home: '/tracking-number-groups',
  nameOf: ({ code }) => code,
  nameField: 'code',
  row: ({ id, code, name, manual, parts, sequence }) => ({
    id,
    name: code,
    description: name,
    chips: manual
      ? [{ label: 'Manual', strong: false }]
      : parts.number
        ? [{ label: sequence.format, strong: false }]
        : [],
  }),
  inputOf,
  empty: newNumberGroup,
  copyOf: (group, groups) => {
    const taken = groups.map(({ code }) => code);
    return {
      ...inputOf(group),
      code: freeName(group.code, taken, NUMBER_GROUP_CODE_LENGTH),
      // A copy counts on its own, from the beginning.
      next: group.sequence.smallest,
    };
  },
  resolver: zodResolver(numberGroupInputSchema),
  fields: numberGroupFields,
  errorPaths: [
    'code',
    'name',
    'parts',
    'sequence.code',
    'sequence.format',
    'sequence.smallest',
    'sequence.largest',
    'next',
    'perQuantity',
  ],
};

const { queryKey } = trpc.numberGroups.list.queryOptions();
const load = () => apiClient.numberGroups.list.query();

/** The list of tracking number groups. */
export function useTrackingNumberGroups(): GroupCache<TrackingNumberGroup> {
  return useGroupCache(trackingNumberGroups, queryKey, load);
}
