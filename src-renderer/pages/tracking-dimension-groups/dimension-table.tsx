import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useId, type ReactElement } from 'react';
import {
  cellPath,
  dimensionColumns,
  dimensionRows,
  fixedCells,
  getSetting,
  settingLabel,
  type DimensionColumnKey,
  type DimensionKey,
} from '../../../src-main/domain/tracking-fields.ts';
import { HeldCellCheckbox } from '../../form/held-checkbox.tsx';
import { reasonId, type HeldReason } from '../../form/held-reasons.ts';
import { ReasonLines } from '../../form/reason-lines.tsx';
import { FixedCellsInfo } from './fixed-cells-info.tsx';
import { useDensity } from '../../grid/density.ts';
import { RefusalLines, refusalId } from './refusal-lines.tsx';
import { reasonsOf, type SettingsEditor } from './settings-editor.ts';

/** Reasons that a usual group has at a time; with more of them the sections below move. */
const REASONS = 6;

/** The table Tracking dimensions: a row for each dimension, a column for each property, and why cells are held. */
export function DimensionTable({ editor }: { readonly editor: SettingsEditor }): ReactElement {
  const id = useId();
  const [density] = useDensity();
  const inTable = (path: string): boolean => path.includes('.');
  const reasons = reasonsOf(id, editor, inTable);
  return (
    <>
      <Table
        aria-label="Tracking dimensions"
        sx={{ ...tableStyle, '& tbody tr': { height: rowHeights[density] } }}
      >
        <TableHead>
          <TableRow>
            <TableCell component="td" padding="none" />
            {dimensionColumns.map(({ key, label }) => (
              <TableCell key={key} component="th" scope="col" align="center">
                {label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {dimensionRows.map((row) => (
            <TableRow key={row.key} hover>
              <TableCell component="th" scope="row" aria-label={row.label}>
                {row.label}
                <FixedCellsInfo row={row} />
              </TableCell>
              {dimensionColumns.map((column) => (
                <TableCell key={column.key} align="center" padding="none">
                  <Cell id={id} row={row} column={column} editor={editor} reasons={reasons} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <RefusalLines prefix={id} refusals={editor.refusals} inSection={inTable} />
      <ReasonLines reasons={reasons} room={REASONS} />
    </>
  );
}

interface CellProps {
  readonly id: string;
  readonly row: { readonly key: DimensionKey; readonly label: string };
  readonly column: { readonly key: DimensionColumnKey; readonly label: string };
  readonly editor: SettingsEditor;
  readonly reasons: readonly HeldReason[];
}

/** One cell: a checkbox, a fixed one, or nothing where the dimension has no such property. */
function Cell({ id, row, column, editor, reasons }: CellProps): ReactElement | null {
  const fixed = fixedCells[`${row.key}.${column.key}`];
  if (fixed !== undefined) {
    const fixedId = `${id}-${row.key}-${column.key}`;
    return (
      <>
        <HeldCellCheckbox
          label={`${row.label}: ${column.label}`}
          checked={fixed.value}
          onChange={() => undefined}
          reason={fixed.because}
          describedBy={fixedId}
        />
        <span hidden id={fixedId}>
          {fixed.because}
        </span>
      </>
    );
  }
  const path = cellPath(row.key, column.key);
  if (path === undefined) return null;
  const { ruled, refusals, change } = editor;
  const because = ruled.locks.get(path);
  const refused = refusals.some((refusal) => refusal.path === path);
  return (
    <HeldCellCheckbox
      label={settingLabel(path)}
      checked={getSetting(ruled.settings, path) === true}
      onChange={(checked) => change(path, checked)}
      reason={because}
      describedBy={refused ? refusalId(id, path) : reasonId(reasons, because)}
      invalid={refused}
    />
  );
}

const tableStyle = {
  minWidth: 660,
  maxWidth: 1040,
  '& thead th': {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    bgcolor: 'background.paper',
    px: 0.375,
    py: 0.5,
    verticalAlign: 'bottom',
    fontSize: '0.71875rem',
    lineHeight: 1.25,
    fontWeight: 500,
    color: 'text.secondary',
  },
  '& tbody th': { fontWeight: 600, py: 0, pl: 0.5, pr: 0, whiteSpace: 'nowrap' },
} as const;

/** Heights of a row in pixels. */
const rowHeights = { compact: 31, comfortable: 40 } as const;
