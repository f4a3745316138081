import { Chip } from '@mui/material';
import type { ReactNode } from 'react';
import type { GapPlanLine } from '../../src-main/domain/close-gaps.ts';
import { formatDays } from '../app/format.ts';
import type { GridColumn } from '../grid/grid-types.ts';

/** A line of the plan as the grid shows it. */
export interface ShownLine extends GapPlanLine {
  /** The user leaves it out. */
  readonly leftOut: boolean;
  /** Whole days since the unit is blank; null where there is none. */
  readonly age: number | null;
}

const small = { height: 18, fontSize: 11 } as const;

/** What becomes of a line. */
function stateOf({ problem, leftOut, notice, byMask }: ShownLine): string {
  if (problem !== '') return 'Problem';
  if (leftOut) return 'Left out';
  return notice !== '' || byMask ? 'Notice' : 'Planned';
}

function renderState(line: ShownLine): ReactNode {
  const state = stateOf(line);
  const color =
    state === 'Problem' ? 'error' : state === 'Notice' ? 'info' : state === 'Planned' ? 'success' : 'default';
  return <Chip label={state} color={color} variant="outlined" sx={small} />;
}

const reasonOf = ({ problem, notice, byMask }: ShownLine): string =>
  problem !== ''
    ? problem
    : [byMask ? 'The item was told by its serial mask.' : '', notice].filter(Boolean).join(' ');

const text = (
  key: keyof ShownLine,
  label: string,
  width: number,
  value: (line: ShownLine) => string | number | null,
): GridColumn<ShownLine> => ({ key, label, kind: 'text', hidden: false, width, value });

/** The columns of the grid Plan. */
export const planColumns: readonly GridColumn<ShownLine>[] = [
  { ...text('line', 'Line', 64, ({ line }) => line), kind: 'number' },
  text('serial', 'Serial number', 150, ({ serial, value }) => (serial === '' ? value : serial)),
  { ...text('leftOut', 'State', 86, stateOf), render: renderState },
  { ...text('problem', 'Reason', 240, reasonOf), grows: true },
  text('itemNumber', 'Item number', 110, ({ itemNumber }) => itemNumber),
  { ...text('productName', 'Product name', 120, ({ productName }) => productName), hidden: true },
  text('warehouse', 'Warehouse', 88, ({ warehouse }) => warehouse),
  text('location', 'Location', 92, ({ location }) => location),
  text('licensePlate', 'License plate', 92, ({ licensePlate }) => licensePlate),
  text('batchNumber', 'Batch number', 92, ({ batchNumber }) => batchNumber),
  { ...text('age', 'Age', 70, ({ age }) => age), kind: 'number', format: (days) => formatDays(Number(days)) },
];
