import { Box, Button, TextField, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { orderStatuses } from '../../../src-main/domain/order-status.ts';
import { orderKinds } from '../../../src-main/domain/order.ts';
import { problemOf } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { GroupList } from '../../form/groups/group-list.tsx';
import { SearchBox } from '../../form/search-box.tsx';
import type { OrderList } from './use-order-list.ts';

/** The left side of the page: search, filters, the orders, and how many there are. */
export function OrderBrowser(props: {
  readonly list: OrderList;
  readonly selected: number | undefined;
  readonly onSelect: (id: number) => void;
}): ReactElement {
  const { list, selected, onSelect } = props;
  const { filter, setFilter, rows, total, problem } = list;
  return (
    <Box
      sx={{
        flex: 'none',
        width: { xs: 264, xl: 304 },
        display: 'flex',
        flexDirection: 'column',
        borderRight: 1,
        borderColor: 'divider',
      }}
    >
      <Box
        sx={{
          p: 1,
          pb: 0.5,
          display: 'flex',
          flexDirection: 'column',
          gap: 1,
          '& > .MuiTextField-root': { width: '100%' },
        }}
      >
        <SearchBox
          label="Search orders"
          value={filter.search}
          onSearch={(search) => setFilter({ ...filter, search })}
        />
        <Box sx={{ display: 'flex', gap: 1 }}>
          <FilterSelect
            label="Kind"
            value={filter.kind}
            choices={orderKinds}
            onChange={(kind) => setFilter({ ...filter, kind })}
          />
          <FilterSelect
            label="Status"
            value={filter.status}
            choices={orderStatuses}
            onChange={(status) => setFilter({ ...filter, status })}
          />
        </Box>
      </Box>
      <GroupList label="Orders" groups={rows} selected={selected} onSelect={onSelect} />
      {list.more !== undefined && (
        <Button onClick={list.more} loading={list.loading} sx={{ mx: 1 }}>
          Show more orders
        </Button>
      )}
      <Typography variant="caption" color="textSecondary" role="status" sx={{ px: 2, py: 0.75 }}>
        {problem === null
          ? `${formatCount(total)} ${total === 1 ? 'order' : 'orders'}`
          : problemOf(problem).sentence}
      </Typography>
    </Box>
  );
}

function FilterSelect<Value extends string>(props: {
  readonly label: string;
  readonly value: Value | undefined;
  readonly choices: readonly Value[];
  readonly onChange: (value: Value | undefined) => void;
}): ReactElement {
  const { label, value, choices, onChange } = props;
  return (
    <TextField
      select
      label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(choices.find((choice) => choice === target.value))}
      sx={{ flex: 1, minWidth: 0 }}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
    >
      <option value="">All</option>
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </TextField>
  );
}
