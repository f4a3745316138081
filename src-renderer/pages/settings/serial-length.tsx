import { FormControl, FormHelperText, InputLabel, MenuItem, Select } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, type ReactElement } from 'react';
import { serialLengthSchema } from '../../../src-main/domain/app-settings.ts';
import { LONG_SERIAL_LENGTH, SERIAL_LENGTH } from '../../../src-main/domain/serial-number.ts';
import { problemOf, queryClient, trpc } from '../../api/client.ts';
import { useNotifyDone } from '../../app/notify-done.ts';
import { useNotify } from '../../app/notifications.tsx';

/** The longest serial number that is in order. */
export function SerialLength(): ReactElement {
  const notify = useNotify();
  const notifyDone = useNotifyDone();
  const id = useId();
  const settings = useQuery(trpc.settings.get.queryOptions());
  const set = useMutation(
    trpc.settings.set.mutationOptions({
      onSuccess: async ({ changeId }) => {
        await queryClient.invalidateQueries();
        notifyDone('The longest serial number was changed.', changeId);
      },
      onError: (error) => notify({ severity: 'error', text: problemOf(error).sentence }),
    }),
  );
  return (
    <FormControl disabled={settings.data === undefined || set.isPending} sx={{ width: 420 }}>
      <InputLabel id={`${id}-label`}>Longest serial number</InputLabel>
      <Select
        id={`${id}-select`}
        labelId={`${id}-label`}
        label="Longest serial number"
        value={settings.data?.serialLength ?? SERIAL_LENGTH}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => set.mutate({ serialLength: serialLengthSchema.parse(target.value) })}
      >
        <MenuItem value={SERIAL_LENGTH}>{SERIAL_LENGTH} characters, as in Dynamics 365</MenuItem>
        <MenuItem value={LONG_SERIAL_LENGTH}>{LONG_SERIAL_LENGTH} characters, for other systems</MenuItem>
      </Select>
      <FormHelperText id={`${id}-help`}>
        On-hand with a longer serial number is shown as Invalid.
      </FormHelperText>
    </FormControl>
  );
}
