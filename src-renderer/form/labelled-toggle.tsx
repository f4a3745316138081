import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';

/** A choice between a few values. */
export interface LabelledToggleProps<Value extends string> {
  readonly label: string;
  /** Width of the label, so that labels below each other line up. */
  readonly labelWidth?: number;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** A few choices side by side, one of them chosen, with a label. */
export function LabelledToggle<Value extends string>(props: LabelledToggleProps<Value>): ReactElement {
  const { label, labelWidth = 0, value, choices, onChange } = props;
  const id = useId();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Typography id={id} variant="body2" sx={{ minWidth: labelWidth }}>
        {label}
      </Typography>
      <ToggleButtonGroup
        exclusive
        value={value}
        aria-labelledby={id}
        onChange={(_event, chosen: Value | null) => {
          if (chosen !== null) onChange(chosen);
        }}
      >
        {choices.map((choice) => (
          <ToggleButton key={choice.value} value={choice.value} sx={{ color: 'text.secondary' }}>
            {choice.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}
