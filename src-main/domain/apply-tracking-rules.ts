import { getSetting, withSetting, type SettingPath, type SettingValue } from './tracking-fields.ts';
import { trackingRefusals, trackingRules, trackingTransitions } from './tracking-rules.ts';
import type { TrackingSettings } from './tracking-settings.ts';

/** A forced value: what was asked for and what the rules made of it. */
export interface Adjustment {
  readonly path: SettingPath;
  readonly from: SettingValue;
  readonly to: SettingValue;
  readonly because: string;
}

/** A refused combination, with the field to blame and a sentence for the user. */
export interface Refusal {
  readonly path: SettingPath;
  readonly sentence: string;
}

/** What the rules say about a set of settings. */
export interface RuledSettings {
  /** The settled settings. Applying the rules to them again changes nothing. */
  readonly settings: TrackingSettings;
  /** Fields that cannot be edited now, each with the reason. */
  readonly locks: ReadonlyMap<SettingPath, string>;
  /** Fields whose value a rule has changed. */
  readonly adjustments: readonly Adjustment[];
  /** Combinations that must not be stored. */
  readonly refusals: readonly Refusal[];
}

/**
 * Applies all rules in their order. The form shows exactly the result (value, disabled, reason), the API and the
 * imports store the settled settings and refuse what is refused.
 */
export function applyTrackingRules(asked: TrackingSettings): RuledSettings {
  const refusals = trackingRefusals
    .filter((refusal) => refusal.when(asked))
    .map((refusal) => ({ path: refusal.path, sentence: refusal.because(asked) }));
  const locks = new Map<SettingPath, string>();
  const reasons = new Map<SettingPath, string>();
  let settings = asked;
  for (const rule of trackingRules) {
    if (!rule.when(settings)) continue;
    const because = rule.because(settings);
    const forced = Object.entries(rule.forces) as [SettingPath, SettingValue][];
    for (const [path, value] of forced) {
      settings = withSetting(settings, path, value);
      reasons.set(path, because);
    }
    const held = [...forced.map(([forcedPath]) => forcedPath), ...rule.locks];
    for (const path of held) if (!locks.has(path)) locks.set(path, because);
  }
  const adjustments = [...reasons]
    .map(([path, because]) => ({
      path,
      from: getSetting(asked, path),
      to: getSetting(settings, path),
      because,
    }))
    .filter((adjustment) => adjustment.from !== adjustment.to);
  return { settings, locks, adjustments, refusals };
}

/**
 * Changes one field of the settings a user has chosen in the form, with what happens once at that moment.
 * The chosen settings are not settled: that way a value comes back when the rule that held it no longer does.
 */
export function changeSetting(
  chosen: TrackingSettings,
  path: SettingPath,
  value: SettingValue,
): TrackingSettings {
  if (getSetting(chosen, path) === value) return chosen;
  let changed = withSetting(chosen, path, value);
  const settled = applyTrackingRules(changed).settings;
  for (const transition of trackingTransitions) {
    if (transition.changed !== path || transition.to !== value || !transition.when(settled)) continue;
    for (const [target, set] of Object.entries(transition.sets) as [SettingPath, SettingValue][])
      changed = withSetting(changed, target, set);
  }
  return changed;
}
