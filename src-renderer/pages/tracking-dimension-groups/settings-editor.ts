import {
  applyTrackingRules,
  changeSetting,
  type Refusal,
  type RuledSettings,
} from '../../../src-main/domain/apply-tracking-rules.ts';
import {
  settingFields,
  type SettingPath,
  type SettingValue,
} from '../../../src-main/domain/tracking-fields.ts';
import { usageLocks } from '../../../src-main/domain/tracking-usage.ts';
import type { TrackingSettings } from '../../../src-main/domain/tracking-settings.ts';
import { gatherReasons, type HeldReason } from '../../form/held-reasons.ts';

/** The settings as the form shows them, and how a field is changed. */
export interface SettingsEditor {
  /** What the rules make of the chosen settings: the values to show, and the fields that are held. */
  readonly ruled: RuledSettings;
  /** What the API has refused, at its field. */
  readonly refusals: readonly Refusal[];
  readonly change: (path: SettingPath, value: SettingValue) => void;
}

/**
 * Makes the editor. The form holds what the user has chosen, never what the rules made of it: that way a value
 * comes back once the rule that held it no longer does.
 * @param moved an item of the group has stock, which holds some fields.
 */
export function settingsEditor(
  chosen: TrackingSettings,
  choose: (settings: TrackingSettings) => void,
  refusals: readonly Refusal[],
  moved: boolean,
): SettingsEditor {
  const ruled = applyTrackingRules(chosen);
  return {
    // Where a rule and the stock hold the same field, the rule's reason is the one to act on.
    ruled: { ...ruled, locks: new Map([...usageLocks(moved), ...ruled.locks]) },
    refusals,
    change: (path, value) => choose(changeSetting(chosen, path, value)),
  };
}

/** The reasons for which fields of a section are held. */
export function reasonsOf(
  prefix: string,
  { ruled }: SettingsEditor,
  inSection: (path: SettingPath) => boolean,
): readonly HeldReason[] {
  return gatherReasons(
    prefix,
    settingFields.flatMap(({ path, label }) => {
      const because = inSection(path) ? ruled.locks.get(path) : undefined;
      return because === undefined ? [] : [{ label, because }];
    }),
  );
}
