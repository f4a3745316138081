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
import type { GapTotals } from '../../../src-main/domain/gaps.ts';
import type { VerdictTotal } from '../../../src-main/domain/verdict-totals.ts';
import { rowVerdictNames, type RowVerdict } from '../../../src-main/domain/verdict.ts';
import { warehouseLabel } from '../../../src-main/domain/warehouse-duty.ts';
import { formatCount } from '../../app/format.ts';
import { verdictLooks } from '../../app/verdict-looks.ts';
import { unrolledInPrint } from '../../app/print.ts';
import { FigureLink } from './figure-link.tsx';
import { inWarehouse, onHandOf } from './gap-links.ts';
import { quantityOf } from './gap-words.ts';

/** Most warehouses that are shown. */
const MOST = 200;

/** Units of each verdict in each warehouse. */
export function WarehouseMatrix(props: {
  readonly warehouses: GapTotals['warehouses'];
  readonly totals: readonly VerdictTotal[];
  /** The address of the page with the gaps of one warehouse. */
  readonly warehouseAddress: (warehouse: string) => string;
}): ReactElement {
  const { warehouses, totals, warehouseAddress } = props;
  const shown = warehouses.slice(0, MOST);
  return (
    <>
      <TableContainer sx={{ maxHeight: 300, ...unrolledInPrint }}>
        <Table stickyHeader aria-label="Verdicts by warehouse" sx={tableStyle}>
          <TableHead>
            <TableRow>
              <TableCell component="th" scope="col">
                Warehouse
              </TableCell>
              {rowVerdictNames.map((verdict) => (
                <TableCell key={verdict} component="th" scope="col" align="right">
                  {verdict}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map(({ warehouse, totals: own }) => (
              <TableRow key={warehouse} hover>
                <TableCell component="th" scope="row">
                  <Link component={RouterLink} to={warehouseAddress(warehouse)} underline="hover">
                    {warehouseLabel(warehouse)}
                  </Link>
                </TableCell>
                <Cells totals={own} warehouse={warehouse} />
              </TableRow>
            ))}
            {warehouses.length > 1 && (
              <TableRow sx={{ '& th, & td': { fontWeight: 700 } }}>
                <TableCell component="th" scope="row">
                  All warehouses
                </TableCell>
                <Cells totals={totals} warehouse={undefined} />
              </TableRow>
            )}
          </TableBody>
        </Table>
      </TableContainer>
      {warehouses.length > MOST && (
        <Typography variant="caption" color="textSecondary">
          {`${MOST} of ${formatCount(warehouses.length)} warehouses. Choose one above to see it.`}
        </Typography>
      )}
    </>
  );
}

const tableStyle = {
  '& th, & td': { px: 0.75, py: 0.5, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
} as const;

function Cells(props: {
  readonly totals: readonly VerdictTotal[];
  readonly warehouse: string | undefined;
}): ReactElement {
  const { totals, warehouse } = props;
  const where =
    warehouse === undefined
      ? 'in all warehouses'
      : warehouse === ''
        ? 'without a warehouse'
        : `in warehouse ${warehouse}`;
  return (
    <>
      {rowVerdictNames.map((verdict: RowVerdict) => (
        <TableCell key={verdict} align="right" sx={{ color: 'text.secondary' }}>
          <FigureLink
            quantity={quantityOf(totals, verdict)}
            of={`units ${verdict} ${where}`}
            to={onHandOf([verdict], ...inWarehouse(warehouse))}
            strong={verdictLooks[verdict].loud}
          />
        </TableCell>
      ))}
    </>
  );
}
