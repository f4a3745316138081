import { Alert, Box, Button, Typography } from '@mui/material';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import type { GapPlan, PlanPart } from '../../src-main/domain/close-gaps.ts';
import { labelOf } from '../../src-main/domain/gap-columns.ts';
import { THOUSANDTHS } from '../../src-main/domain/quantity.ts';
import { apiClient, problemOf } from '../api/client.ts';
import { formatCount, formatQuantity } from '../app/format.ts';
import { LabelledToggle } from '../form/labelled-toggle.tsx';
import { DataGrid } from '../grid/data-grid.tsx';
import type { GridPage, GridRequest } from '../grid/grid-types.ts';
import { useColumnLayout } from '../grid/use-column-layout.ts';
import { LargeFigure, LargeFigures } from './large-figures.tsx';
import { planColumns, type ShownLine } from './plan-columns.tsx';

const DAY_MILLISECONDS = 86_400_000;

const lineId = ({ number }: ShownLine): string => String(number);

/** The plan before anything happens: figures, and every line with its unit or its problem, problems first. */
export function PlanStep(props: {
  readonly plan: GapPlan;
  /** Numbers of the lines that are left out. */
  readonly leftOut: ReadonlySet<number>;
  readonly onLeaveOut: (leftOut: ReadonlySet<number>) => void;
}): ReactElement {
  const { plan, leftOut, onLeaveOut } = props;
  const { planId, lines, planned, problems, blankLeft } = plan;
  const [part, setPart] = useState<PlanPart>('all');
  const [selected, setSelected] = useState<readonly ShownLine[]>([]);
  const [error, setError] = useState<unknown>();
  const keptColumns = useColumnLayout('close-gaps', planColumns);
  // The grid asks for its rows again when something is left out; it must not begin at the top for that.
  const latest = useRef(leftOut);
  useLayoutEffect(() => {
    latest.current = leftOut;
  }, [leftOut]);
  const load = useCallback(
    async ({ offset, limit }: GridRequest): Promise<GridPage<ShownLine>> => {
      const page = await apiClient.closeGaps.page.query({ planId, part, offset, limit });
      const now = Date.now();
      return {
        ...page,
        rows: page.rows.map((line) => ({
          ...line,
          leftOut: latest.current.has(line.number),
          age: line.since === '' ? null : Math.floor((now - Date.parse(line.since)) / DAY_MILLISECONDS),
        })),
      };
    },
    [planId, part],
  );
  const ready = useMemo(() => selected.filter(({ problem }) => problem === ''), [selected]);
  const leaves = ready.some(({ number }) => !leftOut.has(number));
  const toggle = (): void => {
    const next = new Set(leftOut);
    for (const { number } of ready)
      if (leaves) next.add(number);
      else next.delete(number);
    onLeaveOut(next);
  };
  return (
    <>
      <LargeFigures>
        <LargeFigure label="Lines" value={formatCount(lines)} />
        <LargeFigure label="Planned" value={formatCount(planned - leftOut.size)} />
        <LargeFigure
          label="Problems"
          value={formatCount(problems)}
          {...(problems > 0 && { color: 'error' })}
        />
        <LargeFigure
          label="Blank afterwards"
          value={formatQuantity(blankLeft + leftOut.size * THOUSANDTHS)}
        />
      </LargeFigures>
      <Typography variant="body2" color="textSecondary">
        {readAs(plan)}
      </Typography>
      {error !== undefined && <Alert severity="error">{problemOf(error).sentence}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <LabelledToggle
          label="Show"
          value={part}
          choices={[
            { value: 'all', label: 'All' },
            { value: 'problems', label: 'Problems' },
            { value: 'planned', label: 'Planned' },
          ]}
          onChange={setPart}
        />
        <Button disabled={ready.length === 0} onClick={toggle}>
          {leaves || ready.length === 0 ? 'Leave out selected' : 'Take selected in again'}
        </Button>
      </Box>
      <Box sx={{ flex: 1, minHeight: 160, display: 'flex', border: 1, borderColor: 'divider' }}>
        <DataGrid
          name="Plan"
          columns={planColumns}
          keptColumns={keptColumns}
          rowId={lineId}
          load={load}
          revision={String(leftOut.size)}
          onSelection={setSelected}
          onError={setError}
          copyNames
        />
      </Box>
    </>
  );
}

/** How the block was understood. */
function readAs({ columns, ignored, ranges }: GapPlan): string {
  const parts = [
    columns.length === 0 ? 'Read as a list.' : `Read by its columns ${columns.map(labelOf).join(', ')}.`,
    ignored.length === 0 ? '' : `Not read: ${ignored.join(', ')}.`,
    ranges.count === 0
      ? ''
      : `Counted out as ranges: ${ranges.first.join(', ')}${ranges.count > ranges.first.length ? ` and ${formatCount(ranges.count - ranges.first.length)} more` : ''}.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
