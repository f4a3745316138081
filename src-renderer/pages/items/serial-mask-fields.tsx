import { Button, Stack, TextField, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useWatch, type Control, type UseFormSetValue } from 'react-hook-form';
import { cleanText } from '../../../src-main/domain/blank.ts';
import type { ItemInput } from '../../../src-main/domain/item.ts';
import { fitsMask } from '../../../src-main/domain/serial-mask.ts';
import { apiClient, problemOf } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { ItemTextField } from './item-text-field.tsx';

/** Props of `SerialMaskFields`. */
export interface SerialMaskFieldsProps {
  readonly control: Control<ItemInput>;
  readonly setValue: UseFormSetValue<ItemInput>;
  /** Whose serial numbers a mask can be proposed from; undefined for a new item, which has none. */
  readonly itemNumber: string | undefined;
}

/** The serial mask, a box to test it, and the button that proposes one. */
export function SerialMaskFields({ control, setValue, itemNumber }: SerialMaskFieldsProps): ReactElement {
  const mask = cleanText(useWatch({ control, name: 'serialMask' }));
  const [test, setTest] = useState('');
  const [proposal, setProposal] = useState<string>();
  const [asking, setAsking] = useState(false);
  const serial = cleanText(test);
  const fits = fitsMask(mask, serial);

  const propose = async (of: string): Promise<void> => {
    setAsking(true);
    try {
      const proposed = await apiClient.items.proposeMask.query({ itemNumber: of });
      if (proposed.mask !== null)
        setValue('serialMask', proposed.mask, { shouldDirty: true, shouldValidate: true });
      setProposal(proposalLabel(proposed));
    } catch (error) {
      setProposal(problemOf(error).sentence);
    } finally {
      setAsking(false);
    }
  };

  return (
    <>
      <Stack direction="row" spacing={1.5} sx={{ alignItems: 'flex-start' }}>
        <ItemTextField
          control={control}
          name="serialMask"
          label="Serial mask"
          note="# a digit, @ a letter, ? either, any other sign itself"
        />
        {itemNumber !== undefined && (
          <Button loading={asking} onClick={() => void propose(itemNumber)} sx={{ mt: 0.25 }}>
            Propose
          </Button>
        )}
        <TextField
          label="Test"
          value={test}
          onChange={({ target }) => setTest(target.value)}
          error={serial !== '' && !fits}
          autoComplete="off"
          sx={{ flex: 1 }}
          helperText={<span role="status">{serial === '' ? ' ' : fits ? 'fits' : 'does not fit'}</span>}
          slotProps={{
            inputLabel: { shrink: true },
            htmlInput: { spellCheck: false },
            formHelperText: { sx: { mx: 0.5 } },
          }}
        />
      </Stack>
      {proposal !== undefined && (
        <Typography variant="caption" role="status">
          {proposal}
        </Typography>
      )}
    </>
  );
}

function proposalLabel({
  mask,
  serials,
}: {
  readonly mask: string | null;
  readonly serials: number;
}): string {
  if (serials === 0) return 'The on-hand of this item has no serial number to propose a mask from.';
  const from = serials === 1 ? 'its one serial number' : `its ${formatCount(serials)} serial numbers`;
  return mask === null ? `No mask fits ${from} on hand.` : `Proposed from ${from} on hand.`;
}
