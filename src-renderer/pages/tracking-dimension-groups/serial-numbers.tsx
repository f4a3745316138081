import { Stack, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import { capturePath } from '../../../src-main/domain/capture-path.ts';
import { captures, type Capture } from '../../../src-main/domain/capture.ts';
import { getSetting, settingLabel, type SettingPath } from '../../../src-main/domain/tracking-fields.ts';
import type { TrackingSettings } from '../../../src-main/domain/tracking-settings.ts';
import { ChoiceSelect, type Choice } from '../../form/choice-select.tsx';
import { HeldCheckbox } from '../../form/held-checkbox.tsx';
import { reasonId } from '../../form/held-reasons.ts';
import { ReasonLines } from '../../form/reason-lines.tsx';
import { RefusalLines, refusalId } from './refusal-lines.tsx';
import { reasonsOf, type SettingsEditor } from './settings-editor.ts';

const switches = ['serialNumberControl', 'registerSerialsBeforeConsumption'] as const;

/** The fields of the section Serial numbers. */
export function SerialNumbers({ editor }: { readonly editor: SettingsEditor }): ReactElement {
  const id = useId();
  const { ruled, refusals, change } = editor;
  const inSection = (path: string): boolean => !path.includes('.');
  const reasons = reasonsOf(id, editor, inSection);
  const stateOf = (
    path: SettingPath,
  ): { reason: string | undefined; describedBy: string | undefined; invalid: boolean } => {
    const reason = ruled.locks.get(path);
    const invalid = refusals.some((refusal) => refusal.path === path);
    return { reason, invalid, describedBy: invalid ? refusalId(id, path) : reasonId(reasons, reason) };
  };
  return (
    <>
      <Stack
        direction="row"
        sx={{ flexWrap: 'wrap', columnGap: 3, rowGap: 1.5, alignItems: 'flex-start', pt: 1 }}
      >
        <Stack sx={{ flex: '1 1 320px', maxWidth: 420 }}>
          <ChoiceSelect
            label={settingLabel('captureSerialNumber')}
            value={ruled.settings.captureSerialNumber}
            choices={captureChoices(ruled.settings)}
            onChange={(value) => change('captureSerialNumber', value)}
            {...stateOf('captureSerialNumber')}
          />
        </Stack>
        <Stack sx={{ alignItems: 'flex-start' }}>
          {switches.map((path) => (
            <HeldCheckbox
              key={path}
              label={settingLabel(path)}
              checked={getSetting(ruled.settings, path) === true}
              onChange={(checked) => change(path, checked)}
              {...stateOf(path)}
            />
          ))}
          <Typography variant="caption" color="textSecondary" sx={{ pl: 3.25 }}>
            For production; kept and exported, without effect in this app.
          </Typography>
        </Stack>
      </Stack>
      <RefusalLines prefix={id} refusals={refusals} inSection={inSection} />
      <ReasonLines reasons={reasons} />
    </>
  );
}

/** The choices, each with what it would mean for these settings. */
function captureChoices(settings: TrackingSettings): readonly Choice<Capture>[] {
  return captures.map((value) => {
    const { sentence, note } = capturePath({ ...settings, captureSerialNumber: value });
    return { value, explanation: note === '' ? sentence : `${sentence}\n${note}` };
  });
}
