import { Box, Chip, Typography } from '@mui/material';
import { useCallback, useId, useMemo, type ReactElement } from 'react';
import type { ImportProblem, ProblemOutcome } from '../../../src-main/domain/import-preview.ts';
import { apiClient } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { DataGrid } from '../../grid/data-grid.tsx';
import { gridHeights, useDensity } from '../../grid/density.ts';
import type { GridColumn, GridPage, GridRequest } from '../../grid/grid-types.ts';
import { useColumnLayout } from '../../grid/use-column-layout.ts';

interface NumberedProblem extends ImportProblem {
  readonly index: number;
}

const colors: Readonly<Record<ProblemOutcome, 'error' | 'warning' | 'info' | 'default'>> = {
  Refused: 'error',
  Invalid: 'warning',
  Adjusted: 'info',
  Warning: 'default',
};

const columns: readonly GridColumn<NumberedProblem>[] = [
  {
    key: 'row',
    label: 'Row',
    kind: 'number',
    hidden: false,
    width: 70,
    // Row 0 stands for the whole file.
    value: ({ row }) => (row === 0 ? null : row),
  },
  { key: 'column', label: 'Column', kind: 'text', hidden: false, width: 150, value: ({ column }) => column },
  { key: 'value', label: 'Value', kind: 'text', hidden: false, width: 140, value: ({ value }) => value },
  {
    key: 'outcome',
    label: 'Outcome',
    kind: 'text',
    hidden: false,
    width: 100,
    value: ({ outcome }) => outcome,
    render: ({ outcome }) => (
      <Chip label={outcome} color={colors[outcome]} variant="outlined" sx={{ height: 18, fontSize: 11 }} />
    ),
  },
  {
    key: 'reason',
    label: 'Reason',
    kind: 'text',
    hidden: false,
    width: 320,
    grows: true,
    value: ({ reason }) => reason,
  },
];

const MOST_ROWS_SHOWN = 12;

const problemId = ({ index }: NumberedProblem): string => String(index);

/** Every problem of one file, loaded as it is scrolled to. */
export function ProblemGrid(props: {
  readonly importId: string;
  readonly file: number;
  readonly fileName: string;
  readonly count: number;
}): ReactElement {
  const { importId, file, fileName, count } = props;
  const id = useId();
  const keptColumns = useColumnLayout('import-problems', columns);
  const heights = gridHeights[useDensity()[0]];
  const load = useCallback(
    async ({ offset, limit }: GridRequest): Promise<GridPage<NumberedProblem>> => {
      const rows = await apiClient.imports.problems.query({ importId, file, offset, limit });
      return { rows: rows.map((problem, index) => ({ ...problem, index: offset + index })), total: count };
    },
    [importId, file, count],
  );
  const height = useMemo(
    () => heights.header + heights.row * Math.min(count, MOST_ROWS_SHOWN) + 20,
    [heights, count],
  );
  return (
    <>
      <Typography id={id} variant="h3" sx={{ mt: 1.5, mb: 0.5 }}>
        {count === 1 ? '1 problem' : `${formatCount(count)} problems`}
      </Typography>
      <Box sx={{ display: 'flex', height, border: 1, borderColor: 'divider' }}>
        <DataGrid
          name={`Problems of ${fileName}`}
          columns={columns}
          keptColumns={keptColumns}
          rowId={problemId}
          load={load}
          copyNames
        />
      </Box>
    </>
  );
}
