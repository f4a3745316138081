import { useRef, useState } from 'react';
import {
  useForm,
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form';
import { problemOf } from '../../api/client.ts';
import type { GroupCache } from './group-cache.ts';
import { keepMine, type GroupKind, type StoredGroup } from './group-kind.ts';
import { openGroup, type OpenedGroup } from './opened-group.ts';

/** Why a save did not go through: another window was faster. */
export type Collision<Stored> =
  { readonly kind: 'changed'; readonly theirs: Stored } | { readonly kind: 'deleted' };

/** What a group's form is made of. */
export interface GroupFormOptions<Input extends FieldValues, Stored extends Input & StoredGroup, Saved> {
  readonly kind: GroupKind<Input, Stored>;
  readonly start: OpenedGroup<Input>;
  readonly cache: GroupCache<Stored>;
  /**
   * Sends the values to the API, as a change of the stored version `start` or as a new group. Undefined where the user
   * thought better of it.
   */
  readonly send: (values: Input, stored: StoredGroup | undefined, start: Input) => Promise<Saved | undefined>;
}

/** The edit of one group. */
export interface GroupForm<Input extends FieldValues, Stored extends Input & StoredGroup, Saved> {
  readonly kind: GroupKind<Input, Stored>;
  readonly form: UseFormReturn<Input>;
  /** What the edit started from. */
  readonly opened: OpenedGroup<Input>;
  readonly dirty: boolean;
  readonly saving: boolean;
  /** A sentence about a save that failed, where no field is to blame. */
  readonly problem: string | undefined;
  readonly collision: Collision<Stored> | undefined;
  /**
   * Saves, as a change of the version the edit started from or `asNew` group.
   * Undefined where it was not saved; the form then shows why.
   */
  readonly save: (asNew?: boolean) => Promise<Saved | undefined>;
  /** Shows how the version of another window differs. */
  readonly compare: (theirs: Stored) => void;
  /** Goes on from the version of the other window, with or without the changes of this one. */
  readonly adopt: (theirs: Stored, keepChanges: boolean) => void;
  readonly dismissCollision: () => void;
  readonly focusName: () => void;
}

/** Edits a group: react-hook-form holds what the user has chosen. */
export function useGroupForm<
  Input extends FieldValues,
  Stored extends Input & StoredGroup,
  Saved extends { readonly group: Stored },
>(options: GroupFormOptions<Input, Stored, Saved>): GroupForm<Input, Stored, Saved> {
  const { kind, start, cache, send } = options;
  const [opened, setOpened] = useState(start);
  const [problem, setProblem] = useState<string>();
  const [collision, setCollision] = useState<Collision<Stored>>();
  const form = useForm<Input>({
    defaultValues: start.start as DefaultValues<Input>,
    resolver: kind.resolver,
    mode: 'onChange',
  });
  const { formState, getValues, reset, setError, setFocus, handleSubmit } = form;
  const running = useRef(false);

  const sendNow = async (values: Input, asNew: boolean): Promise<Saved | undefined> => {
    const before = JSON.stringify(getValues());
    setProblem(undefined);
    setCollision(undefined);
    try {
      const saved = await send(values, asNew ? undefined : opened.stored, opened.start);
      if (saved === undefined) return undefined;
      cache.put(saved.group);
      setOpened(openGroup(kind, saved.group));
      // What was typed while the save was on its way is a new change, not to be lost.
      reset(kind.inputOf(saved.group), { keepValues: JSON.stringify(getValues()) !== before });
      return saved;
    } catch (error) {
      await explain(error);
      return undefined;
    }
  };
  const explain = async (thrown: unknown): Promise<void> => {
    const { code, path, sentence } = problemOf(thrown);
    if (code === 'changed-meanwhile' || code === 'not-found') {
      const groups = await cache.fetch().catch(() => undefined);
      const theirs = groups?.find(({ id }) => id === opened.stored?.id);
      if (theirs !== undefined) setCollision({ kind: 'changed', theirs });
      else if (groups !== undefined) setCollision({ kind: 'deleted' });
      else setProblem(sentence);
    } else if (kind.errorPaths.includes(path))
      setError(path as FieldPath<Input>, { type: 'server', message: sentence }, { shouldFocus: true });
    else setProblem(sentence);
  };
  const save = async (asNew = false): Promise<Saved | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    let saved: Saved | undefined;
    try {
      await handleSubmit(async (values) => {
        saved = await sendNow(values, asNew);
      })();
    } finally {
      running.current = false;
    }
    return saved;
  };

  return {
    kind,
    form,
    opened,
    dirty: formState.isDirty || opened.unsaved,
    saving: formState.isSubmitting,
    problem,
    collision,
    save,
    compare: (theirs) => setCollision({ kind: 'changed', theirs }),
    adopt(theirs, keepChanges) {
      const merged = keepChanges
        ? keepMine(kind.fields, opened.start, kind.inputOf(theirs), kind.inputOf(getValues()))
        : undefined;
      setCollision(undefined);
      setProblem(undefined);
      setOpened(openGroup(kind, theirs));
      reset(kind.inputOf(theirs));
      if (merged !== undefined) reset(merged, { keepDefaultValues: true });
    },
    dismissCollision: () => setCollision(undefined),
    focusName: () => setFocus(kind.nameField as FieldPath<Input>, { shouldSelect: true }),
  };
}
