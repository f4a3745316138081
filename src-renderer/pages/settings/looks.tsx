import { useColorScheme } from '@mui/material';
import type { ReactElement } from 'react';
import { densities, useDensity } from '../../grid/density.ts';
import { LabelledToggle } from '../../form/labelled-toggle.tsx';

const modes = ['system', 'light', 'dark'] as const;

/** Theme and density, kept by this browser or window. */
export function Looks(): ReactElement {
  const { mode, setMode } = useColorScheme();
  const [density, setDensity] = useDensity();
  return (
    <>
      <LabelledToggle
        label="Theme"
        labelWidth={140}
        value={mode ?? 'system'}
        choices={modes.map((value) => ({ value, label: capitalised(value) }))}
        onChange={setMode}
      />
      <LabelledToggle
        label="Density of tables"
        labelWidth={140}
        value={density}
        choices={densities.map((value) => ({ value, label: capitalised(value) }))}
        onChange={setDensity}
      />
    </>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
