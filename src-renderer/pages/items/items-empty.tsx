import CategoryOutlined from '@mui/icons-material/CategoryOutlined';
import SearchOff from '@mui/icons-material/SearchOff';
import { Button, Stack, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { EmptyState } from '../../app/empty-state.tsx';

/** What stands in the grid while there is no item to show, and what to do about it. */
export function ItemsEmpty(props: {
  readonly filtered: boolean;
  readonly onClear: () => void;
  readonly onNew: () => void;
}): ReactElement {
  if (!props.filtered)
    return (
      <EmptyState
        icon={<CategoryOutlined />}
        title="No items yet"
        actions={<Button onClick={props.onNew}>Create an item</Button>}
      >
        Import tracking dimension groups and released products. You see what would change before anything
        does. Or create the items here.
      </EmptyState>
    );
  return (
    <Stack
      spacing={1.5}
      sx={{ flex: 1, alignItems: 'center', justifyContent: 'center', p: 4, textAlign: 'center' }}
    >
      <SearchOff sx={{ fontSize: 44, color: 'text.secondary' }} />
      <Typography variant="h2">Nothing matches</Typography>
      <Typography color="textSecondary">No item meets all filters.</Typography>
      <Button variant="contained" onClick={props.onClear}>
        Clear filters
      </Button>
    </Stack>
  );
}
