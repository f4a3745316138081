import TroubleshootOutlined from '@mui/icons-material/TroubleshootOutlined';
import { Button, Link, Stack, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';

/** What to do first, while there is no stock to look for gaps in. */
export function GapsEmpty(): ReactElement {
  return (
    <Stack spacing={1.5} sx={{ flex: 1, alignItems: 'center', justifyContent: 'center', p: 4 }}>
      <TroubleshootOutlined sx={{ fontSize: 44, color: 'text.secondary' }} />
      <Typography variant="h2">No stock yet</Typography>
      <Typography color="textSecondary" sx={{ maxWidth: 520, textAlign: 'center' }}>
        Here you see every morning which serial numbers are missing, which of those are a problem, and since
        when. Three steps lead there:
      </Typography>
      <Stack component="ol" spacing={1} sx={{ m: 0, pl: 3, maxWidth: 520 }}>
        <Step>
          <Page to="/tracking-dimension-groups">Decide when serial numbers are asked for</Page>: tracking
          dimension groups say whether at receiving, picking or packing. Import yours, or create one.
        </Step>
        <Step>
          <Page to="/import-export">Import released products and stock</Page>, the files that Dynamics 365
          exports.
        </Step>
        <Step>
          <Page to="/location-stages">Name the stages of your locations</Page>: where stock is staged, packed
          and loaded.
        </Step>
      </Stack>
      <Button component={RouterLink} to="/import-export" variant="contained">
        Import sample or own files
      </Button>
    </Stack>
  );
}

function Step({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Typography component="li" variant="body2">
      {children}
    </Typography>
  );
}

function Page(props: { readonly to: string; readonly children: string }): ReactElement {
  return (
    <Link component={RouterLink} to={props.to}>
      {props.children}
    </Link>
  );
}
