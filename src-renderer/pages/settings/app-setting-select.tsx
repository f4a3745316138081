import { FormControl, FormHelperText, InputLabel, MenuItem, Select } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, type ReactElement } from 'react';
import type { AppSettings } from '../../../src-main/domain/app-settings.ts';
import { problemOf, queryClient, trpc } from '../../api/client.ts';
import { useNotifyDone } from '../../app/notify-done.ts';
import { useNotify } from '../../app/notifications.tsx';

/** Props of `AppSettingSelect`. */
export interface AppSettingSelectProps<Name extends keyof AppSettings> {
  readonly name: Name;
  readonly label: string;
  readonly choices: readonly { readonly value: AppSettings[Name]; readonly label: string }[];
  /** What the choice means, in a sentence. */
  readonly help: string;
  /** What is said when it was changed. */
  readonly done: string;
}

/** A setting of the app with a few values; a choice is stored at once. */
export function AppSettingSelect<Name extends keyof AppSettings>(
  props: AppSettingSelectProps<Name>,
): ReactElement {
  const { name, label, choices, help, done } = props;
  const notify = useNotify();
  const notifyDone = useNotifyDone();
  const id = useId();
  const settings = useQuery(trpc.settings.get.queryOptions());
  const set = useMutation(
    trpc.settings.set.mutationOptions({
      onSuccess: async ({ changeId }) => {
        await queryClient.invalidateQueries();
        notifyDone(done, changeId);
      },
      onError: (error) => notify({ severity: 'error', text: problemOf(error).sentence }),
    }),
  );
  const index = choices.findIndex(({ value }) => value === settings.data?.[name]);
  return (
    <FormControl disabled={settings.data === undefined || set.isPending} sx={{ width: 420 }}>
      <InputLabel id={`${id}-label`}>{label}</InputLabel>
      <Select
        id={`${id}-select`}
        labelId={`${id}-label`}
        label={label}
        value={Math.max(0, index)}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => {
          const chosen = choices[target.value];
          if (chosen !== undefined) set.mutate({ [name]: chosen.value });
        }}
      >
        {choices.map((choice, at) => (
          <MenuItem key={choice.label} value={at}>
            {choice.label}
          </MenuItem>
        ))}
      </Select>
      <FormHelperText id={`${id}-help`}>{help}</FormHelperText>
    </FormControl>
  );
}
