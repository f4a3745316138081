import { Autocomplete, TextField } from '@mui/material';
import { useMemo, type ReactElement } from 'react';
import type { GapTotals } from '../../../src-main/domain/gaps.ts';
import { warehouseLabel } from '../../../src-main/domain/warehouse-duty.ts';
import { notPrinted } from '../../app/print.ts';

interface Option {
  /** Undefined for all of them. */
  readonly warehouse: string | undefined;
  readonly label: string;
}

const all: Option = { warehouse: undefined, label: 'All warehouses' };

const optionOf = (warehouse: string): Option => ({ warehouse, label: warehouseLabel(warehouse) });

/** The choice of one warehouse, or of all. */
export function WarehouseChoice(props: {
  readonly warehouses: GapTotals['warehouses'];
  readonly value: string | undefined;
  readonly onChange: (warehouse: string | undefined) => void;
}): ReactElement {
  const { warehouses, value, onChange } = props;
  // Kept as they are as long as they are the same: the list must not begin anew while the user is in it.
  const options = useMemo(() => {
    const known = warehouses.map(({ warehouse }) => warehouse);
    // One that has no stock any more can still be what the address asks for.
    if (value !== undefined && !known.includes(value)) known.push(value);
    return [all, ...known.map(optionOf)];
  }, [warehouses, value]);
  return (
    <Autocomplete<Option, false, true>
      disableClearable
      size="small"
      autoHighlight
      options={options}
      value={options.find(({ warehouse }) => warehouse === value) ?? all}
      isOptionEqualToValue={(one, other) => one.warehouse === other.warehouse}
      getOptionKey={({ warehouse }) => (warehouse === undefined ? 'all' : `one ${warehouse}`)}
      onChange={(_event, { warehouse }) => onChange(warehouse)}
      renderInput={(params) => <TextField {...params} label="Warehouse" />}
      sx={{ width: 190, flex: 'none', ...notPrinted }}
    />
  );
}
