import { FormControl, InputLabel, MenuItem, Select, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import { ReasonTooltip } from './reason-tooltip.tsx';

/** One choice, with what it means. */
export interface Choice<Value extends string> {
  readonly value: Value;
  /** What it means, shown in the list; a line break is kept. */
  readonly explanation: string;
}

/** A field with a few choices, each explained; a rule can hold it. */
export interface ChoiceSelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  /** Why it cannot be edited; undefined where it can. */
  readonly reason?: string | undefined;
  /** Id of the element that says so, or that says what is wrong. */
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}

/** A select that explains its choices in the list. */
export function ChoiceSelect<Value extends string>(props: ChoiceSelectProps<Value>): ReactElement {
  const { label, value, choices, onChange, reason, describedBy, invalid = false } = props;
  const id = useId();
  const labelId = `${id}-label`;
  return (
    <ReasonTooltip reason={reason} block>
      <FormControl disabled={reason !== undefined} error={invalid} sx={{ width: '100%', maxWidth: 420 }}>
        <InputLabel id={labelId} shrink>
          {label}
        </InputLabel>
        <Select<Value>
          id={id}
          labelId={labelId}
          label={label}
          notched
          value={value}
          {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
          renderValue={(shown) => shown}
          MenuProps={{ slotProps: { paper: { sx: { maxWidth: 420 } } } }}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {choices.map((choice, index) => (
            <MenuItem
              key={choice.value}
              value={choice.value}
              aria-label={choice.value}
              aria-describedby={`${id}-choice-${index}`}
              sx={{ display: 'block', whiteSpace: 'normal' }}
            >
              <Typography variant="body2" sx={{ fontWeight: 600 }}>
                {choice.value}
              </Typography>
              <Typography
                id={`${id}-choice-${index}`}
                variant="caption"
                color="textSecondary"
                sx={{ display: 'block', whiteSpace: 'pre-line' }}
              >
                {choice.explanation}
              </Typography>
            </MenuItem>
          ))}
        </Select>
      </FormControl>
    </ReasonTooltip>
  );
}
