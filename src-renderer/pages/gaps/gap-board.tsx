import { Box, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { GapTotals } from '../../../src-main/domain/gaps.ts';
import { gapVerdicts } from '../../../src-main/domain/verdict.ts';
import { trpc } from '../../api/client.ts';
import { GapCutPanel } from './gap-cut.tsx';
import { GapTrendPanel } from './gap-trend.tsx';
import { headlineOf, quantityOf } from './gap-words.ts';
import { GapsHeadline } from './gaps-headline.tsx';
import { scopeOf, writeGapsView, type GapsView } from './gaps-view.ts';
import { LateWarehousesPanel } from './late-warehouses.tsx';
import { NoGaps } from './no-gaps.tsx';
import { OverdueAgingPanel } from './overdue-aging.tsx';
import { Panel } from './panel.tsx';
import { VerdictTiles } from './verdict-tiles.tsx';
import { WarehouseChoice } from './warehouse-choice.tsx';
import { WarehouseMatrix } from './warehouse-matrix.tsx';

const none: GapTotals['warehouses'] = [];

/** All figures of the gaps: first what stands under which verdict, then how old it is, whose, and where. */
export function GapBoard(props: {
  /** The totals of all warehouses; undefined until they are known. */
  readonly found: GapTotals | undefined;
  readonly view: GapsView;
  readonly onView: (change: Partial<GapsView>) => void;
}): ReactElement {
  const { found, view, onView } = props;
  const { warehouse, by } = view;
  const ready = found !== undefined;
  const warehouses = found?.warehouses ?? none;
  const shown = warehouses.filter((one) => warehouse === undefined || one.warehouse === warehouse);
  const totals = found && (warehouse === undefined ? found.totals : (shown[0]?.totals ?? []));
  const hasGaps = totals === undefined || quantityOf(totals, ...gapVerdicts) > 0;
  const aging = useQuery({
    ...trpc.gaps.aging.queryOptions(scopeOf(warehouse)),
    enabled: ready,
    placeholderData: keepPreviousData,
  });
  const headline =
    totals &&
    headlineOf({
      totals,
      overdueIn: shown.flatMap((one) => (quantityOf(one.totals, 'Overdue') > 0 ? [one.warehouse] : [])),
      late: aging.isPlaceholderData ? undefined : aging.data?.late,
    });
  const trend = <GapTrendPanel warehouse={warehouse} ready={ready} />;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, px: 2.5, py: 1.5, ...inPrint }}>
      <PrintedAt warehouse={warehouse} />
      <Box sx={topStyle}>
        <GapsHeadline headline={headline} />
        <WarehouseChoice
          warehouses={warehouses}
          value={warehouse}
          onChange={(chosen) => onView({ warehouse: chosen })}
        />
      </Box>
      <VerdictTiles totals={totals} warehouse={warehouse} />
      <Box sx={columnsStyle}>
        <Panel title="Warehouses" height={200} loading={totals === undefined}>
          {totals !== undefined && (
            <WarehouseMatrix
              warehouses={shown}
              totals={totals}
              warehouseAddress={(one) => `?${writeGapsView({ ...view, warehouse: one }).toString()}`}
            />
          )}
        </Panel>
        {hasGaps ? (
          <>
            <OverdueAgingPanel aging={aging.data} error={aging.error} warehouse={warehouse} />
            {trend}
            <LateWarehousesPanel aging={aging.data} error={aging.error} />
          </>
        ) : (
          <>
            <NoGaps />
            {trend}
          </>
        )}
      </Box>
      {hasGaps && (
        <GapCutPanel warehouse={warehouse} by={by} ready={ready} onBy={(chosen) => onView({ by: chosen })} />
      )}
    </Box>
  );
}

const times = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** On paper only: of when and of what the figures are. */
function PrintedAt({ warehouse }: Pick<GapsView, 'warehouse'>): ReactElement {
  const of = warehouse === undefined ? 'All warehouses' : `Warehouse ${warehouse}`;
  return (
    <Typography variant="body2" sx={{ display: 'none', '@media print': { display: 'block' } }}>
      {`${of}, ${times.format(new Date())}`}
    </Typography>
  );
}

const inPrint = { '@media print': { display: 'block', '& > *': { mb: 2 } } } as const;

const topStyle = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 2,
  minHeight: 48,
} as const;

const columnsStyle = {
  display: 'grid',
  gap: 1.5,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 13fr) minmax(0, 7fr)' },
  '@media print': { display: 'block' },
} as const;
