import { Link } from '@mui/material';
import type { ReactElement } from 'react';
import { Link as RouterLink } from 'react-router';
import { formatQuantity } from '../../app/format.ts';

/** A quantity that leads to its rows; nothing leads nowhere. */
export function FigureLink(props: {
  /** In thousandths. */
  readonly quantity: number;
  /** What the units are, after the number: `units Overdue in warehouse 61`. */
  readonly of: string;
  readonly to: string;
  readonly strong?: boolean;
}): ReactElement {
  const { quantity, of, to, strong = false } = props;
  const shown = formatQuantity(quantity);
  if (quantity === 0) return <span>0</span>;
  return (
    <Link
      component={RouterLink}
      to={to}
      aria-label={`${shown} ${of}`}
      underline="hover"
      sx={{ color: strong ? 'error.main' : 'primary.main', fontWeight: strong ? 700 : 500 }}
    >
      {shown}
    </Link>
  );
}
