import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FieldValues } from 'react-hook-form';
import { nameKey } from '../../../src-main/domain/name-key.ts';
import type { GroupKind, StoredGroup } from './group-kind.ts';

/** Keeps the list of groups in step with what this window does. */
export interface GroupCache<Stored> {
  /** Where the list is kept, and how it gets there. */
  readonly queryKey: QueryKey;
  readonly load: () => Promise<readonly Stored[]>;
  /** Asks the API for the list as it is now. */
  fetch(): Promise<readonly Stored[]>;
  /** Puts a saved group in its place. */
  put(group: Stored): void;
  /** Takes a deleted group out. */
  drop(id: number): void;
}

/**
 * The cache of a list of groups.
 * @param queryKey under which the list is kept.
 * @param load asks the API for the list.
 */
export function useGroupCache<Input extends FieldValues, Stored extends Input & StoredGroup>(
  kind: GroupKind<Input, Stored>,
  queryKey: QueryKey,
  load: () => Promise<readonly Stored[]>,
): GroupCache<Stored> {
  const client = useQueryClient();
  return useMemo(() => {
    const keyOf = (group: Stored): string => nameKey(kind.nameOf(group));
    const byName = (one: Stored, other: Stored): number => {
      const [a, b] = [keyOf(one), keyOf(other)];
      return a < b ? -1 : a > b ? 1 : 0;
    };
    const set = (groups: readonly Stored[]): void => {
      client.setQueryData(queryKey, groups);
      // The groups govern the rest: where they are used, what is blank.
      void client.invalidateQueries();
    };
    const others = (id: number): readonly Stored[] =>
      (client.getQueryData<readonly Stored[]>(queryKey) ?? []).filter((group) => group.id !== id);
    return {
      queryKey,
      load,
      fetch: () => client.fetchQuery({ queryKey, queryFn: load, staleTime: 0 }),
      put: (group) => set([...others(group.id), group].sort(byName)),
      drop: (id) => set(others(id)),
    };
  }, [client, kind, queryKey, load]);
}
