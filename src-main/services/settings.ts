import { z } from 'zod';
import { defaultAppSettings, serialLengthSchema, type AppSettings } from '../domain/app-settings.ts';
import { readSetting, saveSetting } from '../store/setting-queries.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';

/** Settings that the rules depend on. */
export interface SettingsService {
  get(): AppSettings;
  set(settings: AppSettings): Promise<AppSettings>;
}

/** Makes the service. */
export function createSettingsService({ store, write }: ServiceContext): SettingsService {
  return {
    get: () => readAppSettings(store),
    set: (settings) =>
      write(() => {
        saveSetting(store, 'app', settings);
        return settings;
      }),
  };
}

const storedSchema = z.object({ serialLength: serialLengthSchema });

/** The settings, or those of a new data file. */
export function readAppSettings(store: Store): AppSettings {
  const stored = readSetting(store, 'app');
  return stored === undefined ? defaultAppSettings : storedSchema.parse(stored);
}
