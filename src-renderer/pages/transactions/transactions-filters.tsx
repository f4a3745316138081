import { Box, Button, Chip, MenuItem, TextField } from '@mui/material';
import type { ReactElement } from 'react';
import { inventoryEventKinds, type InventoryEventKind } from '../../../src-main/domain/inventory-event.ts';
import { SearchBox } from '../../form/search-box.tsx';
import { everyTransaction, writeTransactionsFilter, type TransactionsFilter } from './transactions-filter.ts';

const kinds = Object.entries(inventoryEventKinds) as [InventoryEventKind, string][];

/** The filters of the page Transactions. */
export function TransactionsFilters({
  filter,
  onChange,
}: {
  readonly filter: TransactionsFilter;
  readonly onChange: (filter: TransactionsFilter) => void;
}): ReactElement {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, px: 2.5, py: 1 }}>
      <SearchBox label="Item number" value={filter.item} onSearch={(item) => onChange({ ...filter, item })} />
      <SearchBox
        label="Serial number"
        value={filter.serial}
        onSearch={(serial) => onChange({ ...filter, serial })}
      />
      <TextField
        select
        id="transactions-kind"
        label="Event"
        value={filter.kind}
        sx={{ width: 220 }}
        slotProps={{
          inputLabel: { shrink: true },
          select: { displayEmpty: true, labelId: 'transactions-kind-label' },
        }}
        onChange={({ target }) =>
          onChange({ ...filter, kind: kinds.find(([kind]) => kind === target.value)?.[0] ?? '' })
        }
      >
        <MenuItem value="">All</MenuItem>
        {kinds.map(([kind, label]) => (
          <MenuItem key={kind} value={kind}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      {filter.order !== '' && (
        <Chip label="One order only" onDelete={() => onChange({ ...filter, order: '' })} />
      )}
      {writeTransactionsFilter(filter).size > 0 && (
        <Button onClick={() => onChange(everyTransaction)}>Clear filters</Button>
      )}
    </Box>
  );
}
