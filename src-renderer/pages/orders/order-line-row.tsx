import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { IconButton, TableCell, TableRow, Tooltip, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { OrderInput, OrderKind } from '../../../src-main/domain/order.ts';
import { CellQuantity, CellText } from './cell-text.tsx';
import { ItemPicker } from './item-picker.tsx';
import { LineProgress } from './line-progress.tsx';
import type { OrderLineState } from './order-values.ts';
import { ReturnLineSelect } from './return-line-select.tsx';
import { UnitSelect } from './unit-select.tsx';

/** One line of an order. */
export function OrderLineRow(props: {
  readonly form: UseFormReturn<OrderInput>;
  readonly index: number;
  readonly kind: OrderKind;
  /** The stored line; undefined for a new one. */
  readonly state: OrderLineState | undefined;
  readonly warehouses: readonly string[];
  /** Id of the text that says why a line keeps what it says. */
  readonly heldId: string;
  /** Undefined for the only line of an order. */
  readonly onRemove: (() => void) | undefined;
}): ReactElement {
  const { form, index, kind, state, warehouses, heldId, onRemove } = props;
  const { control, setValue } = form;
  const said = `Line ${state?.lineNumber ?? index + 1}`;
  const heldBy = state?.touched === true ? heldId : undefined;
  const cell = (column: string) => ({ control, index, label: `${said}: ${column}` });
  const onItem = (): void => {
    setValue(`lines.${index}.unit`, '', { shouldDirty: true });
    setValue(`lines.${index}.returnsLine`, null, { shouldDirty: true });
  };
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ '&&': { pt: 1.25 } }}>
        {state?.lineNumber ?? 'New'}
      </TableCell>
      <TableCell sx={{ minWidth: 150 }}>
        <ItemPicker {...cell('Item number')} heldBy={heldBy} onItem={onItem} />
        <Typography
          variant="caption"
          color="textSecondary"
          noWrap
          sx={{ display: 'block', maxWidth: 200, px: 0.5 }}
        >
          {state?.itemName}
        </Typography>
      </TableCell>
      <TableCell sx={{ width: 92, minWidth: 80 }}>
        <CellQuantity {...cell('Quantity')} />
      </TableCell>
      <TableCell sx={{ width: 92, minWidth: 84 }}>
        <UnitSelect {...cell('Unit')} />
      </TableCell>
      <TableCell sx={{ width: 76, minWidth: 64 }}>
        <CellText {...cell('Site')} field="site" />
      </TableCell>
      <TableCell sx={{ width: 110, minWidth: 96 }}>
        <CellText {...cell('Warehouse')} field="warehouse" heldBy={heldBy} suggestions={warehouses} />
      </TableCell>
      {kind === 'Transfer' && (
        <>
          <TableCell sx={{ width: 76, minWidth: 64 }}>
            <CellText {...cell('To site')} field="toSite" />
          </TableCell>
          <TableCell sx={{ width: 110, minWidth: 96 }}>
            <CellText
              {...cell('To warehouse')}
              field="toWarehouse"
              heldBy={heldBy}
              suggestions={warehouses}
            />
          </TableCell>
        </>
      )}
      {kind === 'Return' && (
        <TableCell sx={{ minWidth: 150 }}>
          <ReturnLineSelect {...cell('Sales order line')} />
        </TableCell>
      )}
      <TableCell sx={{ minWidth: 130 }}>
        <LineProgress line={state} />
      </TableCell>
      <TableCell sx={{ width: 36 }}>
        {onRemove !== undefined && heldBy === undefined && (
          <Tooltip title={`Remove ${said.toLowerCase()}`}>
            <IconButton aria-label={`Remove ${said.toLowerCase()}`} onClick={onRemove}>
              <DeleteOutlined fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
      </TableCell>
    </TableRow>
  );
}
