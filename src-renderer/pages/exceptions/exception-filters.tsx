import { Box, Button, MenuItem, TextField } from '@mui/material';
import type { ReactElement } from 'react';
import type { ExceptionChoices, ExceptionFilter } from '../../../src-main/domain/stock-exception.ts';
import { SearchBox } from '../../form/search-box.tsx';
import { chosenValue, showsEveryException, withChosen, type ChosenColumn } from './exception-view.ts';

/** The filters of the page Exceptions. */
export function ExceptionFilters(props: {
  readonly filter: ExceptionFilter;
  readonly choices: ExceptionChoices | undefined;
  /** How many exceptions the filter lets through, in words. */
  readonly count: string;
  readonly onSearch: (search: string) => void;
  readonly onChange: (filter: ExceptionFilter) => void;
  readonly onClear: () => void;
}): ReactElement {
  const { filter, choices, count, onSearch, onChange, onClear } = props;
  const select = (column: ChosenColumn, label: string, values: readonly string[]): ReactElement => (
    <ValueSelect
      id={`exceptions-${column}`}
      label={label}
      values={values}
      value={chosenValue(filter, column)}
      onChange={(value) => onChange(withChosen(filter, column, value))}
    />
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, px: 2.5, py: 1 }}>
      <SearchBox label="Filter exceptions" value={filter.search} onSearch={onSearch} />
      {select('reason', 'Reason', choices?.reasons ?? [])}
      {select('responsible', 'Responsible', choices?.responsibles ?? [])}
      {!showsEveryException(filter) && <Button onClick={onClear}>Clear filters</Button>}
      <Box component="span" role="status" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
        {count}
      </Box>
    </Box>
  );
}

function ValueSelect(props: {
  readonly id: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const { id, label, values, value, onChange } = props;
  // What an address or a filter names is offered too, whether or not anything has it.
  const known = value === '' || values.includes(value) ? values : [...values, value];
  return (
    <TextField
      select
      id={id}
      label={label}
      value={value}
      sx={{ width: 190 }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true, labelId: `${id}-label` } }}
      onChange={({ target }) => onChange(target.value)}
    >
      <MenuItem value="">All</MenuItem>
      {known.map((one) => (
        <MenuItem key={one} value={one}>
          {one}
        </MenuItem>
      ))}
    </TextField>
  );
}
