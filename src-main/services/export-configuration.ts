import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import {
  configurationListInfo,
  MAX_PACKAGED_ROWS,
  type ConfigurationFormat,
  type ConfigurationListKey,
  type PackageForm,
} from '../domain/configuration-content.ts';
import type { JobControl } from '../domain/job.ts';
import { DomainError } from '../domain/problem.ts';
import { writeConfigurationJson } from '../files/configuration-file.ts';
import {
  csvOf,
  forDynamics,
  groupList,
  itemList,
  itemSerialList,
  locationStageList,
  numberGroupList,
  storageGroupList,
  type ConfigurationList,
} from '../files/configuration-lists.ts';
import { writeConfigurationWorkbook } from '../files/configuration-workbook.ts';
import { writeDataPackage } from '../files/data-package-writer.ts';
import { utf8 } from '../files/encode-text.ts';
import { writeZip } from '../files/zip-writer.ts';
import { countItemSerials, itemSerials } from '../store/export-queries.ts';
import { listGroups } from '../store/group-queries.ts';
import { listItems } from '../store/item-queries.ts';
import { listLocationPatterns } from '../store/location-stage-queries.ts';
import { listNumberGroups } from '../store/number-group-queries.ts';
import { listStorageGroups } from '../store/storage-group-queries.ts';
import type { Store } from '../store/store.ts';
import { dynamicsRefusals } from './dynamics-refusals.ts';
import { createOutgoing, type Download } from './outgoing.ts';

/** What to write of the configuration, and how. */
export interface ConfigurationExport {
  readonly format: ConfigurationFormat;
  readonly lists: readonly ConfigurationListKey[];
  /** Ids of the tracking dimension groups to write; all of them without it. */
  readonly groups?: readonly number[] | undefined;
  /** How a data package carries its lists. */
  readonly form: PackageForm;
}

/** A written configuration. */
export interface WrittenConfiguration extends Download {
  /** What Dynamics itself will refuse of it, in sentences for the user. */
  readonly notes: readonly string[];
}

/** Name of a data package, as a user finds it among the jobs of data management. */
const PACKAGE = 'Serial Capture Desk';

const CSV = 'text/csv; charset=utf-8';
const ZIP = 'application/zip';

/** The file of each format; the CSV of one list is named as Dynamics' data management names the file of its entity. */
function fileOf(
  format: ConfigurationFormat,
  lists: readonly ConfigurationList[],
): readonly [name: string, type: string] {
  if (format === 'json') return ['configuration.scdesk', 'application/json'];
  if (format === 'xlsx')
    return ['configuration.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];
  if (format === 'package') return [`${PACKAGE} package.zip`, ZIP];
  const [only] = lists;
  return lists.length === 1 && only !== undefined ? [csvName(only), CSV] : ['configuration.zip', ZIP];
}

const csvName = ({ key, label }: ConfigurationList): string =>
  `${configurationListInfo[key].entity?.label ?? label}.csv`;

/**
 * Writes lists of the configuration to a file that can be fetched. Lists without a row are left out. Nothing stays where
 * the user cancels.
 * @throws DomainError `not-found` where there is nothing to write, `too-large` for an Excel file in a package.
 */
export async function exportConfiguration(
  store: Store,
  dataFolder: string,
  asked: ConfigurationExport,
  control: JobControl,
): Promise<WrittenConfiguration> {
  const content = readContent(store, asked);
  const serials = asked.lists.includes('itemSerials') ? countItemSerials(store) : 0;
  control.phase('Writing the configuration', serials);
  const all = [
    ...listsOf(content),
    ...(serials > 0 ? [itemSerialList(counted(itemSerials(store), control))] : []),
  ];
  if (all.length === 0) throw new DomainError('not-found', nothing(asked.lists));
  const isForDynamics = asked.format === 'csv' || asked.format === 'package';
  const lists = isForDynamics ? all.map(forDynamics) : all;
  const [name, type] = fileOf(asked.format, lists);
  const { path, ...download } = createOutgoing(dataFolder, name, type);
  try {
    if (asked.format === 'json') writeFileSync(path, writeConfigurationJson(content.groups, content));
    else if (asked.format === 'xlsx') await writeConfigurationWorkbook(path, lists);
    else if (asked.format === 'package') {
      if (asked.form === 'EXCEL' && Math.max(serials, content.items.length) > MAX_PACKAGED_ROWS)
        throw new DomainError(
          'too-large',
          `An Excel file in a package takes at most ${MAX_PACKAGED_ROWS.toLocaleString('en')} rows. Choose CSV-Unicode.`,
        );
      await writeDataPackage(path, PACKAGE, lists, asked.form);
    } else writeCsv(path, lists);
    return { ...download, notes: isForDynamics ? dynamicsRefusals(store, content) : [] };
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

type Content = ReturnType<typeof readContent>;

function readContent(store: Store, { lists, groups: ids }: ConfigurationExport) {
  const has = (key: ConfigurationListKey): boolean => lists.includes(key);
  const stored = listGroups(store);
  const wanted = ids === undefined ? undefined : new Set(ids);
  const names = new Map(stored.map(({ id, name }) => [id, name]));
  return {
    groups: has('groups') ? stored.filter(({ id }) => wanted?.has(id) ?? true) : [],
    numberGroups: has('numberGroups') ? listNumberGroups(store) : [],
    storageGroups: has('storageGroups') ? listStorageGroups(store) : [],
    items: has('items')
      ? listItems(store).map((item) => ({
          ...item,
          group: item.groupId === null ? '' : (names.get(item.groupId) ?? ''),
        }))
      : [],
    locationStages: has('locationStages') ? listLocationPatterns(store) : [],
  };
}

function listsOf({
  groups,
  numberGroups,
  storageGroups,
  items,
  locationStages,
}: Content): readonly ConfigurationList[] {
  return [
    groups.length > 0 && groupList(groups),
    numberGroups.length > 0 && numberGroupList(numberGroups),
    storageGroups.length > 0 && storageGroupList(storageGroups),
    items.length > 0 && itemList(items),
    locationStages.length > 0 && locationStageList(locationStages),
  ].filter((list) => list !== false);
}

function nothing(lists: readonly ConfigurationListKey[]): string {
  const labels = lists.map((key) => configurationListInfo[key].label.toLowerCase());
  return `There are no ${labels.join(', no ')} to export.`;
}

function writeCsv(path: string, lists: readonly ConfigurationList[]): void {
  const [only] = lists;
  if (lists.length > 1 || only === undefined) {
    writeZip(
      path,
      lists.map((list) => ({ name: csvName(list), pieces: utf8(csvOf(list)) })),
    );
    return;
  }
  const file = openSync(path, 'w');
  try {
    for (const piece of utf8(csvOf(only))) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/** Rows between two looks at whether the user cancelled. */
const STEP = 5000;

function* counted<Row>(rows: Iterable<Row>, control: JobControl): Generator<Row, void, undefined> {
  let count = 0;
  for (const row of rows) {
    count += 1;
    if (count % STEP === 0) control.progress(count);
    yield row;
  }
}
