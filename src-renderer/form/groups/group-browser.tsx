import SearchOutlined from '@mui/icons-material/SearchOutlined';
import { Box, InputAdornment, TextField, Typography } from '@mui/material';
import { useRef, useState, type ReactElement } from 'react';
import { formatCount } from '../../app/format.ts';
import { usePageCommand } from '../../app/page-commands.ts';
import { filterRows } from './group-filter.ts';
import { GroupList, type GroupListProps } from './group-list.tsx';

/** The left side of the page: the filter, the list, and how many there are. */
export function GroupBrowser({ label, groups, selected, onSelect }: GroupListProps): ReactElement {
  const [filter, setFilter] = useState('');
  const input = useRef<HTMLInputElement>(null);
  usePageCommand('find', () => {
    input.current?.focus();
    input.current?.select();
  });
  const shown = filterRows(groups, filter);
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
      <TextField
        value={filter}
        inputRef={input}
        type="search"
        placeholder="Filter groups"
        onChange={(event) => setFilter(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setFilter('');
        }}
        slotProps={{
          htmlInput: { 'aria-label': 'Filter groups', spellCheck: false },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchOutlined fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
        sx={{ p: 1, pb: 0.5 }}
      />
      <GroupList label={label} groups={shown} selected={selected} onSelect={onSelect} />
      <Typography variant="caption" color="textSecondary" role="status" sx={{ px: 2, py: 0.75 }}>
        {shown.length === groups.length
          ? `${formatCount(groups.length)} ${groups.length === 1 ? 'group' : 'groups'}`
          : `${formatCount(shown.length)} of ${formatCount(groups.length)} groups`}
      </Typography>
    </Box>
  );
}
