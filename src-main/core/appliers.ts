import { applyDutiesVersion } from '../services/duties.ts';
import { applyGroupVersion } from '../services/groups.ts';
import { applyImportedOnHandVersion } from '../services/import-undo.ts';
import { applyItemVersions } from '../services/item-changes.ts';
import { applyLocationStagesVersion } from '../services/location-stages.ts';
import { applyNumberGroupVersion } from '../services/number-groups.ts';
import { applySavedViewVersion } from '../services/saved-views.ts';
import { applySettingsVersion } from '../services/settings.ts';
import { applyStorageGroupVersion } from '../services/storage-groups.ts';
import { oneByOne, type Appliers } from '../services/undo-change.ts';

/** What can be put back to an earlier version. */
export const appliers: Appliers = {
  'tracking-dimension-group': oneByOne(applyGroupVersion),
  'tracking-number-group': oneByOne(applyNumberGroupVersion),
  'storage-dimension-group': oneByOne(applyStorageGroupVersion),
  item: applyItemVersions,
  'location-stages': oneByOne(applyLocationStagesVersion),
  'warehouse-duties': oneByOne(applyDutiesVersion),
  'saved-view': oneByOne(applySavedViewVersion),
  settings: oneByOne(applySettingsVersion),
  'on-hand': oneByOne(applyImportedOnHandVersion),
};
