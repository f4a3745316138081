import { appSettingsSchema, type AppSettings } from '../domain/app-settings.ts';
import { sameVersion } from '../domain/history.ts';
import { readAppSettings, saveSetting } from '../store/setting-queries.ts';
import { unsettleLongSerials } from '../store/settle-invalid.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { beginChange, type RecordedChange } from './history-recorder.ts';
import type { ApplyVersion } from './undo-change.ts';

/** The settings that shall be changed. */
export type SomeSettings = { readonly [Name in keyof AppSettings]?: AppSettings[Name] | undefined };

/** Settings that the rules depend on. */
export interface SettingsService {
  get(): AppSettings;
  /** Stores some of the settings; the others stay. Returns what to undo; null where nothing changed. */
  set(settings: SomeSettings): Promise<AppSettings & { readonly changeId: number | null }>;
}

/** Makes the service. */
export function createSettingsService(context: ServiceContext): SettingsService {
  const { store, write } = context;
  return {
    get: () => readAppSettings(store),
    set: (settings) =>
      write(() => {
        const change = beginChange(context, 'page');
        const kept = storeSettings(
          store,
          change,
          appSettingsSchema.parse({ ...readAppSettings(store), ...settings }),
        );
        return { ...kept, changeId: change.changeId() };
      }),
  };
}

function storeSettings(store: Store, change: RecordedChange, settings: AppSettings): AppSettings {
  const before = readAppSettings(store);
  if (sameVersion(before, settings)) return before;
  saveSetting(store, 'app', settings);
  if (before.serialLength !== settings.serialLength)
    unsettleLongSerials(store, Math.min(before.serialLength, settings.serialLength));
  change.record({ kind: 'settings', subject: 'app', name: 'Settings', before, after: settings });
  return settings;
}

/** Puts the settings back to a version. Settings that it does not know, because it is older than they are, stay. */
export const applySettingsVersion: ApplyVersion = (store, change, _subject, value) => {
  storeSettings(store, change, appSettingsSchema.parse({ ...readAppSettings(store), ...Object(value) }));
};
