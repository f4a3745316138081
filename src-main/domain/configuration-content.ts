/** The lists that an export of the configuration can hold, in the order in which they are written. */
export const configurationLists = [
  'groups',
  'numberGroups',
  'storageGroups',
  'items',
  'locationStages',
  'itemSerials',
] as const;

/** See `configurationLists`. */
export type ConfigurationListKey = (typeof configurationLists)[number];

/** Formats of an export of the configuration. */
export const configurationFormats = ['json', 'csv', 'xlsx', 'package'] as const;

/** See `configurationFormats`. */
export type ConfigurationFormat = (typeof configurationFormats)[number];

/** The names of the formats on screen. */
export const configurationFormatLabels: Readonly<Record<ConfigurationFormat, string>> = {
  json: 'JSON',
  csv: 'CSV (Dynamics 365)',
  xlsx: 'Excel',
  package: 'Dynamics 365 data package',
};

/** In which form a data package carries its lists; the names are those of the data sources in Dynamics. */
export const packageForms = ['EXCEL', 'CSV-Unicode'] as const;

/** See `packageForms`. */
export type PackageForm = (typeof packageForms)[number];

/** Most rows of a list that go into one Excel file of a data package. */
export const MAX_PACKAGED_ROWS = 100_000;

/** An entity of Dynamics' data management. Source: Microsoft, Data entities. */
export interface DataEntity {
  /** Its label, by which Dynamics finds it. */
  readonly label: string;
  /** Its name in the application. */
  readonly target: string;
}

/** What each list is called on screen, and the entity of Dynamics that takes it. Without one it is this app's own. */
export const configurationListInfo: Readonly<
  Record<ConfigurationListKey, { readonly label: string; readonly entity?: DataEntity }>
> = {
  groups: {
    label: 'Tracking dimension groups',
    entity: { label: 'Tracking dimension groups', target: 'EcoResTrackingDimensionGroupEntity' },
  },
  numberGroups: {
    label: 'Tracking number groups',
    entity: { label: 'Tracking number groups', target: 'InventTrackingNumberGroupEntity' },
  },
  storageGroups: { label: 'Storage dimension groups' },
  items: {
    label: 'Released products',
    entity: { label: 'Released products V2', target: 'EcoResReleasedProductV2Entity' },
  },
  locationStages: { label: 'Location stages' },
  itemSerials: {
    label: 'Item serial numbers',
    entity: { label: 'Item serial numbers', target: 'InventItemSerialNumberEntity' },
  },
};

/** The lists that a format can hold: files for Dynamics what Dynamics knows, the others what makes up the setup. */
export function listsOfFormat(format: ConfigurationFormat): readonly ConfigurationListKey[] {
  const forDynamics = format === 'csv' || format === 'package';
  return configurationLists.filter((key) =>
    forDynamics ? configurationListInfo[key].entity !== undefined : key !== 'itemSerials',
  );
}

/** What is chosen at first: the whole setup, and for Dynamics only the groups, which are what this app is about. */
export function firstLists(format: ConfigurationFormat): readonly ConfigurationListKey[] {
  return format === 'csv' || format === 'package' ? ['groups'] : listsOfFormat(format);
}
