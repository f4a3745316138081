import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useForm, type Control, type FieldPath } from 'react-hook-form';
import { itemInputSchema, type Item, type ItemInput } from '../../../src-main/domain/item.ts';
import { apiClient, problemOf } from '../../api/client.ts';
import { useConfirmedChange } from '../../app/confirmed-change.ts';

/** A saved item. */
export interface SavedItem {
  readonly item: Item;
  /** What to undo; null where nothing was changed. */
  readonly changeId: number | null;
}

/** The edit of one item. */
export interface ItemForm {
  readonly control: Control<ItemInput>;
  readonly setValue: ReturnType<typeof useForm<ItemInput>>['setValue'];
  readonly dirty: boolean;
  readonly saving: boolean;
  /** A sentence about a save that failed, where no field is to blame. */
  readonly problem: string | undefined;
  /** Another window has changed the item: only its version can be edited further. */
  readonly overtaken: boolean;
  /** Undefined where it was not saved; the form then shows why, unless the user thought better of it. */
  readonly save: () => Promise<SavedItem | undefined>;
}

/** Edits an item, stored or new. Where the change reaches its stock, the user confirms what it does before it is saved. */
export function useItemForm(start: ItemInput & { readonly version?: number }): ItemForm {
  const [{ version, ...values }] = useState(start);
  const [problem, setProblem] = useState<string>();
  const [overtaken, setOvertaken] = useState(false);
  const makeChange = useConfirmedChange();
  const client = useQueryClient();
  const running = useRef(false);
  const { control, formState, handleSubmit, setError, setValue } = useForm<ItemInput>({
    defaultValues: values,
    resolver: zodResolver(itemInputSchema),
    mode: 'onChange',
  });

  const send = async (input: ItemInput): Promise<SavedItem | undefined> => {
    const asked = { ...input, units: [...input.units], version };
    // What is new has no stock that could be governed differently.
    const governed =
      version !== undefined &&
      (input.groupId !== values.groupId || input.storageDimensionGroup !== values.storageDimensionGroup);
    const { itemNumber } = start;
    const saved = governed
      ? await makeChange({
          title: `Save ${itemNumber}?`,
          all: stockAddress(itemNumber),
          preview: () => apiClient.items.whatIf.query(asked),
          make: (confirmed) => apiClient.items.save.mutate({ ...asked, confirmed }),
        })
      : await apiClient.items.save.mutate(asked);
    if (saved === undefined) return undefined;
    await client.invalidateQueries();
    return saved;
  };
  const explain = (error: unknown): void => {
    const { code, path, sentence } = problemOf(error);
    setOvertaken(code === 'changed-meanwhile');
    if (isField(path)) setError(path, { type: 'server', message: sentence }, { shouldFocus: true });
    else setProblem(sentence);
  };
  const save = async (): Promise<SavedItem | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setProblem(undefined);
    let saved: SavedItem | undefined;
    try {
      await handleSubmit(async (input) => {
        saved = await send(input);
      })();
    } catch (error) {
      explain(error);
    } finally {
      running.current = false;
    }
    return saved;
  };

  return {
    control,
    setValue,
    dirty: formState.isDirty,
    saving: formState.isSubmitting,
    problem,
    overtaken,
    save,
  };
}

/** The address of On-hand with all rows of an item. */
function stockAddress(itemNumber: string): string {
  const filters = JSON.stringify([{ column: 'itemNumber', operator: 'equals', value: itemNumber }]);
  return `/on-hand?${new URLSearchParams({ filters }).toString()}`;
}

function isField(path: string): path is FieldPath<ItemInput> {
  return path in itemInputSchema.shape || path.startsWith('units.');
}
