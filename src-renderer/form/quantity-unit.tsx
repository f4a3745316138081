import { Box, MenuItem, TextField } from '@mui/material';
import { useId, type ReactElement } from 'react';
import type { ItemUnit } from '../../src-main/domain/item.ts';
import { formatQuantity } from '../app/format.ts';
import { StepField } from './step-field.tsx';

/** Props of `QuantityUnit`. */
export interface QuantityUnitProps {
  readonly label?: string;
  /** As typed. */
  readonly text: string;
  /** Empty: the inventory unit. */
  readonly unit: string;
  readonly inventoryUnit: string;
  /** Units that hold several inventory units; without any there is no choice. */
  readonly units: readonly ItemUnit[];
  readonly onText: (text: string) => void;
  readonly onUnit: (unit: string) => void;
  readonly problem?: string | undefined;
  readonly help?: string | undefined;
}

/** A quantity, and the unit it is typed in where the item has several. */
export function QuantityUnit(props: QuantityUnitProps): ReactElement {
  const { label = 'Quantity', text, unit, inventoryUnit, units, onText, onUnit, problem, help } = props;
  const id = useId();
  return (
    <Box sx={{ display: 'flex', gap: 1, '& > *': { flex: 1, minWidth: 0 } }}>
      <StepField
        label={label}
        name="quantity"
        value={text}
        onText={onText}
        problem={problem}
        help={help}
        numeric
      />
      {units.length > 0 && (
        <TextField
          select
          id={id}
          label="Unit"
          value={unit}
          onChange={({ target }) => onUnit(target.value)}
          slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        >
          <MenuItem value="">{inventoryUnit === '' ? 'Inventory unit' : inventoryUnit}</MenuItem>
          {units.map(({ unit: name, quantity }) => (
            <MenuItem key={name} value={name}>
              {`${name} (${formatQuantity(quantity)})`}
            </MenuItem>
          ))}
        </TextField>
      )}
    </Box>
  );
}
