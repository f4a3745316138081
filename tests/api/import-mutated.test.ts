import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportPreview } from '../../src-main/domain/import-preview.ts';
import { settingFields } from '../../src-main/domain/tracking-fields.ts';
import { writeConfigurationJson } from '../../src-main/files/configuration-file.ts';
import { csvOf, groupList } from '../../src-main/files/configuration-lists.ts';
import { createImportFolder, openImportFolder } from '../../src-main/services/import-folder.ts';
import { inspectImport } from '../../src-main/services/inspect-import.ts';
import { unpackImport } from '../../src-main/services/unpack-import.ts';
import { openSecondStore } from '../../src-main/store/open.ts';
import type { Store } from '../../src-main/store/store.ts';
import {
  confirm,
  importFiles,
  load,
  openTestCore,
  problemsOf,
  type TestCore,
  type TestFile,
} from '../fixtures/core.ts';
import { csvFile, groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { encodings } from '../fixtures/encodings.ts';
import { mutate, randomNumbers } from '../fixtures/mutate.ts';
import { modelTotals } from '../fixtures/on-hand-model.ts';
import { manifest, utf16, workbook, zipFile } from '../fixtures/packages.ts';
import { everything, stockOf } from '../fixtures/stock.ts';
import { settingsWith } from '../fixtures/tracking-settings.ts';

/** Another number makes other files; this one makes every run the same. */
const SEED = 20_250_219;

let core: TestCore;
let store: Store;

const stored = [
  groupsCsv([{ name: 'Ser', active: true, control: true }, { name: 'No' }]),
  itemsCsv([
    ['A', 'Ser'],
    ['B', 'No', 'a "quoted", name'],
  ]),
  onHandCsv([
    { item: 'A', serial: 'S1', quantity: '1' },
    { item: 'A', location: 'L1', quantity: '2' },
    { item: 'B', batch: 'x, "y"', quantity: '3.5' },
  ]),
];

beforeAll(async () => {
  core = openTestCore();
  await load(core, ...stored);
  store = openSecondStore(core.folder);
});
afterAll(async () => {
  store.close();
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const bytesOf = ({ content }: TestFile): Uint8Array =>
  typeof content === 'string' ? strToU8(content) : content;
const textOf = ({ content }: TestFile): string => (typeof content === 'string' ? content : '');
const groups = [
  {
    name: 'Ser',
    description: 'é',
    settings: settingsWith({ 'serialNumber.active': true, captureSerialNumber: 'Picking' }),
  },
];

const book = [
  {
    name: 'S',
    rows: [
      ['ITEMNUMBER', 'TRACKINGDIMENSIONGROUPNAME'],
      ['C', 'Ser'],
      ['D', 'No'],
    ],
  },
];
const entity = { name: 'Released products V2', file: 'p.csv', columns: [['ITEM', 'ITEMNUMBER']] } as const;
const products = 'ITEM,TRACKINGDIMENSIONGROUPNAME\nC,Ser\n';

/** Files that are unpacked, the last ones not compressed: a change of a byte reaches what is inside. */
const archives: readonly Uint8Array[] = [
  await workbook(book),
  bytesOf(zipFile('', { 'Manifest.xml': utf16(manifest(entity)), 'p.csv': products })),
  zipSync({ 'Manifest.xml': strToU8(manifest(entity)), 'p.csv': strToU8(products) }, { level: 0 }),
  zipSync(unzipSync(await workbook(book)), { level: 0 }),
];

/** The share of them: unpacking takes longer than reading. */
const ARCHIVES = 0.1;

/** The other files that are mutated. */
const originals: readonly Uint8Array[] = [
  ...stored.map((file) => encodings['UTF-8'](textOf(file))),
  encodings['UTF-8'](writeConfigurationJson(groups)),
  encodings['UTF-8']([...csvOf(groupList(groups))].join('')),
  encodings['UTF-16 little endian'](textOf(onHandCsv([{ item: 'A', serial: 'S9', quantity: '1' }]))),
  encodings['UTF-8 with BOM'](
    textOf(
      csvFile(
        'entity.csv',
        ['dataAreaId', 'ITEMNUMBER', 'TRACKINGDIMENSIONGROUPNAME'],
        [
          ['usmf', 'C', 'Ser'],
          ['usmf', 'D', 'No'],
        ],
      ),
    ),
  ),
  encodings['UTF-8']('ITEMID;INVENTLOCATIONID;INVENTSERIALID;PHYSICALINVENT\nA;61;"S;1";1,5\nB;24;;2\n'),
];

const random = randomNumbers(SEED);
const mutated = (): Uint8Array<ArrayBuffer> => {
  const files = random() < ARCHIVES ? archives : originals;
  return mutate(files[Math.floor(random() * files.length)] ?? new Uint8Array(), random);
};

/** What must be true of any preview. */
function expectSound(preview: ImportPreview): void {
  let [rows, counted] = [0, 0];
  for (const { error, counts, onHand, kind, rows: read } of preview.files) {
    if (error === null) expect(kind).not.toBeNull();
    else expect(error).toMatch(/^\S.*\.$/s);
    rows += read;
    counted += counts.new + counts.changed + counts.unchanged + counts.refused;
    counted += (onHand?.merged ?? 0) + (onHand?.zero ?? 0);
    expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(0);
  }
  expect(counted, JSON.stringify(preview)).toBe(rows);
}

test('20,000 mutated files are read or refused by a sentence, and change nothing', async () => {
  const before = await everything(core);
  const revision = store.revision();
  const control = { phase: () => undefined, progress: () => undefined };
  // One folder for all rounds: making files takes longer than reading them.
  const importId = randomUUID();
  for (let round = 0; round < 100; round += 1) {
    const files = Array.from({ length: 200 }, mutated);
    createImportFolder(
      core.folder,
      importId,
      files.map(({ length }, index) => ({ name: `${index}.csv`, size: length })),
    );
    const folder = openImportFolder(core.folder, importId);
    files.forEach((bytes, index) => writeFileSync(folder.file(index), bytes));
    const parts = await unpackImport(folder, control);
    expectSound(inspectImport(store, core.folder, importId, control, parts));
  }
  expect(store.revision()).toBe(revision);
  expect(await everything(core)).toEqual(before);
}, 120_000);

test('and so they are through the API; those that are applied leave data that agrees with itself', async () => {
  for (let round = 0; round < 40; round += 1) {
    const files = Array.from({ length: 1 + (round % 5) }, (_, index) => ({
      name: `${index}.csv`,
      content: mutated(),
    }));
    const preview = await importFiles(core, files);
    expectSound(preview);
    for (const [index, { problems }] of preview.files.entries()) {
      const found = await problemsOf(core, preview, index);
      expect(found).toHaveLength(problems);
      for (const { reason } of found) expect(reason).toMatch(/^\S/);
    }
    const { status, error } = await confirm(core, preview, round % 2 === 0 ? 'warehouses' : 'items');
    expect([status, error]).toEqual(['done', null]);
    const stock = await stockOf(core);
    expect(await core.api.onHand.totals.query({ filter: {} })).toEqual(modelTotals(stock));
    for (const { settings } of await core.api.groups.list.query())
      expect(
        settingFields.every(
          ({ path }) =>
            path
              .split('.')
              .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], settings) !==
            undefined,
        ),
      ).toBe(true);
    if (round % 10 === 9) {
      await core.api.maintenance.startOver.mutate();
      await load(core, ...stored);
    }
  }
}, 60_000);
