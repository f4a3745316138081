import { Box } from '@mui/material';
import {
  memo,
  useEffect,
  useId,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
} from 'react';
import type { GroupRow } from './group-filter.ts';
import { createTypeAhead } from './type-ahead.ts';

/** The list of groups. */
export interface GroupListProps {
  /** Name of the list. */
  readonly label: string;
  readonly groups: readonly GroupRow[];
  /** Id of the group that is shown beside the list. */
  readonly selected: number | undefined;
  readonly onSelect: (id: number) => void;
}

/** The groups as a listbox: arrow keys, Home, End and the first letters of a name move the selection. */
export function GroupList({ label, groups, selected, onSelect }: GroupListProps): ReactElement {
  const id = useId();
  const typeAhead = useRef(createTypeAhead()).current;
  const index = groups.findIndex((group) => group.id === selected);
  useEffect(() => {
    document.getElementById(`${id}-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, selected]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = targetOf(event, index, groups, typeAhead);
    if (target === undefined) return;
    event.preventDefault();
    const group = groups[Math.min(Math.max(target, 0), groups.length - 1)];
    if (group !== undefined && group.id !== selected) onSelect(group.id);
  };
  const onClick = ({ target }: MouseEvent): void => {
    const option = target instanceof Element ? target.closest('[data-group]') : null;
    const clicked = Number(option?.getAttribute('data-group'));
    if (option !== null && clicked !== selected) onSelect(clicked);
  };
  const current = groups[index];
  return (
    <Box
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={current && `${id}-${current.id}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
      sx={listStyle}
    >
      {groups.map((group) => (
        <GroupOption key={group.id} id={`${id}-${group.id}`} group={group} selected={group.id === selected} />
      ))}
    </Box>
  );
}

/**
 * One group of the list. There may be thousands, so it is plain elements that the list styles, kept as they are
 * while others change.
 */
const GroupOption = memo(function GroupOption(props: {
  readonly id: string;
  readonly group: GroupRow;
  readonly selected: boolean;
}): ReactElement {
  const { id, group, selected } = props;
  return (
    <div id={id} role="option" aria-selected={selected} data-group={group.id}>
      <strong>{group.name}</strong>
      {group.chips.map(({ label, strong }) => (
        <span key={label} className={strong ? 'chip strong' : 'chip'}>
          {label}
        </span>
      ))}
      <small>{group.description === '' ? '–' : group.description}</small>
    </div>
  );
});

/** Where a key leads, as an index that may lie outside of the list; undefined for keys that are not the list's. */
function targetOf(
  event: KeyboardEvent,
  index: number,
  groups: readonly GroupRow[],
  typeAhead: ReturnType<typeof createTypeAhead>,
): number | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  switch (event.key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index === -1 ? groups.length - 1 : index - 1;
    case 'Home':
      return 0;
    case 'End':
      return groups.length - 1;
    default: {
      if (event.key.length !== 1) return undefined;
      const names = groups.map((group) => group.name);
      return typeAhead(event.key, event.timeStamp, names, index);
    }
  }
}

const listStyle = {
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  p: 0.5,
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
  '& [role="option"]': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: 0.5,
    px: 1.25,
    py: 0.625,
    borderRadius: 1,
    cursor: 'default',
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 48px',
  },
  '& [role="option"]:hover': { bgcolor: 'action.hover' },
  '& [aria-selected="true"]': {
    bgcolor: 'action.selected',
    boxShadow: 'inset 3px 0 0 var(--mui-palette-primary-main)',
  },
  '& strong, & small': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& strong': { flex: 1, fontSize: '0.8125rem', fontWeight: 600, lineHeight: 1.5 },
  '& small': { flexBasis: '100%', fontSize: '0.75rem', lineHeight: 1.55, color: 'text.secondary' },
  '& .chip': {
    px: 0.75,
    borderRadius: 2,
    border: 1,
    borderColor: 'action.disabled',
    fontSize: '0.6875rem',
    fontWeight: 600,
    lineHeight: 1.45,
    color: 'text.secondary',
  },
  '& .chip.strong': { color: 'primary.main', borderColor: 'primary.main' },
} as const;
