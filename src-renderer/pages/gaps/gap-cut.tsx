import {
  Box,
  Link,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Link as RouterLink } from 'react-router';
import { gapCuts, type GapCut, type GapCutLine, type GapCutLines } from '../../../src-main/domain/gaps.ts';
import { gapVerdicts } from '../../../src-main/domain/verdict.ts';
import { trpc } from '../../api/client.ts';
import { warehouseLabel } from '../../../src-main/domain/warehouse-duty.ts';
import { formatCount } from '../../app/format.ts';
import { notPrinted, unrolledInPrint } from '../../app/print.ts';
import { verdictLooks } from '../../app/verdict-looks.ts';
import { FigureLink } from './figure-link.tsx';
import { inWarehouse, ofLine, onHandOf } from './gap-links.ts';
import { countWords, cutNames, quantityOf } from './gap-words.ts';
import { scopeOf } from './gaps-view.ts';
import { Panel } from './panel.tsx';

/** The gaps by item, location, group, batch or order, those with the most units first. */
export function GapCutPanel(props: {
  readonly warehouse: string | undefined;
  readonly by: GapCut;
  readonly ready: boolean;
  readonly onBy: (by: GapCut) => void;
}): ReactElement {
  const { warehouse, by, ready, onBy } = props;
  const { data, error } = useQuery({
    ...trpc.gaps.cut.queryOptions({ by, ...scopeOf(warehouse) }),
    enabled: ready,
  });
  // The lines of the cut before stay, as what they are, until those of this one are there: nothing jumps.
  const [shown, setShown] = useState<CutLines>();
  if (data !== undefined && shown?.lines !== data) setShown({ by, warehouse, lines: data });
  return (
    <Panel
      title={`Gaps by ${cutNames[by].toLowerCase()}`}
      tools={
        <ToggleButtonGroup
          exclusive
          size="small"
          value={by}
          aria-label="Gaps by"
          sx={notPrinted}
          onChange={(_event, chosen: GapCut | null) => {
            if (chosen !== null) onBy(chosen);
          }}
        >
          {gapCuts.map((cut) => (
            <ToggleButton key={cut} value={cut} sx={{ py: 0.25, color: 'text.secondary' }}>
              {cutNames[cut]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
      height={240}
      loading={shown === undefined}
      error={error}
    >
      {shown !== undefined && (
        <Box aria-busy={data === undefined} sx={{ opacity: data === undefined ? 0.5 : 1 }}>
          <CutTable {...shown} />
        </Box>
      )}
    </Panel>
  );
}

interface CutLines {
  readonly by: GapCut;
  readonly warehouse: string | undefined;
  readonly lines: GapCutLines;
}

function CutTable({ by, warehouse, lines }: CutLines): ReactElement {
  if (lines.total === 0)
    return (
      <Typography variant="body2" color="textSecondary">
        Nothing here is Invalid, an Exception, Overdue or Due.
      </Typography>
    );
  return (
    <>
      <TableContainer sx={{ maxHeight: 420, ...unrolledInPrint }}>
        <Table stickyHeader aria-label={`Gaps by ${cutNames[by].toLowerCase()}`} sx={tableStyle}>
          <TableHead>
            <TableRow>
              {headings[by].map((label) => (
                <TableCell key={label} component="th" scope="col">
                  {label}
                </TableCell>
              ))}
              {[...gapVerdicts, 'Total'].map((label) => (
                <TableCell key={label} component="th" scope="col" align="right">
                  {label}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {lines.lines.map((line) => (
              <CutLine
                key={`${line.itemNumber}|${line.warehouse}|${line.value}`}
                {...{ by, warehouse, line }}
              />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 0.5 }}>
        {lines.total > lines.lines.length
          ? `${formatCount(lines.lines.length)} of ${countWords(lines.total, by)}: those with the most units`
          : countWords(lines.total, by)}
      </Typography>
    </>
  );
}

const tableStyle = {
  '& th, & td': { px: 1, py: 0.5, fontVariantNumeric: 'tabular-nums' },
  '& th[scope="row"]': { fontWeight: 400, overflowWrap: 'anywhere' },
} as const;

const headings: Readonly<Record<GapCut, readonly string[]>> = {
  item: ['Item number'],
  location: ['Warehouse', 'Location'],
  group: ['Tracking dimension group'],
  batch: ['Item number', 'Batch number'],
  order: ['Order'],
};

const nothing: Readonly<Record<GapCut, string>> = {
  item: 'No item',
  location: 'No location',
  group: 'No group',
  batch: 'No batch',
  order: 'Not held for an order',
};

function CutLine(props: {
  readonly by: GapCut;
  readonly warehouse: string | undefined;
  readonly line: GapCutLine;
}): ReactElement {
  const { by, warehouse, line } = props;
  const own = [...(by === 'location' ? [] : inWarehouse(warehouse)), ...ofLine(by, line)];
  const value = line.value === '' ? nothing[by] : line.value;
  const before =
    by === 'location' ? warehouseLabel(line.warehouse) : by === 'batch' ? line.itemNumber : undefined;
  const of = [before, value].filter((part) => part !== undefined).join(', ');
  return (
    <TableRow hover>
      {before !== undefined && <TableCell sx={{ overflowWrap: 'anywhere' }}>{before}</TableCell>}
      <TableCell component="th" scope="row">
        <Link component={RouterLink} to={onHandOf(gapVerdicts, ...own)} underline="hover">
          {value}
        </Link>
      </TableCell>
      {gapVerdicts.map((verdict) => (
        <TableCell key={verdict} align="right" sx={{ color: 'text.secondary' }}>
          <FigureLink
            quantity={quantityOf(line.totals, verdict)}
            of={`units ${verdict}: ${of}`}
            to={onHandOf([verdict], ...own)}
            strong={verdictLooks[verdict].loud}
          />
        </TableCell>
      ))}
      <TableCell align="right">
        <FigureLink
          quantity={quantityOf(line.totals, ...gapVerdicts)}
          of={`units with a gap: ${of}`}
          to={onHandOf(gapVerdicts, ...own)}
        />
      </TableCell>
    </TableRow>
  );
}
