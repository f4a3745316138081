import { Alert, Link, Typography } from '@mui/material';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link as RouterLink } from 'react-router';
import { deadEnds } from '../../../src-main/domain/dead-ends.ts';
import type { TrackingSettings } from '../../../src-main/domain/tracking-settings.ts';
import { problemOf, trpc } from '../../api/client.ts';
import { Figure, Figures } from '../../app/figure.tsx';
import { formatCount, formatQuantity } from '../../app/format.ts';

/** Props of `WhereUsed`. */
export interface WhereUsedProps {
  /** The stored group; undefined for one that is not saved yet. */
  readonly group: { readonly id: number; readonly name: string } | undefined;
  /** As the form has them now. */
  readonly settings: TrackingSettings;
}

/** How many items and how much stock a group governs, and for which of them its capture fails. */
export function WhereUsed({ group, settings }: WhereUsedProps): ReactElement {
  const { data, error } = useQuery(trpc.groups.whereUsed.queryOptions(group ? { id: group.id } : skipToken));
  if (group === undefined)
    return <Typography variant="body2">No item can use the group before it is saved.</Typography>;
  if (error !== null) return <Typography color="error">{problemOf(error).sentence}</Typography>;
  const figures = [
    { label: 'Items', value: data && formatCount(data.items) },
    { label: 'On-hand rows', value: data && formatCount(data.rows) },
    { label: 'Quantity', value: data && formatQuantity(data.quantity) },
    { label: 'Blank quantity', value: data && formatQuantity(data.blankQuantity) },
  ];
  return (
    <>
      {data !== undefined &&
        deadEnds(settings, data).map(({ sentence }) => (
          <Alert key={sentence} severity="warning" sx={{ mb: 1 }}>
            {sentence}
          </Alert>
        ))}
      <Figures>
        {figures.map(({ label, value }) => (
          <Figure key={label} label={label} value={value ?? ''} />
        ))}
      </Figures>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {data !== undefined && itemsOf(data)}{' '}
        {data !== undefined && data.rows > 0 && (
          <Link
            component={RouterLink}
            to={`/on-hand?${new URLSearchParams({ group: group.name }).toString()}`}
          >
            Show on-hand of this group
          </Link>
        )}
      </Typography>
    </>
  );
}

function itemsOf({
  items,
  examples,
}: {
  readonly items: number;
  readonly examples: readonly string[];
}): string {
  if (items === 0) return 'No item uses this group.';
  const rest = items - examples.length;
  return `Used by ${examples.join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}.`;
}
