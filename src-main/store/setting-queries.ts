import { appSettingsSchema, defaultAppSettings, type AppSettings } from '../domain/app-settings.ts';
import { query, type Store } from './store.ts';

/**
 * Names under which something is kept with the data: the settings of the app, whose data it is, and the last event of the
 * ledger before the data was started over, the day on which the data last changed, a mark of the restore that the data is from.
 */
export type SettingKey = 'app' | 'legal-entity' | 'started-over' | 'changed-on' | 'restored';

/** A kept value, or undefined where there is none. Whoever reads it checks its shape. */
export function readSetting(store: Store, key: SettingKey): unknown {
  const row = store.first(query.selectFrom('app_settings').select('value').where('key', '=', key));
  return row === undefined ? undefined : (JSON.parse(row.value) as unknown);
}

/** Keeps a value. */
export function saveSetting(store: Store, key: SettingKey, value: unknown): void {
  const text = JSON.stringify(value);
  store.run(
    query
      .insertInto('app_settings')
      .values({ key, value: text })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text })),
  );
}

/** Forgets a value. */
export function deleteSetting(store: Store, key: SettingKey): void {
  store.run(query.deleteFrom('app_settings').where('key', '=', key));
}

/** The settings of the app, or those of a new data file. */
export function readAppSettings(store: Store): AppSettings {
  return appSettingsSchema.parse({ ...defaultAppSettings, ...Object(readSetting(store, 'app')) });
}

/** Which data this is: another one after each restore of a backup. */
export function epochOf(store: Store): string {
  const id: unknown = Object(readSetting(store, 'restored')).id;
  return typeof id === 'string' ? id : 'first';
}
