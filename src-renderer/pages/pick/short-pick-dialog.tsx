import {
  Alert,
  Autocomplete,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import type { PickWork } from '../../../src-main/domain/pick.ts';
import { writeQuantity } from '../../../src-main/domain/quantity.ts';
import { reasonSchema } from '../../../src-main/domain/serial-entry.ts';
import { problemOf } from '../../api/client.ts';
import { StepField } from '../../form/step-field.tsx';
import { typedQuantity } from '../../form/typed-quantity.ts';
import { withUnit } from './pick-words.ts';

/** Reasons that are offered; any other can be written. */
const usual = ['Units missing', 'Location empty', 'Units damaged', 'Not reachable'];

/** Props of `ShortPickDialog`. */
export interface ShortPickDialogProps {
  readonly work: PickWork;
  /** What seems to be found, in thousandths. */
  readonly found: number;
  readonly onShortPick: (quantity: number, reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Less stands there than the work says: picks what was found, with a reason, and gives the rest up. */
export function ShortPickDialog({ work, found, onShortPick, onClose }: ShortPickDialogProps): ReactElement {
  const id = useId();
  const [text, setText] = useState(writeQuantity(found));
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const { itemNumber, inventoryUnit, remaining } = work;
  const typed = typedQuantity({ itemNumber, inventoryUnit, units: [], wholeUnits: false }, text, '');
  const quantity = 'quantity' in typed ? typed.quantity : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const checked = reasonSchema.safeParse(reason);
    const quantityProblem =
      'problem' in typed
        ? typed.problem
        : typed.quantity >= remaining
          ? `This is all of it: a short pick is less than ${withUnit(remaining, inventoryUnit)}.`
          : undefined;
    const next = {
      ...(quantityProblem !== undefined && { quantity: quantityProblem }),
      ...(!checked.success && { reason: checked.error.issues[0]?.message ?? 'Give a reason.' }),
    };
    setProblems(next);
    if (Object.keys(next).length > 0 || quantity === undefined || !checked.success || busy) return;
    setBusy(true);
    try {
      await onShortPick(quantity, checked.data);
    } catch (error) {
      setProblems({ all: problemOf(error).sentence });
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="xs">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <DialogTitle id={id}>Short pick</DialogTitle>
        <DialogContent>
          <Stack spacing={1.5} sx={{ pt: 1 }}>
            <Typography variant="body2" color="textSecondary">
              {quantity === undefined || quantity >= remaining
                ? `How much of ${withUnit(remaining, inventoryUnit)} is there?`
                : `${withUnit(remaining - quantity, inventoryUnit)} of ${itemNumber} are given up here and stay open on ${work.orderNumber}.`}
            </Typography>
            {problems['all'] !== undefined && <Alert severity="error">{problems['all']}</Alert>}
            <StepField
              label="Quantity found"
              name="quantity"
              value={text}
              onText={setText}
              problem={problems['quantity']}
              help={inventoryUnit === '' ? ' ' : `in ${inventoryUnit}`}
              numeric
            />
            <Autocomplete
              freeSolo
              options={usual}
              inputValue={reason}
              onInputChange={(_event, value) => setReason(value)}
              renderInput={(params) => (
                <TextField
                  {...params}
                  label="Reason"
                  // The quantity is most often right.
                  // eslint-disable-next-line jsx-a11y/no-autofocus
                  autoFocus
                  error={problems['reason'] !== undefined}
                  helperText={
                    problems['reason'] === undefined ? ' ' : <span role="alert">{problems['reason']}</span>
                  }
                />
              )}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" loading={busy}>
            Short pick
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
