import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useWatch, type FieldErrors } from 'react-hook-form';
import {
  applyTrackingRules,
  type Adjustment,
  type Refusal,
} from '../../../src-main/domain/apply-tracking-rules.ts';
import type { DeadEnd } from '../../../src-main/domain/dead-ends.ts';
import type {
  GroupInput,
  TrackingDimensionGroup,
} from '../../../src-main/domain/tracking-dimension-group.ts';
import { settingFields } from '../../../src-main/domain/tracking-fields.ts';
import { apiClient, trpc } from '../../api/client.ts';
import { useConfirmedChange } from '../../app/confirmed-change.ts';
import type { OpenedGroup } from '../../form/groups/opened-group.ts';
import { useGroupForm, type GroupForm } from '../../form/groups/use-group-form.ts';
import { trackingDimensionGroups, useTrackingDimensionGroups } from './group-kind.ts';
import { settingsEditor, type SettingsEditor } from './settings-editor.ts';

/** A saved group, and what the rules made of the choices on the way. */
export interface Saved {
  readonly group: TrackingDimensionGroup;
  readonly adjustments: readonly Adjustment[];
  /** Where capture fails for items of the group. */
  readonly deadEnds: readonly DeadEnd[];
  /** What to undo; null where nothing changed. */
  readonly changeId: number | null;
}

/** The edit of one tracking dimension group. */
export interface TrackingGroupForm extends GroupForm<GroupInput, TrackingDimensionGroup, Saved> {
  /** What the form holds now, the settings settled by the rules. */
  readonly mine: () => GroupInput;
  readonly settings: SettingsEditor;
}

/**
 * Edits a group: react-hook-form holds what the user has chosen, the rules say what is shown and saved. Where the change
 * reaches stock, the user confirms what it does before it is saved.
 */
export function useTrackingGroupForm(start: OpenedGroup<GroupInput>): TrackingGroupForm {
  const cache = useTrackingDimensionGroups();
  const makeChange = useConfirmedChange();
  const client = useQueryClient();
  const edit = useGroupForm({
    kind: trackingDimensionGroups,
    start,
    cache,
    send: async (values, stored, opened): Promise<Saved | undefined> => {
      const ruled = applyTrackingRules(values.settings);
      const asked = { ...values, settings: ruled.settings, ...stored };
      const saved =
        stored === undefined
          ? await apiClient.groups.save.mutate(asked)
          : await makeChange({
              title: `Save ${values.name}?`,
              all: `/on-hand?${new URLSearchParams({ group: opened.name }).toString()}`,
              preview: () => apiClient.groups.whatIf.query(asked),
              make: (confirmed) => apiClient.groups.save.mutate({ ...asked, confirmed }),
            });
      if (saved === undefined) return undefined;
      await client.invalidateQueries({ queryKey: trpc.onHand.pathKey() });
      return { ...saved, adjustments: [...ruled.adjustments, ...saved.adjustments] };
    },
  });
  const { clearErrors, control, formState, getValues, setValue } = edit.form;
  const { stored } = edit.opened;
  const { data: used } = useQuery(trpc.groups.whereUsed.queryOptions(stored ? { id: stored.id } : skipToken));
  const chosen = useWatch({ control, name: 'settings' });
  return {
    ...edit,
    mine: () => {
      const values = getValues();
      return {
        ...trackingDimensionGroups.inputOf(values),
        settings: applyTrackingRules(values.settings).settings,
      };
    },
    settings: settingsEditor(
      chosen,
      (settings) => {
        clearErrors('settings');
        setValue('settings', settings, { shouldDirty: true });
      },
      refusalsOf(formState.errors),
      used?.moved ?? false,
    ),
  };
}

/** The errors that the API has put at settings. */
function refusalsOf({ settings }: FieldErrors<GroupInput>): readonly Refusal[] {
  return settingFields.flatMap(({ path }) => {
    const sentence = messageAt(settings, path.split('.'));
    return sentence === undefined ? [] : [{ path, sentence }];
  });
}

function messageAt(errors: unknown, [head, ...tail]: readonly string[]): string | undefined {
  if (typeof errors !== 'object' || errors === null) return undefined;
  if (head !== undefined) return messageAt((errors as Record<string, unknown>)[head], tail);
  const { message } = errors as { readonly message?: unknown };
  return typeof message === 'string' ? message : undefined;
}
