import { Box, Button, Chip, MenuItem, TextField } from '@mui/material';
import type { ReactElement } from 'react';
import { historyKinds } from '../../../src-main/domain/history.ts';
import { SearchBox } from '../../form/search-box.tsx';
import { doorLabels } from './event-words.ts';
import { everyEvent, showsEveryEvent, type HistoryFilter } from './history-filter.ts';

/** Props of `HistoryFilters`. */
export interface HistoryFiltersProps {
  readonly filter: HistoryFilter;
  readonly onChange: (change: Partial<HistoryFilter>) => void;
  /** How many events the filter lets through, in words. */
  readonly count: string;
}

const dates = [
  { key: 'from', label: 'From' },
  { key: 'until', label: 'Until' },
] as const;

/** The filters of the page History. */
export function HistoryFilters({ filter, onChange, count }: HistoryFiltersProps): ReactElement {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, px: 2.5, py: 1 }}>
      <SearchBox label="Search history" value={filter.search} onSearch={(search) => onChange({ search })} />
      <FilterSelect
        id="history-kind"
        label="Kind"
        width={200}
        value={filter.kind}
        choices={historyKinds}
        onChange={(kind) => onChange({ kind })}
      />
      <FilterSelect
        id="history-door"
        label="Door"
        width={130}
        value={filter.door}
        choices={doorLabels}
        onChange={(door) => onChange({ door })}
      />
      {dates.map(({ key, label }) => (
        <TextField
          key={key}
          type="date"
          label={label}
          value={filter[key]}
          onChange={({ target }) => onChange({ [key]: target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      ))}
      {filter.subject !== undefined && (
        <Chip label="One thing only" onDelete={() => onChange({ subject: undefined })} />
      )}
      {!showsEveryEvent(filter) && <Button onClick={() => onChange(everyEvent)}>Clear filters</Button>}
      <Box component="span" role="status" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
        {count}
      </Box>
    </Box>
  );
}

const ALL = '';

function FilterSelect<Value extends string>(props: {
  readonly id: string;
  readonly label: string;
  readonly width: number;
  readonly value: Value | undefined;
  readonly choices: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value | undefined) => void;
}): ReactElement {
  const { id, label, width, value, choices, onChange } = props;
  const entries = Object.entries(choices) as [Value, string][];
  return (
    <TextField
      select
      id={id}
      label={label}
      value={value ?? ALL}
      sx={{ width }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true, labelId: `${id}-label` } }}
      onChange={({ target }) => onChange(entries.find(([choice]) => choice === target.value)?.[0])}
    >
      <MenuItem value={ALL}>All</MenuItem>
      {entries.map(([choice, text]) => (
        <MenuItem key={choice} value={choice}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}
