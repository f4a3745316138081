import {
  Link,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import type { ReactElement } from 'react';
import { Link as RouterLink } from 'react-router';
import type { LateWarehouse, OverdueAging } from '../../../src-main/domain/gaps.ts';
import { warehouseLabel } from '../../../src-main/domain/warehouse-duty.ts';
import { formatCount } from '../../app/format.ts';
import { unrolledInPrint } from '../../app/print.ts';
import { FigureLink } from './figure-link.tsx';
import { inWarehouse, olderThan, onHandOf } from './gap-links.ts';
import { Panel } from './panel.tsx';

/** Who has left a blank Overdue for longer than agreed. */
export function LateWarehousesPanel(props: {
  readonly aging: OverdueAging | undefined;
  readonly error: unknown;
}): ReactElement {
  const { aging, error } = props;
  const late = (aging?.late ?? []).toSorted(
    (one, other) => other.quantity - one.quantity || other.oldest - one.oldest,
  );
  return (
    <Panel title="Who is late" height={120} loading={aging === undefined} error={error}>
      {late.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          Nothing is overdue, so nobody is late.
        </Typography>
      ) : (
        <TableContainer sx={{ maxHeight: 260, ...unrolledInPrint }}>
          <Table stickyHeader aria-label="Who is late" sx={tableStyle}>
            <TableHead>
              <TableRow>
                {['Warehouse', 'Responsible'].map((label) => (
                  <TableCell key={label} component="th" scope="col">
                    {label}
                  </TableCell>
                ))}
                {['Due days', 'Late units', 'Oldest, days'].map((label) => (
                  <TableCell key={label} component="th" scope="col" align="right">
                    {label}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {late.map((line) => (
                <LateLine key={line.warehouse} line={line} />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {late.some(({ dueDays }) => dueDays === null) && (
        <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 0.5 }}>
          Where no due days are agreed, nothing counts as late.
        </Typography>
      )}
    </Panel>
  );
}

const tableStyle = {
  '& th, & td': { px: 0.5, py: 0.5 },
  '& tbody th, & td': { overflowWrap: 'anywhere' },
} as const;

function LateLine({ line }: { readonly line: LateWarehouse }): ReactElement {
  const { warehouse, responsible, dueDays, quantity, oldest } = line;
  return (
    <TableRow hover>
      <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
        <Link
          component={RouterLink}
          to={onHandOf(['Overdue'], ...inWarehouse(warehouse))}
          aria-label={`${warehouseLabel(warehouse)}: what is overdue`}
          underline="hover"
        >
          {warehouseLabel(warehouse)}
        </Link>
      </TableCell>
      <TableCell>{responsible === '' ? 'Nobody' : responsible}</TableCell>
      <TableCell align="right">{dueDays === null ? 'None' : formatCount(dueDays)}</TableCell>
      <TableCell align="right">
        {dueDays === null ? (
          '–'
        ) : (
          <FigureLink
            quantity={quantity}
            of={`units late: ${warehouseLabel(warehouse)}`}
            to={onHandOf(['Overdue'], ...inWarehouse(warehouse), olderThan(dueDays))}
            strong
          />
        )}
      </TableCell>
      <TableCell align="right">{formatCount(oldest)}</TableCell>
    </TableRow>
  );
}
