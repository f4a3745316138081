import Add from '@mui/icons-material/Add';
import NavigateBefore from '@mui/icons-material/NavigateBefore';
import NavigateNext from '@mui/icons-material/NavigateNext';
import {
  Box,
  Button,
  IconButton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactElement } from 'react';
import { useFieldArray, useFormState, useWatch, type UseFormReturn } from 'react-hook-form';
import { MAX_ORDER_LINES, type OrderInput } from '../../../src-main/domain/order.ts';
import { trpc } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { visuallyHidden } from '../../app/visually-hidden.ts';
import { OrderLineRow } from './order-line-row.tsx';
import { newLine, type OrderLineState } from './order-values.ts';

/** Lines that are drawn at once: an order may have thousands. */
const SHOWN = 25;

/** The lines of an order, a stretch of them at a time. */
export function OrderLines(props: {
  readonly form: UseFormReturn<OrderInput>;
  /** The stored lines, with what happened for them. */
  readonly stored: readonly OrderLineState[];
}): ReactElement {
  const { form, stored } = props;
  const { control, getValues } = form;
  const heldId = useId();
  const kind = useWatch({ control, name: 'kind' });
  const { fields, append, remove } = useFieldArray({ control, name: 'lines', keyName: 'key' });
  const { data: stocked = [] } = useQuery(trpc.maintenance.warehouses.queryOptions());
  const warehouses = stocked.map(({ warehouse }) => warehouse);
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(fields.length / SHOWN));
  const shown = Math.min(page, pages - 1);
  const { errors, submitCount } = useFormState({ control });
  const [seen, setSeen] = useState(submitCount);
  if (submitCount !== seen) {
    setSeen(submitCount);
    const wrong = Array.isArray(errors.lines) ? errors.lines.findIndex((line) => line !== undefined) : -1;
    if (wrong !== -1) setPage(Math.floor(wrong / SHOWN));
  }
  const states = new Map(stored.map((line) => [line.id, line]));
  const held = stored.some(({ touched }) => touched);
  const first = shown * SHOWN;
  const add = (): void => {
    append(newLine(getValues('lines').at(-1)), {
      shouldFocus: true,
      focusName: `lines.${fields.length}.itemNumber`,
    });
    setPage(Math.floor(fields.length / SHOWN));
  };
  const general = errors.lines?.message ?? errors.lines?.root?.message;
  const headings = [
    'Line',
    'Item number',
    'Quantity',
    'Unit',
    'Site',
    'Warehouse',
    ...(kind === 'Transfer' ? ['To site', 'To warehouse'] : []),
    ...(kind === 'Return' ? ['Sales order line'] : []),
    'Progress',
  ];
  return (
    <>
      <Box sx={{ overflowX: 'auto' }} tabIndex={-1}>
        <Table aria-label="Order lines" sx={tableStyle}>
          <TableHead>
            <TableRow>
              {headings.map((heading) => (
                <TableCell key={heading} component="th" scope="col">
                  {heading}
                </TableCell>
              ))}
              <TableCell component="th" scope="col">
                <Box component="span" sx={visuallyHidden}>
                  Remove
                </Box>
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {fields.slice(first, first + SHOWN).map((field, offset) => (
              <OrderLineRow
                key={field.key}
                form={form}
                index={first + offset}
                kind={kind}
                state={field.id === undefined ? undefined : states.get(field.id)}
                warehouses={warehouses}
                heldId={heldId}
                onRemove={fields.length > 1 ? () => remove(first + offset) : undefined}
              />
            ))}
          </TableBody>
        </Table>
      </Box>
      {general !== undefined && (
        <Typography role="alert" color="error" variant="body2">
          {general}
        </Typography>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
        {fields.length < MAX_ORDER_LINES && (
          <Button startIcon={<Add />} onClick={add}>
            Add line
          </Button>
        )}
        {pages > 1 && (
          <>
            <IconButton aria-label="Lines before" disabled={shown === 0} onClick={() => setPage(shown - 1)}>
              <NavigateBefore fontSize="small" />
            </IconButton>
            <Typography variant="caption" role="status">
              {`Lines ${formatCount(first + 1)} to ${formatCount(Math.min(first + SHOWN, fields.length))} of ${formatCount(fields.length)}`}
            </Typography>
            <IconButton
              aria-label="Lines after"
              disabled={shown === pages - 1}
              onClick={() => setPage(shown + 1)}
            >
              <NavigateNext fontSize="small" />
            </IconButton>
          </>
        )}
        {held && (
          <Typography id={heldId} variant="caption" color="textSecondary" sx={{ ml: 'auto' }}>
            A line for which something happened keeps its item and warehouses.
          </Typography>
        )}
      </Box>
    </>
  );
}

const tableStyle = {
  minWidth: 720,
  '& th': { fontSize: '0.75rem', whiteSpace: 'nowrap' },
  '& td, & th': { px: 0.5, py: 0.5, verticalAlign: 'top' },
  '& .MuiFormHelperText-root': { mx: 0.5 },
} as const;
