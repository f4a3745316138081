import { Box, Stack, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import {
  activationLabels,
  generatesFor,
  numberDocuments,
} from '../../../src-main/domain/number-generation.ts';
import { FieldSet } from '../../form/field-set.tsx';
import { FormCheckbox } from '../../form/form-checkbox.tsx';
import { keysOf } from '../../../src-main/domain/number-group-fields.ts';
import type { NumberGroupForm } from './use-number-group-form.ts';

/** For which documents numbers are generated: the tab Activation. */
export function ActivationTab({ edit }: { readonly edit: NumberGroupForm }): ReactElement {
  const { values } = edit;
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 6, rowGap: 2, alignItems: 'flex-start' }}>
      <FieldSet label="Active for" help="Kanban is kept for Dynamics 365, without effect in this app.">
        {keysOf(activationLabels).map((activation) => (
          <FormCheckbox
            key={activation}
            control={edit.form.control}
            name={`activations.${activation}`}
            label={activationLabels[activation]}
          />
        ))}
      </FieldSet>
      <Box sx={{ flex: '1 1 320px', maxWidth: 520 }}>
        <Box component="dl" aria-label="When numbers are generated" sx={listStyle}>
          {keysOf(numberDocuments).map((document) => (
            <Box key={document}>
              <Typography component="dt" variant="body2" color="textSecondary">
                {numberDocuments[document].label}
              </Typography>
              <Typography component="dd" variant="body2" sx={{ fontWeight: 600 }}>
                {generatesFor(values, document) ? 'Generated' : 'The user is asked'}
              </Typography>
            </Box>
          ))}
        </Box>
        <Typography variant="body2" sx={{ mt: 1.5 }}>
          {values.manual
            ? 'Manual is on, so this group generates nothing.'
            : 'Numbers are generated for the documents above that are active here. An item without a number group, or with a code that no group has, never gets one generated.'}
        </Typography>
        <Typography variant="body2" sx={{ mt: 1 }}>
          Under Capture serial number Picking or Packing nothing is generated at receiving: the serial number
          is asked when the goods are picked or packed.
        </Typography>
      </Box>
    </Stack>
  );
}

const listStyle = {
  m: 0,
  '& > div': { display: 'flex', gap: 2, py: 0.25 },
  '& dt': { width: 160 },
  '& dd': { m: 0 },
} as const;
