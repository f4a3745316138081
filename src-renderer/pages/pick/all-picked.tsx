import AllInboxOutlined from '@mui/icons-material/AllInboxOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { trpc } from '../../api/client.ts';

/** Says that no work of the order is open any more, and leads on to Pack while something picked waits there. */
export function AllPicked({ orderId }: { readonly orderId: number }): ReactElement {
  const { data: lines } = useQuery(trpc.pick.picked.queryOptions({ orderId }));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, minHeight: 37 }}>
      <Typography color="textSecondary" role="status">
        Everything that is released of this order is picked.
      </Typography>
      {lines !== undefined && lines.length > 0 && (
        <Button
          variant="contained"
          startIcon={<AllInboxOutlined />}
          component={Link}
          to={`/pack?order=${orderId}`}
        >
          Go to Pack
        </Button>
      )}
    </Box>
  );
}
