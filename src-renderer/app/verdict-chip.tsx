import { styled } from '@mui/material/styles';
import type { ReactElement } from 'react';
import type { Verdict } from '../../src-main/domain/verdict.ts';
import { verdictLooks } from './verdict-looks.ts';

// A plain element and not MUI's Chip: the grid makes one for every row that scrolls by.
const Chip = styled('span')(({ theme }) => {
  const { palette } = theme.vars;
  return {
    display: 'inline-block',
    boxSizing: 'border-box',
    maxWidth: '100%',
    height: 18,
    padding: '0 5px',
    overflow: 'hidden',
    verticalAlign: 'middle',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    fontSize: 11,
    fontWeight: 600,
    lineHeight: '16px',
    border: '1px solid currentColor',
    borderRadius: 9,
    color: palette.text.secondary,
    '& svg': { fontSize: 12, marginRight: 3, verticalAlign: -2 },
    '&[data-color="error"]': { color: palette.error.main },
    '&[data-color="warning"]': { color: palette.warning.main },
    '&[data-color="info"]': { color: palette.info.main },
    '&[data-color="success"]': { color: palette.success.main },
  };
});

/** A verdict as a chip, told from the others by its words, its shape and its colour. */
export function VerdictChip(props: {
  readonly verdict: Verdict;
  /** What it says, where that is more than the verdict's name. */
  readonly label?: string;
  /** Why, on hover and for assistive technology. */
  readonly title?: string;
}): ReactElement {
  const { verdict, label = verdict, title } = props;
  const { Icon, color } = verdictLooks[verdict];
  return (
    <Chip data-color={color} title={title}>
      <Icon />
      {label}
    </Chip>
  );
}
