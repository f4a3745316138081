import { MenuItem, Select, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { useController, type Control } from 'react-hook-form';
import { locationStages } from '../../../src-main/domain/verdict.ts';
import { stageMeanings } from './stage-choices.ts';
import type { StagesValues } from './use-stages-form.ts';

/** The stage of a pattern in its cell of the table. */
export function PatternStage(props: {
  readonly control: Control<StagesValues>;
  readonly index: number;
  readonly label: string;
}): ReactElement {
  const { control, index, label } = props;
  const { field } = useController({ control, name: `patterns.${index}.stage` });
  return (
    <Select
      name={field.name}
      value={field.value}
      inputRef={field.ref}
      onChange={field.onChange}
      onBlur={field.onBlur}
      fullWidth
      renderValue={(shown) => shown}
      SelectDisplayProps={{ 'aria-label': label }}
      MenuProps={{ slotProps: { paper: { sx: { maxWidth: 420 } } } }}
    >
      {locationStages.map((stage) => (
        <MenuItem
          key={stage}
          value={stage}
          aria-label={stage}
          sx={{ display: 'block', whiteSpace: 'normal' }}
        >
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {stage}
          </Typography>
          <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
            {stageMeanings[stage]}
          </Typography>
        </MenuItem>
      ))}
    </Select>
  );
}
