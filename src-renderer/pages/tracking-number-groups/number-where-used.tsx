import { Typography } from '@mui/material';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { nameItems } from '../../../src-main/domain/named-items.ts';
import { problemOf, trpc } from '../../api/client.ts';
import { Figure, Figures } from '../../app/figure.tsx';
import { formatCount } from '../../app/format.ts';

/** The items that name a group. @param id of the stored group; undefined for one that is not saved yet. */
export function NumberWhereUsed({ id }: { readonly id: number | undefined }): ReactElement {
  const { data, error } = useQuery(
    trpc.numberGroups.whereUsed.queryOptions(id === undefined ? skipToken : { id }),
  );
  if (id === undefined)
    return <Typography variant="body2">Items can name the group once it is saved.</Typography>;
  if (error !== null) return <Typography color="error">{problemOf(error).sentence}</Typography>;
  const uses = [
    { label: 'Serial number group of items', use: data?.asSerialNumberGroup },
    { label: 'Batch number group of items', use: data?.asBatchNumberGroup },
  ];
  const used = uses.flatMap(({ label, use }) =>
    use !== undefined && use.items > 0 ? [`${label}: ${nameItems(use)}.`] : [],
  );
  return (
    <>
      <Figures>
        {uses.map(({ label, use }) => (
          <Figure key={label} label={label} value={use === undefined ? '' : formatCount(use.items)} />
        ))}
      </Figures>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {data !== undefined && (used.length === 0 ? 'No item names this group.' : used.join(' '))}
      </Typography>
    </>
  );
}
