import { NOTHING, type GroupField } from './group-field.ts';
import type { GroupInput } from './tracking-dimension-group.ts';
import { getSetting, settingFields, withSetting } from './tracking-fields.ts';

/** The fields of a tracking dimension group, in the order of the form's data. */
export const groupFields: readonly GroupField<GroupInput>[] = [
  { label: 'Name', show: ({ name }) => name, copy: ({ name }, onto) => ({ ...onto, name }) },
  {
    label: 'Description',
    show: ({ description }) => (description === '' ? NOTHING : description),
    copy: ({ description }, onto) => ({ ...onto, description }),
  },
  ...settingFields.map(({ label, path }): GroupField<GroupInput> => ({
    label,
    show: ({ settings }) => {
      const value = getSetting(settings, path);
      return typeof value === 'string' ? value : value ? 'Yes' : 'No';
    },
    copy: (from, onto) => ({
      ...onto,
      settings: withSetting(onto.settings, path, getSetting(from.settings, path)),
    }),
  })),
];
