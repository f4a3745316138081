import { Alert, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useController, useWatch, type Control, type UseFormSetValue } from 'react-hook-form';
import { cleanText } from '../../../src-main/domain/blank.ts';
import { deadEnds, factsOfItem } from '../../../src-main/domain/dead-ends.ts';
import { unknownNumberGroup, type ItemInput } from '../../../src-main/domain/item.ts';
import { nameKey } from '../../../src-main/domain/name-key.ts';
import { trpc } from '../../api/client.ts';
import { GroupSelect } from './group-select.tsx';
import { ItemTextField } from './item-text-field.tsx';

/** Props of `ItemGroups`. */
export interface ItemGroupsProps {
  readonly control: Control<ItemInput>;
  readonly setValue: UseFormSetValue<ItemInput>;
}

/** The groups that govern an item, and where they leave its capture in a dead end. */
export function ItemGroups({ control, setValue }: ItemGroupsProps): ReactElement {
  const { data: groups } = useQuery(trpc.groups.list.queryOptions());
  const { data: storageGroups } = useQuery(trpc.storageGroups.list.queryOptions());
  const { data: numberGroups } = useQuery(trpc.numberGroups.list.queryOptions());
  const { fieldState } = useController({ control, name: 'groupId' });
  const [itemNumber, groupId, storageName, catchWeightUnit, serialCode, batchCode] = useWatch({
    control,
    name: [
      'itemNumber',
      'groupId',
      'storageDimensionGroup',
      'catchWeightUnit',
      'serialNumberGroup',
      'batchNumberGroup',
    ],
  });
  const named = storageName.trim();
  const storage = storageGroups?.find(({ name }) => nameKey(name) === nameKey(named));
  const warehouseProcesses = storage?.warehouseProcesses ?? true;
  const ends = deadEnds(
    groups?.find(({ id }) => id === groupId)?.settings,
    factsOfItem(cleanText(itemNumber) || 'this item', {
      warehouseProcesses,
      catchWeight: catchWeightUnit.trim() !== '',
    }),
  );
  const codes = numberGroups?.map(({ code }) => code) ?? [];
  const noteOf = (code: string): string | undefined => {
    const key = nameKey(code.trim());
    return numberGroups === undefined || key === '' || codes.some((known) => nameKey(known) === key)
      ? undefined
      : unknownNumberGroup(code.trim());
  };
  const uses = `${warehouseProcesses ? 'Uses' : 'Does not use'} warehouse management processes.`;
  return (
    <>
      <GroupSelect
        groups={groups ?? []}
        value={groupId}
        onChange={(id) => setValue('groupId', id, { shouldDirty: true, shouldValidate: true })}
        error={fieldState.error?.message}
      />
      <Stack direction="row" spacing={1.5}>
        <ItemTextField
          control={control}
          name="storageDimensionGroup"
          label="Storage dimension group"
          suggestions={storageGroups?.map(({ name }) => name) ?? []}
          note={storage === undefined && named !== '' ? `New. ${uses}` : uses}
        />
        <ItemTextField control={control} name="reservationHierarchy" label="Reservation hierarchy" />
      </Stack>
      <Stack direction="row" spacing={1.5}>
        <ItemTextField
          control={control}
          name="serialNumberGroup"
          label="Serial number group"
          suggestions={codes}
          note={noteOf(serialCode)}
        />
        <ItemTextField
          control={control}
          name="batchNumberGroup"
          label="Batch number group"
          suggestions={codes}
          note={noteOf(batchCode)}
        />
      </Stack>
      {ends.map(({ sentence }) => (
        <Alert key={sentence} severity="warning">
          {sentence}
        </Alert>
      ))}
    </>
  );
}
