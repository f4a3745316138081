import { getSetting, settingFields, settingLabel, type SettingPath } from './tracking-fields.ts';
import type { TrackingSettings } from './tracking-settings.ts';
import type { Refusal } from './apply-tracking-rules.ts';

/** Settings that decide how stock is kept, so they cannot change under stock that is there. */
const heldByStock: readonly SettingPath[] = settingFields
  .map(({ path }) => path)
  .filter((path) =>
    /^serialNumberControl$|\.(active|activeInSalesProcess|physicalInventory|financialInventory)$/.test(path),
  );

const BECAUSE = 'Cannot be changed, because an item of this group has on-hand or transactions.';

/**
 * Locks that hold once a group is moved: an item of it has on-hand or transactions. Prices, coverage, blank flags and
 * Capture serial number stay editable. Source: Dynamics' allowEdit methods; what they hold is the product's decision.
 */
export function usageLocks(moved: boolean): ReadonlyMap<SettingPath, string> {
  return new Map(moved ? heldByStock.map((path) => [path, BECAUSE]) : []);
}

/** The changes that a moved group refuses. */
export function usageRefusals(
  saved: TrackingSettings,
  asked: TrackingSettings,
  moved: boolean,
): readonly Refusal[] {
  return [...usageLocks(moved)]
    .filter(([path]) => getSetting(saved, path) !== getSetting(asked, path))
    .map(([path, because]) => ({ path, sentence: `${settingLabel(path)}: ${because}` }));
}
