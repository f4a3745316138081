import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { OverdueAging } from '../../../src-main/domain/gaps.ts';
import { THOUSANDTHS } from '../../../src-main/domain/quantity.ts';
import { formatCount, formatQuantity } from '../../app/format.ts';
import { ChartPanel } from './chart-panel.tsx';
import { FigureLink } from './figure-link.tsx';
import { inWarehouse, ofAge, onHandOf } from './gap-links.ts';
import { unitWords } from './gap-words.ts';
import { Panel } from './panel.tsx';

const HEIGHT = 200;

/** How long what is Overdue has been so. A bar leads to its rows. */
export function OverdueAgingPanel(props: {
  readonly aging: OverdueAging | undefined;
  readonly error: unknown;
  readonly warehouse: string | undefined;
}): ReactElement {
  const { aging, error, warehouse } = props;
  const navigate = useNavigate();
  const buckets = aging?.buckets ?? [];
  const addressOf = (index: number): string =>
    onHandOf(['Overdue'], ...inWarehouse(warehouse), ...ofAge(index));
  const said = buckets.map(({ label, quantity }) => `${label}: ${unitWords(quantity)}`);
  if (aging !== undefined && buckets.every(({ rows }) => rows === 0))
    return (
      <Panel title="Age of the overdue" height={HEIGHT} loading={false}>
        <Typography variant="body2" color="textSecondary">
          Nothing is overdue.
        </Typography>
      </Panel>
    );
  return (
    <ChartPanel
      title="Age of the overdue"
      remember="aging"
      height={HEIGHT}
      loading={aging === undefined}
      error={error}
      summary={`Overdue units by age. ${said.join('; ')}.`}
      chart={
        <BarChart
          height={HEIGHT}
          hideLegend
          skipAnimation
          disableKeyboardNavigation
          margin={{ top: 24, right: 8, bottom: 0, left: 0 }}
          xAxis={[
            {
              scaleType: 'band',
              data: buckets.map(({ label }) => label.replace('More than', '>').replace(' days', '')),
              categoryGapRatio: 0.35,
              label: 'Days overdue',
              height: 44,
            },
          ]}
          yAxis={[{ width: 48, valueFormatter: (units: number) => formatQuantity(units * THOUSANDTHS) }]}
          grid={{ horizontal: true }}
          series={[
            {
              label: 'Units',
              data: buckets.map(({ quantity }) => quantity / THOUSANDTHS),
              color: 'var(--mui-palette-error-main)',
              minBarSize: 3,
              barLabel: ({ value }) => formatQuantity((value ?? 0) * THOUSANDTHS),
              barLabelPlacement: 'outside',
              valueFormatter: (units) => formatQuantity((units ?? 0) * THOUSANDTHS),
            },
          ]}
          onAxisClick={(_event, clicked) => {
            const index = clicked?.dataIndex;
            if (index !== undefined && (buckets[index]?.quantity ?? 0) > 0) void navigate(addressOf(index));
          }}
          sx={{ cursor: 'pointer' }}
        />
      }
      table={
        <Table aria-label="Overdue units by age" sx={{ '& th, & td': { py: 0.5 } }}>
          <TableHead>
            <TableRow>
              <TableCell component="th" scope="col">
                Overdue for
              </TableCell>
              <TableCell component="th" scope="col" align="right">
                Units
              </TableCell>
              <TableCell component="th" scope="col" align="right">
                Rows
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {buckets.map(({ label, quantity, rows }, index) => (
              <TableRow key={label}>
                <TableCell component="th" scope="row">
                  {label}
                </TableCell>
                <TableCell align="right">
                  <FigureLink quantity={quantity} of={`units Overdue for ${label}`} to={addressOf(index)} />
                </TableCell>
                <TableCell align="right">{formatCount(rows)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      }
    />
  );
}
