import AlarmOutlined from '@mui/icons-material/AlarmOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import { Skeleton, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { Headline } from './gap-words.ts';

const icons = {
  error: AlarmOutlined,
  warning: HourglassEmptyOutlined,
  success: CheckCircleOutlined,
} as const;

/** The answer to the morning question, in a sentence. */
export function GapsHeadline({ headline }: { readonly headline: Headline | undefined }): ReactElement {
  if (headline === undefined) return <Skeleton variant="text" width={420} sx={{ fontSize: '1rem' }} />;
  const { tone, text } = headline;
  const Icon = icons[tone];
  return (
    <Typography
      role="status"
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 1,
        fontSize: '0.9375rem',
        fontWeight: 600,
        lineHeight: 1.5,
      }}
    >
      <Icon sx={{ color: `${tone}.main`, mt: 0.125 }} />
      {text}
    </Typography>
  );
}
