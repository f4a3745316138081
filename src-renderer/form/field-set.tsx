import { FormControl, FormLabel, Stack, Typography } from '@mui/material';
import { useId, type ReactElement, type ReactNode } from 'react';

/** Fields that belong together. */
export interface FieldSetProps {
  readonly label: string;
  /** A line about all of them. */
  readonly help?: string;
  /** Lays the fields side by side. */
  readonly inline?: boolean;
  readonly children: ReactNode;
}

/** Fields under one label, below each other or side by side, with a line about them. */
export function FieldSet({ label, help, inline = false, children }: FieldSetProps): ReactElement {
  const id = useId();
  return (
    <FormControl
      component="fieldset"
      variant="standard"
      {...(help !== undefined && { 'aria-describedby': id })}
    >
      <FormLabel component="legend" sx={{ fontSize: '0.75rem', mb: 0.5 }}>
        {label}
      </FormLabel>
      <Stack
        direction={inline ? 'row' : 'column'}
        sx={{ flexWrap: 'wrap', columnGap: 3, alignItems: 'flex-start' }}
      >
        {children}
      </Stack>
      {help !== undefined && (
        <Typography id={id} variant="caption" color="textSecondary" sx={{ maxWidth: inline ? 680 : 420 }}>
          {help}
        </Typography>
      )}
    </FormControl>
  );
}
