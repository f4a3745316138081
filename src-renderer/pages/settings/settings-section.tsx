import { Paper, Stack, Typography } from '@mui/material';
import { useId, type ReactElement, type ReactNode } from 'react';

/** One group of settings. */
export function SettingsSection(props: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <Paper component="section" variant="outlined" aria-labelledby={id} sx={{ p: 2 }}>
      <Typography id={id} variant="h2" sx={{ mb: 1.5 }}>
        {props.title}
      </Typography>
      <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
        {props.children}
      </Stack>
    </Paper>
  );
}
