import { FormHelperText, Stack, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import { describeLength, NUMBER_LENGTH } from '../../../src-main/domain/build-number.ts';
import { readQuantity, writeQuantity } from '../../../src-main/domain/quantity.ts';
import { SEQUENCE_CODE_LENGTH } from '../../../src-main/domain/tracking-number-group.ts';
import { FieldSet } from '../../form/field-set.tsx';
import { FormCheckbox } from '../../form/form-checkbox.tsx';
import { FormNumberField, type NumberFormat } from '../../form/form-number-field.tsx';
import { FormTextField } from '../../form/form-text-field.tsx';
import { keysOf, partLabels } from '../../../src-main/domain/number-group-fields.ts';
import type { NumberGroupForm } from './use-number-group-form.ts';

const row = { flexWrap: 'wrap', columnGap: 2, rowGap: 1.5, alignItems: 'flex-start' } as const;

const quantities: NumberFormat = {
  write: writeQuantity,
  read: (text) => {
    const read = readQuantity(text.trim());
    return 'value' in read ? read.value : Number.NaN;
  },
};

/** How numbers look and how they are given: the tab General. */
export function GeneralTab({ edit }: { readonly edit: NumberGroupForm }): ReactElement {
  const { control, setValue } = edit.form;
  const { values, opened } = edit;
  const onSmallest = (value: number, before: number): void => {
    // The counter of a new group begins with its smallest number until the user says otherwise.
    if (opened.stored === undefined && Object.is(values.next, before))
      setValue('next', value, { shouldDirty: true });
  };
  return (
    <Stack direction="row" sx={{ ...row, columnGap: 4 }}>
      <Parts edit={edit} />
      <Stack sx={{ gap: 1.5, flex: '1 1 440px', maxWidth: 560, pt: 1 }}>
        <Stack direction="row" sx={row}>
          <FormTextField
            control={control}
            name="sequence.code"
            label="Number sequence code"
            maxLength={SEQUENCE_CODE_LENGTH}
            width={220}
          />
          <FormTextField
            control={control}
            name="sequence.format"
            rechecks={['sequence', 'parts']}
            label="Format"
            maxLength={NUMBER_LENGTH}
            width={220}
          />
        </Stack>
        <Stack direction="row" sx={row}>
          <FormNumberField
            control={control}
            name="sequence.smallest"
            rechecks={['sequence', 'next']}
            label="Smallest"
            width={140}
            onNumber={onSmallest}
          />
          <FormNumberField
            control={control}
            name="sequence.largest"
            rechecks={['sequence', 'next']}
            label="Largest"
            width={140}
          />
          <FormNumberField
            control={control}
            name="next"
            label="Next"
            width={140}
            help={opened.stored === undefined ? 'Where counting begins.' : 'Can go on, never back.'}
          />
        </Stack>
        <Typography variant="caption" color="textSecondary">
          In the format, # stands for a digit of the number; everything else stays as it is. Each group counts
          on its own; the number sequence code is kept for Dynamics 365.
        </Typography>
      </Stack>
      <FieldSet
        label="How numbers are given"
        inline
        help="Only for inventory transactions and On physical update are kept for Dynamics 365, without effect in this app."
      >
        <FormCheckbox control={control} name="manual" label="Manual" rechecks={['parts']} />
        <FormCheckbox
          control={control}
          name="onlyInventoryTransactions"
          label="Only for inventory transactions"
        />
        <FormCheckbox control={control} name="onPhysicalUpdate" label="On physical update" />
        <Stack sx={{ flexBasis: '100%', my: 1 }}>
          <FormNumberField
            control={control}
            name="perQuantity"
            label="Per qty"
            format={quantities}
            width={440}
            help="One number for so many inventory units; 0 is one for the whole line. Must be 1 under Serial number control."
          />
        </Stack>
      </FieldSet>
    </Stack>
  );
}

/** What a number is put together from, and how long it gets. */
function Parts({ edit }: { readonly edit: NumberGroupForm }): ReactElement {
  const id = useId();
  const { values, numberProblem } = edit;
  const refused = numberProblem?.path === 'parts' ? numberProblem.sentence : undefined;
  const length = numberProblem === undefined && !values.manual ? describeLength(values) : '';
  return (
    <FieldSet label="A number is put together from">
      {keysOf(partLabels).map((part) => (
        <FormCheckbox
          key={part}
          control={edit.form.control}
          name={`parts.${part}`}
          rechecks={['parts']}
          label={part === 'date' ? `${partLabels.date} (YYMMDD)` : partLabels[part]}
          describedBy={id}
          invalid={refused !== undefined}
        />
      ))}
      <FormHelperText
        id={id}
        error={refused !== undefined}
        sx={{ mx: 0, maxWidth: 260, minHeight: 60 }}
        role="status"
      >
        {refused ?? length}
      </FormHelperText>
    </FieldSet>
  );
}
