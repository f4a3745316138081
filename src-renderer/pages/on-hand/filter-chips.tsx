import { Box, Button, Chip } from '@mui/material';
import type { ReactElement } from 'react';
import type { OnHandFilter } from '../../../src-main/domain/on-hand-query.ts';
import { conditionLabel } from './filter-labels.ts';
import { isUnfiltered } from './on-hand-view.ts';

/** One filter that is on, and the filter without it. */
interface ActiveFilter {
  readonly key: string;
  readonly label: string;
  readonly without: OnHandFilter;
}

/** The filters that are on, each to be removed, and the button that removes all of them. */
export function FilterChips(props: {
  readonly filter: OnHandFilter;
  readonly onChange: (filter: OnHandFilter) => void;
  /** Left out where the button stands elsewhere. */
  readonly onClear?: () => void;
}): ReactElement | null {
  const { filter, onChange, onClear } = props;
  if (isUnfiltered(filter)) return null;
  return (
    <Box
      role="group"
      aria-label="Filters"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}
    >
      {activeFilters(filter).map(({ key, label, without }) => {
        const remove = (): void => onChange(without);
        return (
          <Chip
            key={key}
            label={label}
            aria-label={`${label}: remove this filter`}
            variant="outlined"
            color="primary"
            onClick={remove}
            onDelete={remove}
            sx={{ maxWidth: 360 }}
          />
        );
      })}
      {onClear !== undefined && <Button onClick={onClear}>Clear filters</Button>}
    </Box>
  );
}

function activeFilters(filter: OnHandFilter): readonly ActiveFilter[] {
  const { serial, search, list, conditions } = filter;
  return [
    ...(serial === 'all'
      ? []
      : [
          {
            key: 'serial',
            label: serial === 'blank' ? 'Serial number: Blank' : 'Serial number: Captured',
            without: { ...filter, serial: 'all' as const },
          },
        ]),
    ...(search === ''
      ? []
      : [{ key: 'search', label: `Search: ${search}`, without: { ...filter, search: '' } }]),
    ...(list === undefined
      ? []
      : [{ key: 'list', label: 'What the change reaches', without: { ...filter, list: undefined } }]),
    ...conditions.map((condition) => ({
      key: condition.column,
      label: conditionLabel(condition),
      without: { ...filter, conditions: conditions.filter((one) => one !== condition) },
    })),
  ];
}
