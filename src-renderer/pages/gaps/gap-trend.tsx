import {
  Box,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { LineChart } from '@mui/x-charts/LineChart';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { TREND_DAYS, type TrendDay } from '../../../src-main/domain/gaps.ts';
import { THOUSANDTHS } from '../../../src-main/domain/quantity.ts';
import { gapVerdicts, type Verdict } from '../../../src-main/domain/verdict.ts';
import { trpc } from '../../api/client.ts';
import { formatQuantity } from '../../app/format.ts';
import { unrolledInPrint } from '../../app/print.ts';
import { ChartPanel } from './chart-panel.tsx';
import { scopeOf } from './gaps-view.ts';

const HEIGHT = 240;

/** Days between two dates on the axis, and between two marks on a line. */
const STEP = 14;

/** Colour of a line. Its marks have a shape of their own, so that colour alone tells nothing apart. */
const colors = {
  Invalid: 'var(--mui-palette-text-primary)',
  Exception: 'var(--mui-palette-warning-main)',
  Overdue: 'var(--mui-palette-error-main)',
  Due: 'var(--mui-palette-info-main)',
} as const satisfies Partial<Record<Verdict, string>>;

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const longDays = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The units with a gap, day by day. */
export function GapTrendPanel(props: {
  readonly warehouse: string | undefined;
  readonly ready: boolean;
}): ReactElement {
  const { warehouse, ready } = props;
  const { data, error } = useQuery({
    ...trpc.gaps.trend.queryOptions(scopeOf(warehouse)),
    enabled: ready,
    placeholderData: keepPreviousData,
  });
  const trend = data ?? [];
  const [first] = trend;
  const isStep = (index: number): boolean => (trend.length - 1 - index) % STEP === 0;
  return (
    <ChartPanel
      title={`Last ${TREND_DAYS} days`}
      remember="trend"
      height={HEIGHT}
      loading={data === undefined}
      error={error}
      summary={`Units with a gap over the last ${TREND_DAYS} days. ${summaryOf(trend)}`}
      chart={
        <LineChart
          height={HEIGHT}
          skipAnimation
          disableKeyboardNavigation
          margin={{ top: 8, right: 24, bottom: 0, left: 0 }}
          xAxis={[
            {
              scaleType: 'point',
              data: trend.map(({ day }) => day),
              valueFormatter: (day: string) => days.format(new Date(day)),
              tickInterval: (_day, index) => isStep(index),
              tickLabelInterval: () => true,
            },
          ]}
          yAxis={[
            { min: 0, width: 48, valueFormatter: (units: number) => formatQuantity(units * THOUSANDTHS) },
          ]}
          grid={{ horizontal: true }}
          series={gapVerdicts.map((verdict) => ({
            id: verdict,
            label: verdict,
            labelMarkType: 'line+mark',
            curve: 'linear',
            color: colors[verdict],
            showMark: ({ index }) => isStep(index),
            data: trend.map(({ quantities }) => (quantities[verdict] ?? 0) / THOUSANDTHS),
            valueFormatter: (units) => formatQuantity((units ?? 0) * THOUSANDTHS),
          }))}
        />
      }
      table={<TrendTable trend={trend} />}
      note={
        first !== undefined &&
        trend.length < TREND_DAYS && (
          <Typography variant="caption" color="textSecondary" component="p">
            {`Known since ${longDays.format(new Date(first.day))}: every import and every day on which something changes adds to it.`}
          </Typography>
        )
      }
    />
  );
}

function summaryOf(trend: readonly TrendDay[]): string {
  const [first, last] = [trend[0], trend.at(-1)];
  if (first === undefined || last === undefined) return 'Nothing is known yet.';
  const from = longDays.format(new Date(first.day));
  return gapVerdicts
    .map((verdict) => {
      const [then, now] = [first, last].map(({ quantities }) => formatQuantity(quantities[verdict] ?? 0));
      return `${verdict}: ${then} on ${from}, ${now} now.`;
    })
    .join(' ');
}

function TrendTable({ trend }: { readonly trend: readonly TrendDay[] }): ReactElement {
  return (
    <TableContainer
      tabIndex={0}
      role="group"
      aria-label="Units with a gap by day"
      sx={{ maxHeight: HEIGHT, ...unrolledInPrint }}
    >
      <Table stickyHeader aria-label="Units with a gap by day" sx={{ '& th, & td': { py: 0.25 } }}>
        <TableHead>
          <TableRow>
            <TableCell component="th" scope="col">
              Day
            </TableCell>
            {gapVerdicts.map((verdict) => (
              <TableCell key={verdict} component="th" scope="col" align="right">
                {verdict}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {trend.toReversed().map(({ day, quantities }) => (
            <TableRow key={day}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
                <Box component="time" dateTime={day}>
                  {longDays.format(new Date(day))}
                </Box>
              </TableCell>
              {gapVerdicts.map((verdict) => (
                <TableCell key={verdict} align="right">
                  {formatQuantity(quantities[verdict] ?? 0)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
