import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useForm, useWatch, type Control } from 'react-hook-form';
import { z } from 'zod';
import {
  locationPatternSchema,
  locationPatternsSchema,
  type LocationPattern,
} from '../../../src-main/domain/location-stage.ts';
import { apiClient, problemOf } from '../../api/client.ts';
import { useConfirmedChange } from '../../app/confirmed-change.ts';
import { useNotifyDone } from '../../app/notify-done.ts';

const formSchema = z.object({ patterns: locationPatternsSchema });

/** What the form holds: a row for each pattern. */
export type StagesValues = z.input<typeof formSchema>;

/** The patterns that are stored, and their version. */
export interface StoredStages {
  readonly patterns: readonly LocationPattern[];
  readonly version: number;
}

/** The edit of all patterns. */
export interface StagesForm {
  readonly control: Control<StagesValues>;
  /** The rows as they stand that are complete, whatever is wrong with the others. */
  readonly draft: readonly LocationPattern[];
  /** All rows, cleaned; undefined where one of them cannot be saved. */
  readonly complete: readonly LocationPattern[] | undefined;
  readonly dirty: boolean;
  readonly saving: boolean;
  /** A sentence about a save that failed, where no row is to blame. */
  readonly problem: string | undefined;
  /** Others are stored by now: another window saved them, or they came by an import, an undo, a restore. */
  readonly behind: boolean;
  /** Drops the changes and shows what is stored now. */
  readonly reload: () => void;
  /** Whether it was saved; where not, the form shows why, unless the user thought better of it. */
  readonly save: () => Promise<boolean>;
}

const valuesOf = ({ patterns }: StoredStages): StagesValues => ({
  patterns: patterns.map((pattern) => ({ ...pattern })),
});

/** Edits the patterns. Where the change reaches stock, the user confirms what it does before it is saved. */
export function useStagesForm(stored: StoredStages): StagesForm {
  const [started, setStarted] = useState(stored);
  const [problem, setProblem] = useState<string>();
  const makeChange = useConfirmedChange();
  const notifyDone = useNotifyDone();
  const client = useQueryClient();
  const running = useRef(false);
  const { control, formState, handleSubmit, reset } = useForm({
    defaultValues: valuesOf(stored),
    resolver: zodResolver(formSchema),
    mode: 'onChange',
  });
  const { isDirty: dirty, isSubmitting: saving } = formState;
  const rows = useWatch({ control, name: 'patterns' });

  const adopt = (theirs: StoredStages): void => {
    setStarted(theirs);
    setProblem(undefined);
    reset(valuesOf(theirs));
  };

  const send = async ({ patterns }: z.output<typeof formSchema>): Promise<boolean> => {
    const input = { patterns, version: started.version };
    const saved = await makeChange({
      title: 'Save the location stages?',
      preview: () => apiClient.locationStages.whatIf.query(input),
      make: (confirmed) => apiClient.locationStages.save.mutate({ ...input, confirmed }),
    });
    if (saved === undefined) return false;
    adopt(saved);
    await client.invalidateQueries();
    notifyDone('Saved the location stages.', saved.changeId);
    return true;
  };
  const save = async (): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setProblem(undefined);
    let saved = false;
    try {
      await handleSubmit(async (values) => {
        saved = await send(values);
      })();
    } catch (error) {
      setProblem(problemOf(error).sentence);
      await client.invalidateQueries();
    } finally {
      running.current = false;
    }
    return saved;
  };

  return {
    control,
    draft: rows.flatMap((row) => locationPatternSchema.safeParse(row).data ?? []),
    complete: locationPatternsSchema.safeParse(rows).data,
    dirty,
    saving,
    problem,
    behind: stored.version !== started.version,
    reload: () => adopt(stored),
    save,
  };
}
