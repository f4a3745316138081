import TableChartOutlined from '@mui/icons-material/TableChartOutlined';
import { Box, ToggleButton } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { notPrinted } from '../../app/print.ts';
import { usePreference } from '../../grid/preference.ts';
import { Panel, type PanelProps } from './panel.tsx';

/** A chart with the same as a table. */
export interface ChartPanelProps extends Omit<PanelProps, 'tools' | 'children'> {
  /** Under which name the app remembers that the table is shown. */
  readonly remember: string;
  /** What the chart shows, for those who cannot see it. */
  readonly summary: string;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  /** What stands below both. */
  readonly note?: ReactNode;
}

/** A part of the page that is a chart, or by the toggle **Table** the same as a table. Both are printed. */
export function ChartPanel({
  remember,
  summary,
  chart,
  table,
  note,
  ...panel
}: ChartPanelProps): ReactElement {
  const [kept, keep] = usePreference(`gaps.${remember}`);
  const asTable = kept === 'table';
  return (
    <Panel
      {...panel}
      tools={
        <ToggleButton
          value="table"
          size="small"
          selected={asTable}
          onChange={() => keep(asTable ? null : 'table')}
          sx={{ gap: 0.5, py: 0.25, px: 1, color: 'text.secondary', ...notPrinted }}
        >
          <TableChartOutlined sx={{ fontSize: 16 }} />
          Table
        </ToggleButton>
      }
    >
      {/* Out of sight rather than out of the page: it keeps its width, and is there when the page is printed. */}
      <Box role="img" aria-label={summary} sx={asTable ? unseen : { breakInside: 'avoid' }}>
        {chart}
      </Box>
      <Box
        sx={{
          display: asTable ? 'block' : 'none',
          minHeight: panel.height,
          '@media print': { display: 'block' },
        }}
      >
        {table}
      </Box>
      {note}
    </Panel>
  );
}

const unseen = {
  visibility: 'hidden',
  height: 0,
  overflow: 'hidden',
  '@media print': { visibility: 'visible', height: 'auto', breakInside: 'avoid' },
} as const;
