import { Checkbox, FormControlLabel, FormGroup } from '@mui/material';
import { styled } from '@mui/material/styles';
import { useGridFilter, type CustomFilterProps, type CustomFloatingFilterProps } from 'ag-grid-react';
import type { ReactElement } from 'react';
import type { GridChoice } from './grid-types.ts';

interface ChoiceModel {
  readonly filterType: 'choice';
  readonly values: readonly string[];
}

interface Choices {
  readonly choices: readonly GridChoice[];
}

const modelOf = (values: readonly string[]): ChoiceModel | null =>
  values.length === 0 ? null : { filterType: 'choice', values };

// The rows come filtered from the core; the grid itself leaves none out.
const callbacks = { doesFilterPass: () => true };

/** The filter of a column with few values: any number of them. */
export function ChoiceFilter(
  props: CustomFilterProps<unknown, unknown, ChoiceModel> & Choices,
): ReactElement {
  const { choices, model, onModelChange } = props;
  useGridFilter(callbacks);
  const chosen = model?.values ?? [];
  return (
    <FormGroup sx={{ px: 2, py: 1 }}>
      {choices.map(({ value, label }) => (
        <FormControlLabel
          key={value}
          label={label}
          control={
            <Checkbox
              checked={chosen.includes(value)}
              onChange={(_event, checked) =>
                onModelChange(modelOf(checked ? [...chosen, value] : chosen.filter((one) => one !== value)))
              }
            />
          }
        />
      ))}
    </FormGroup>
  );
}

const Select = styled('select')(({ theme }) => ({
  alignSelf: 'center',
  width: '100%',
  height: 26,
  font: 'inherit',
  fontWeight: 400,
  color: 'inherit',
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.shape.borderRadius,
}));

const ALL = 'all';
const SEVERAL = 'several';

/** The same filter in the filter row: one of the values, or what the menu beside it has chosen. */
export function ChoiceFloatingFilter(
  props: CustomFloatingFilterProps<never, unknown, unknown, ChoiceModel> &
    Choices & { readonly label: string },
): ReactElement {
  const { choices, label, model, onModelChange } = props;
  const values = model?.values ?? [];
  const [first] = values;
  const shown = first === undefined ? ALL : values.length > 1 ? SEVERAL : `=${first}`;
  return (
    <Select
      aria-label={`${label} Filter`}
      value={shown}
      onChange={({ target }) => onModelChange(modelOf(target.value === ALL ? [] : [target.value.slice(1)]))}
    >
      <option value={ALL}>All</option>
      {choices.map(({ value, label: choice }) => (
        <option key={value} value={`=${value}`}>
          {choice}
        </option>
      ))}
      {shown === SEVERAL && (
        <option value={SEVERAL} disabled>
          {values.length} values
        </option>
      )}
    </Select>
  );
}
