import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import { Box, Chip, Tooltip } from '@mui/material';
import { captures } from '../../../src-main/domain/capture.ts';
import { onHandColumns, type OnHandColumn, type OnHandRow } from '../../../src-main/domain/on-hand.ts';
import { THOUSANDTHS } from '../../../src-main/domain/quantity.ts';
import { formatQuantity } from '../../app/format.ts';
import type { GridChoice, GridColumn } from '../../grid/grid-types.ts';
import { captureLabel } from './capture-label.ts';

/** First widths in pixels. Together the columns that show at first fit beside the navigation on a small screen. */
const widths: Partial<Record<OnHandColumn['key'], number>> = {
  itemNumber: 98,
  trackingDimensionGroup: 100,
  warehouse: 96,
  location: 86,
  inventoryStatus: 84,
  serialNumber: 164,
};

const WIDTH = 80;

const choices: readonly GridChoice[] = [...captures, ''].map((value) => ({
  value,
  label: captureLabel(value),
}));

const kinds = { text: 'text', quantity: 'number', capture: 'choice' } as const;

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
    ...(key === 'capture' && { choices, render: renderCapture }),
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
  const { serialNumber, blank, invalid, notReadable, notInDynamics } = row;
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
      {invalid.length > 0 && (
        <Chip
          color="error"
          label={
            <Tooltip title={invalid.join(' ')} describeChild>
              <span>Invalid</span>
            </Tooltip>
          }
          sx={small}
        />
      )}
    </Box>
  );
}
