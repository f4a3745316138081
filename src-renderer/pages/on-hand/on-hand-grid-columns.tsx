import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import { Box, Chip, Tooltip } from '@mui/material';
import { captures } from '../../../src-main/domain/capture.ts';
import { onHandColumns, type OnHandColumn, type OnHandRow } from '../../../src-main/domain/on-hand.ts';
import { THOUSANDTHS } from '../../../src-main/domain/quantity.ts';
import { NOT_TRACKED, rowVerdictNames } from '../../../src-main/domain/verdict.ts';
import { verdictLabel } from '../../../src-main/domain/verdict-words.ts';
import { formatDays, formatQuantity } from '../../app/format.ts';
import { VerdictChip } from '../../app/verdict-chip.tsx';
import type { GridChoice, GridColumn } from '../../grid/grid-types.ts';
import { captureLabel } from './capture-label.ts';
import { formatTime } from './format-time.ts';
import { verdictReason } from './verdict-reason.ts';

/** First widths in pixels. Together the columns that show at first fit beside the navigation on a small screen. */
const widths: Partial<Record<OnHandColumn['key'], number>> = {
  itemNumber: 78,
  productName: 62,
  trackingDimensionGroup: 82,
  capture: 72,
  warehouse: 90,
  location: 74,
  licensePlate: 66,
  inventoryStatus: 78,
  batchNumber: 66,
  serialNumber: 104,
  quantity: 72,
  verdict: 116,
  age: 66,
};

const WIDTH = 80;

const captureChoices: readonly GridChoice[] = [...captures, ''].map((value) => ({
  value,
  label: captureLabel(value),
}));

const verdictChoices: readonly GridChoice[] = rowVerdictNames.map((value) => ({ value, label: value }));

const kinds = {
  text: 'text',
  quantity: 'number',
  capture: 'choice',
  verdict: 'choice',
  days: 'number',
} as const;

/** The columns of the grid On-hand inventory. */
export const onHandGridColumns: readonly GridColumn<OnHandRow>[] = onHandColumns.map(
  ({ key, label, kind, hidden }): GridColumn<OnHandRow> => ({
    key,
    label,
    kind: kinds[kind],
    hidden,
    width: widths[key] ?? WIDTH,
    grows: key === 'productName' || key === 'serialNumber',
    ...(key === 'quantity'
      ? {
          value: (row) => row.quantity / THOUSANDTHS,
          format: (value) => formatQuantity(Number(value) * THOUSANDTHS),
        }
      : { value: (row) => row[key] }),
    ...(key === 'capture' && { choices: captureChoices, render: renderCapture }),
    ...(key === 'verdict' && { choices: verdictChoices, render: renderVerdict }),
    ...(key === 'age' && { render: renderAge }),
    ...(key === 'serialNumber' && { render: renderSerialNumber }),
    ...(key === 'location' && { render: renderLocation }),
  }),
);

const small = { height: 18, fontSize: 11, '& .MuiChip-label': { px: 0.75 } } as const;

function renderCapture({ capture }: OnHandRow): React.ReactNode {
  return capture === null ? null : (
    <Chip label={capture} variant="outlined" sx={{ ...small, color: 'text.secondary', fontWeight: 500 }} />
  );
}

function renderVerdict(row: OnHandRow): React.ReactNode {
  const { verdict } = row;
  return verdict === NOT_TRACKED ? null : (
    <VerdictChip verdict={verdict} label={verdictLabel(row)} title={verdictReason(row)} />
  );
}

function renderAge({ age, since }: OnHandRow): React.ReactNode {
  return age === null ? null : <span title={formatTime(since, new Date())}>{formatDays(age)}</span>;
}

function renderLocation({ location, holding, heldFor }: OnHandRow): React.ReactNode {
  return holding === '' ? (
    location
  ) : (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, maxWidth: '100%' }}>
      {location !== '' && <span>{location}</span>}
      <Chip
        variant="outlined"
        label={
          <Tooltip title={heldFor === '' ? holding : `${holding} for ${heldFor}`} describeChild>
            <span>{holding}</span>
          </Tooltip>
        }
        sx={small}
      />
    </Box>
  );
}

function renderSerialNumber(row: OnHandRow): React.ReactNode {
  const { serialNumber, blank, notReadable, notInDynamics } = row;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, maxWidth: '100%' }}>
      {serialNumber !== '' && (
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'pre' }}>
          {serialNumber}
        </Box>
      )}
      {notInDynamics && (
        <CloudOffOutlined titleAccess="Not yet in Dynamics" sx={{ fontSize: 14, color: 'text.secondary' }} />
      )}
      {blank && <Chip label="Blank" color="warning" variant="outlined" sx={small} />}
      {notReadable !== '' && (
        <Chip
          color="warning"
          label={
            <Tooltip title={notReadable} describeChild>
              <span>Not readable</span>
            </Tooltip>
          }
          sx={small}
        />
      )}
    </Box>
  );
}
