import { MenuItem, TextField } from '@mui/material';
import { useId, type ReactElement } from 'react';
import type { TrackingDimensionGroup } from '../../../src-main/domain/tracking-dimension-group.ts';
import { capturePath } from '../../../src-main/domain/capture-path.ts';

/** Props of `GroupSelect`. */
export interface GroupSelectProps {
  readonly groups: readonly TrackingDimensionGroup[];
  /** Undefined as long as none was chosen, null for no group. */
  readonly value: number | null | undefined;
  readonly onChange: (groupId: number | null) => void;
  readonly error?: string | undefined;
}

const NONE = 'none';

/** The select **Tracking dimension group**, which says what the chosen group does. */
export function GroupSelect({ groups, value, onChange, error }: GroupSelectProps): ReactElement {
  const id = useId();
  const chosen = groups.find((group) => group.id === value);
  const shown = value === null ? NONE : (chosen?.id.toString() ?? '');
  return (
    <TextField
      select
      fullWidth
      id={id}
      label="Tracking dimension group"
      value={shown}
      error={error !== undefined}
      helperText={error ?? (chosen && `${capturePath(chosen.settings).sentence}.`) ?? ' '}
      onChange={({ target }) => onChange(target.value === NONE ? null : Number(target.value))}
      slotProps={{ inputLabel: { shrink: true }, formHelperText: { sx: { mx: 0.5 } } }}
    >
      <MenuItem value={NONE}>
        <em>No group</em>
      </MenuItem>
      {groups.map((group) => (
        <MenuItem key={group.id} value={String(group.id)}>
          {group.name}
        </MenuItem>
      ))}
    </TextField>
  );
}
