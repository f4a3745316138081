import { useMutation } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import {
  numberGroupInputSchema,
  type NumberGroupInput,
  type TrackingNumberGroup,
} from '../../../src-main/domain/tracking-number-group.ts';
import { trpc } from '../../api/client.ts';
import type { OpenedGroup } from '../../form/groups/opened-group.ts';
import { useGroupForm, type GroupForm } from '../../form/groups/use-group-form.ts';
import { trackingNumberGroups, useTrackingNumberGroups } from './number-group-kind.ts';

/** A saved group. */
export interface Saved {
  readonly group: TrackingNumberGroup;
  /** What to undo; null where nothing changed. */
  readonly changeId: number | null;
}

/** What is wrong with the fields as they stand, the code and the name aside. */
export interface NumberProblem {
  readonly path: string;
  readonly sentence: string;
}

/** The edit of one tracking number group. */
export interface NumberGroupForm extends GroupForm<NumberGroupInput, TrackingNumberGroup, Saved> {
  readonly values: NumberGroupInput;
  readonly numberProblem: NumberProblem | undefined;
}

/** Edits a group. Its counter is left alone unless the user has typed where it shall go on. */
export function useNumberGroupForm(start: OpenedGroup<NumberGroupInput>): NumberGroupForm {
  const { mutateAsync } = useMutation(trpc.numberGroups.save.mutationOptions());
  const edit = useGroupForm({
    kind: trackingNumberGroups,
    start,
    cache: useTrackingNumberGroups(),
    send: (values, stored, opened): Promise<Saved> => {
      const untouched = stored !== undefined && values.next === opened.next;
      return mutateAsync({ ...values, next: untouched ? null : values.next, ...stored });
    },
  });
  const values = useWatch({ control: edit.form.control }) as NumberGroupInput;
  return { ...edit, values, numberProblem: problemOfNumbers(values) };
}

function problemOfNumbers(values: NumberGroupInput): NumberProblem | undefined {
  // The numbers can be judged before the group has a code.
  const { error } = numberGroupInputSchema.safeParse({ ...values, code: 'CODE', name: '' });
  const [issue] = error?.issues ?? [];
  return issue && { path: issue.path.join('.'), sentence: issue.message };
}
