import type { ReactElement } from 'react';
import {
  appSettingLabels,
  gs1SignLabel,
  gs1Signs,
  serialUniquenessLabels,
  serialUniquenessSchema,
} from '../../../src-main/domain/app-settings.ts';
import { AppSettingSelect } from './app-setting-select.tsx';

const scopes = serialUniquenessSchema.options.map((value) => ({
  value,
  label: serialUniquenessLabels[value],
}));

const signs = gs1Signs.map((value) => ({ value, label: gs1SignLabel(value) }));

/** How often a serial number may be captured, and how scanners send GS1 labels. */
export function SerialScans(): ReactElement {
  return (
    <>
      <AppSettingSelect
        name="serialUniqueness"
        label={appSettingLabels.serialUniqueness}
        choices={scopes}
        help="Checked whenever a serial number is captured. On-hand that is imported is never refused for it."
        done="The serial number uniqueness was changed."
      />
      <AppSettingSelect
        name="gs1Sign"
        label={appSettingLabels.gs1Sign}
        choices={signs}
        help="What the scanner sends for FNC1. Choose another sign only where the scanner is set up to send it."
        done="The sign for GS1 labels was changed."
      />
    </>
  );
}
