import { Box, Checkbox, FormControlLabel } from '@mui/material';
import type { ReactElement } from 'react';
import { ReasonTooltip } from './reason-tooltip.tsx';

/** A yes-or-no field that a rule can hold. */
export interface HeldCheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Why it cannot be edited; undefined where it can. */
  readonly reason?: string | undefined;
  /** Id of the element that says so, or that says what is wrong. */
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}

/** A checkbox with its label beside it. */
export function HeldCheckbox(props: HeldCheckboxProps): ReactElement {
  return (
    <ReasonTooltip reason={props.reason}>
      <FormControlLabel
        label={props.label}
        control={<CheckboxInput {...props} />}
        slotProps={{ typography: { variant: 'body2' } }}
        sx={{ mr: 0, ml: -0.75 }}
      />
    </ReasonTooltip>
  );
}

/** A checkbox that fills the cell of a table; the whole cell can be clicked, the label is for assistive technology. */
export function HeldCellCheckbox(props: HeldCheckboxProps): ReactElement {
  return (
    <ReasonTooltip reason={props.reason} block>
      <Box component="label" sx={{ display: 'flex', justifyContent: 'center' }}>
        <CheckboxInput {...props} ariaLabel={props.label} />
      </Box>
    </ReasonTooltip>
  );
}

function CheckboxInput(props: HeldCheckboxProps & { readonly ariaLabel?: string }): ReactElement {
  const { checked, onChange, reason, describedBy, invalid = false, ariaLabel } = props;
  return (
    <Checkbox
      checked={checked}
      disabled={reason !== undefined}
      onChange={(_event, value) => onChange(value)}
      color={invalid ? 'error' : 'primary'}
      slotProps={{
        input: {
          ...(ariaLabel !== undefined && { 'aria-label': ariaLabel }),
          ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
          ...(invalid && { 'aria-invalid': true }),
        },
      }}
      sx={{ p: 0.75 }}
    />
  );
}
