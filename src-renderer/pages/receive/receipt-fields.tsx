import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import type { ReceiptNeeds } from '../../../src-main/domain/receive.ts';
import type { ApiProblem } from '../../api/client.ts';
import { formatQuantity } from '../../app/format.ts';
import { enterGoesOn } from '../../form/enter-goes-on.ts';
import type { ReceiptDraft } from './receipt-draft.ts';
import { documentChoices, type Source } from './receive-source.ts';

/** Props of `ReceiptFields`. */
export interface ReceiptFieldsProps {
  readonly source: Source;
  readonly draft: ReceiptDraft;
  /** What is known of the item; undefined while it is looked up. */
  readonly item: ReceiptNeeds | undefined;
  /** In thousandths of the inventory unit; undefined while it cannot be read. */
  readonly quantity: number | undefined;
  readonly problem: ApiProblem | undefined;
  readonly onChange: (changes: Partial<ReceiptDraft>) => void;
  /** Enter in the last field. */
  readonly onLast: () => void;
}

/** Paths of the fields: what is wrong with one of them is said beside it. */
export const receiptFieldNames: readonly string[] = [
  'source.warehouse',
  'quantity',
  'location',
  'licensePlate',
  'batchNumber',
  'inventoryStatus',
];

/** How much is received, and where to. Enter goes to the next field. */
export function ReceiptFields(props: ReceiptFieldsProps): ReactElement {
  const { source, draft, item, quantity, problem, onChange, onLast } = props;
  const id = useId();
  const isTransfer = item?.document === 'transfer';
  const hasUnits = item !== undefined && item.units.length > 0;
  const field = (
    name: keyof ReceiptDraft,
    label: string,
    { path = name, help = ' ', numeric = false }: { path?: string; help?: string; numeric?: boolean } = {},
  ): ReactElement => {
    const wrong = problem?.path === path;
    return (
      <TextField
        label={label}
        value={draft[name]}
        onChange={({ target }) => onChange({ [name]: target.value })}
        error={wrong}
        helperText={help}
        autoComplete="off"
        slotProps={{
          inputLabel: { shrink: true },
          formHelperText: { sx: { mx: 0.5 } },
          htmlInput: {
            spellCheck: false,
            'data-field': path,
            maxLength: 250,
            ...(wrong && { 'aria-errormessage': `${id}-problem` }),
            ...(numeric && { inputMode: 'decimal' }),
          },
        }}
      />
    );
  };
  return (
    <Box
      onKeyDown={(event) => enterGoesOn(event, onLast)}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
        columnGap: 1.5,
        rowGap: 0.75,
      }}
    >
      {source.kind === 'item' && (
        <>
          {field('warehouse', 'Warehouse', { path: 'source.warehouse' })}
          <TextField
            select
            id={id}
            label="Document"
            value={draft.document}
            onChange={({ target }) => {
              const chosen = documentChoices.find(({ value }) => value === target.value);
              if (chosen !== undefined) onChange({ document: chosen.value });
            }}
            helperText=" "
            slotProps={{ inputLabel: { shrink: true } }}
            sx={{ gridColumn: 'span 2' }}
          >
            {documentChoices.map(({ value, label }) => (
              <MenuItem key={value} value={value}>
                {label}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
      <Box
        sx={{
          display: 'flex',
          gap: 1,
          gridColumn: hasUnits ? 'span 2' : undefined,
          '& > *': { flex: 1, minWidth: 0 },
        }}
      >
        {field('quantity', 'Quantity', { help: quantityHelp(draft, item, quantity), numeric: true })}
        {hasUnits && (
          <TextField
            select
            id={`${id}-unit`}
            label="Unit"
            value={draft.unit}
            onChange={({ target }) => onChange({ unit: target.value })}
            slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
          >
            <MenuItem value="">{item.inventoryUnit === '' ? 'Inventory unit' : item.inventoryUnit}</MenuItem>
            {item.units.map(({ unit, quantity: holds }) => (
              <MenuItem key={unit} value={unit}>
                {`${unit} (${formatQuantity(holds)})`}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Box>
      {field('location', 'Location')}
      {field('licensePlate', 'License plate')}
      {!isTransfer && field('batchNumber', 'Batch number')}
      {!isTransfer && field('inventoryStatus', 'Inventory status')}
      {problem !== undefined && receiptFieldNames.includes(problem.path) && (
        <Typography
          id={`${id}-problem`}
          variant="body2"
          color="error"
          role="alert"
          sx={{ gridColumn: '1 / -1', fontWeight: 600 }}
        >
          {problem.sentence}
        </Typography>
      )}
    </Box>
  );
}

/** What the quantity is in the inventory unit, and what is left. */
function quantityHelp(
  { unit }: ReceiptDraft,
  item: ReceiptNeeds | undefined,
  quantity: number | undefined,
): string {
  if (item === undefined) return ' ';
  const { inventoryUnit, open } = item;
  const inUnits =
    unit === '' || quantity === undefined ? '' : `= ${formatQuantity(quantity)} ${inventoryUnit}`;
  const left = open === null ? '' : `${formatQuantity(open)} ${inventoryUnit} left`;
  const words = [inUnits, left].filter((part) => part !== '').join(' · ');
  return words === '' ? (inventoryUnit === '' ? ' ' : `in ${inventoryUnit}`) : words;
}
