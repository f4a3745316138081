import { Box, FormControlLabel, Switch, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { appSettingLabels, hourLabel, MOST_BACKUPS } from '../../../../src-main/domain/app-settings.ts';
import { problemOf, queryClient, trpc } from '../../../api/client.ts';
import { useNotifyDone } from '../../../app/notify-done.ts';
import { useNotify } from '../../../app/notifications.tsx';
import { AppSettingSelect } from '../app-setting-select.tsx';

const hours = Array.from({ length: 24 }, (_, value) => ({ value, label: hourLabel(value) }));

const numbers = Array.from({ length: MOST_BACKUPS }, (_, index) => ({
  value: index + 1,
  label: String(index + 1),
}));

/** Whether, when and how many backups are made by themselves. */
export function NightlySettings(): ReactElement {
  const notify = useNotify();
  const notifyDone = useNotifyDone();
  const settings = useQuery(trpc.settings.get.queryOptions());
  const set = useMutation(
    trpc.settings.set.mutationOptions({
      onSuccess: async ({ changeId, nightlyBackup }) => {
        await queryClient.invalidateQueries();
        notifyDone(`The nightly backup was turned ${nightlyBackup ? 'on' : 'off'}.`, changeId);
      },
      onError: (error) => notify({ severity: 'error', text: problemOf(error).sentence }),
    }),
  );
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, pt: 1 }}>
      <Box>
        <FormControlLabel
          label={appSettingLabels.nightlyBackup}
          control={
            <Switch
              checked={settings.data?.nightlyBackup ?? false}
              disabled={settings.data === undefined || set.isPending}
              onChange={(_event, checked) => set.mutate({ nightlyBackup: checked })}
              slotProps={{ input: { 'aria-describedby': 'nightly-help' } }}
            />
          }
        />
        <Typography id="nightly-help" variant="body2" color="textSecondary">
          Made at this hour, or as soon as the app runs again. A night without a change needs none.
        </Typography>
      </Box>
      <AppSettingSelect
        name="backupHour"
        label={appSettingLabels.backupHour}
        choices={hours}
        help="On the clock of this computer."
        done="The hour of the nightly backup was changed."
      />
      <AppSettingSelect
        name="backupsKept"
        label={appSettingLabels.backupsKept}
        choices={numbers}
        help="Older ones are deleted after the next night. Backups made by hand or before an action are never deleted by themselves."
        done="The number of nightly backups was changed."
      />
    </Box>
  );
}
