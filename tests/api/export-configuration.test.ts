import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConfigurationListKey } from '../../src-main/domain/configuration-content.ts';
import {
  exportConfiguration,
  exportedFile,
  importFiles,
  load,
  openTestCore,
  problemOf,
  problemsOf,
  type TestCore,
} from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { newNumberGroup } from '../../src-main/domain/tracking-number-group.ts';

let core: TestCore;
let other: TestCore | undefined;

beforeEach(async () => {
  core = openTestCore();
  await load(
    core,
    groupsCsv([
      { name: 'SerNone', active: true, control: true },
      { name: 'SerPick', active: true, capture: 'Picking', description: 'At "picking", =late' },
    ]),
    itemsCsv([
      ['A-100', 'SerNone', 'Ändern & <b>'],
      ['B-100', 'SerPick'],
    ]),
    onHandCsv([
      { item: 'A-100', serial: 'S2', quantity: '1' },
      { item: 'A-100', serial: 'S1', quantity: '1' },
      { item: 'B-100', quantity: '3' },
    ]),
  );
  await core.api.numberGroups.save.mutate({
    ...newNumberGroup,
    code: 'SN',
    name: 'Serials',
    parts: { ...newNumberGroup.parts, date: true },
    sequence: { code: 'Seq', format: 'SN-####', smallest: 5, largest: 900 },
    next: 17,
    activations: { ...newNumberGroup.activations, purchase: true },
  });
  await core.api.storageGroups.save.mutate({ name: 'Plain', warehouseProcesses: false });
  const { version } = await core.api.locationStages.list.query();
  await core.api.locationStages.save.mutate({
    patterns: [{ warehouse: '', pattern: 'PACK-*', stage: 'Packing' }],
    version,
  });
});

afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
  await other?.remove();
  other = undefined;
});

const text = (bytes: Uint8Array | undefined, encoding = 'utf-8'): string =>
  new TextDecoder(encoding).decode(bytes);
const setup = async (of: TestCore): Promise<string> =>
  text((await exportedFile(of, { format: 'json' })).content);

describe('JSON and Excel', () => {
  test.each(['json', 'xlsx'] as const)(
    '%s comes back unchanged, and makes another desk the same',
    async (format) => {
      const file = await exportedFile(core, { format });
      const again = await importFiles(core, [file]);
      expect(again.files.map(({ error, counts, problems }) => [error, counts, problems])).toEqual(
        again.files.map(({ rows }) => [null, { new: 0, changed: 0, unchanged: rows, refused: 0 }, 0]),
      );
      expect(again.files.reduce((sum, { rows }) => sum + rows, 0)).toBe(7);
      other = openTestCore();
      await load(other, file);
      expect(await setup(other)).toBe(await setup(core));
    },
  );

  test('an item in JSON is told by its path where it cannot be taken', async () => {
    const content = JSON.stringify({
      format: 'serial-capture-desk-configuration',
      version: 1,
      trackingNumberGroups: [{ code: 'X', sequence: { format: 'no place' } }, 7],
      releasedProducts: [
        { itemNumber: 'C', group: 'SerPick' },
        { itemNumber: 'D', group: 'Nowhere', odd: 1 },
      ],
    });
    const preview = await importFiles(core, [{ name: 'c.scdesk', content }]);
    expect(await problemsOf(core, preview)).toMatchObject([
      { row: 1, column: 'trackingNumberGroups.0.sequence.format', value: 'no place' },
      { row: 2, column: 'trackingNumberGroups.1' },
      { row: 4, column: 'releasedProducts.1', reason: 'This app does not know the field odd.' },
    ]);
    expect(preview.files[0]?.counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 3 });
  });

  test('the workbook has a sheet a list, headed by the names on screen, filtered and frozen', async () => {
    const { content, name } = await exportedFile(core, { format: 'xlsx' });
    expect(name).toBe('configuration.xlsx');
    const { sheets } = await readXlsx(content);
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      'Tracking dimension groups',
      'Tracking number groups',
      'Storage dimension groups',
      'Released products',
      'Location stages',
    ]);
    const [groups] = sheets;
    expect(groups?.rows[0]?.slice(0, 4)).toEqual([
      'Name',
      'Description',
      'Capture serial number',
      'Serial number control',
    ]);
    expect(groups?.rows[2]?.slice(0, 3)).toEqual(['SerPick', 'At "picking", =late', 'Picking']);
    expect(groups?.freezePane).toMatchObject({ rows: 1 });
    expect(groups?.autoFilter).toMatchObject({ range: 'A1:AB3' });
    expect(groups?.dataValidations?.find(({ range }) => range.startsWith('C2'))?.values).toEqual([
      'None',
      'Picking',
      'Packing',
    ]);
  });
});

describe('files for Dynamics 365', () => {
  test('CSV of one list is the file of its entity, of several a zip file of them', async () => {
    const one = await exportedFile(core, { format: 'csv', lists: ['items'] });
    expect(one.name).toBe('Released products V2.csv');
    expect(text(one.content).split('\r\n')).toEqual([
      'ITEMNUMBER,TRACKINGDIMENSIONGROUPNAME,STORAGEDIMENSIONGROUPNAME,INVENTORYRESERVATIONHIERARCHYNAME,SERIALNUMBERGROUPCODE,BATCHNUMBERGROUPCODE',
      'A-100,SerNone,,,,',
      'B-100,SerPick,,,,',
      '',
    ]);
    const several = await exportedFile(core, { format: 'csv', lists: ['itemSerials', 'numberGroups'] });
    expect(several.name).toBe('configuration.zip');
    const files = unzipSync(several.content);
    expect(Object.keys(files)).toEqual(['Tracking number groups.csv', 'Item serial numbers.csv']);
    expect(text(files['Item serial numbers.csv'])).toBe(
      'ITEMNUMBER,SERIALNUMBER\r\nA-100,S1\r\nA-100,S2\r\n',
    );
    expect(text(files['Tracking number groups.csv'])).not.toContain('NUMBERSEQUENCEFORMAT');
  });

  test('the package has a manifest with every column, its elements in alphabetical order, in UTF-16', async () => {
    const { name, content } = await exportedFile(core, { format: 'package', form: 'CSV-Unicode' });
    expect(name).toBe('Serial Capture Desk package.zip');
    const files = unzipSync(content);
    expect(Object.keys(files)).toEqual([
      'Manifest.xml',
      'PackageHeader.xml',
      'Tracking dimension groups.csv',
    ]);
    for (const bytes of Object.values(files)) expect(Array.from(bytes.subarray(0, 2))).toEqual([0xff, 0xfe]);
    const manifest = text(files['Manifest.xml'], 'utf-16le');
    expect(manifest.match(/<EntityMap>/g)).toHaveLength(28);
    expect(manifest).toContain('<InputFilePath>Tracking dimension groups.csv</InputFilePath>');
    expect(manifest).toContain('<TargetEntity>EcoResTrackingDimensionGroupEntity</TargetEntity>');
    const inEntity = manifest.slice(manifest.indexOf('</EntityMapList>'));
    const names = [...inEntity.matchAll(/<([A-Z]\w+)(?: [^>]*\/?)?>/g)].map(([, element]) => element);
    expect(names).toEqual([...names].sort());
    expect(text(files['Tracking dimension groups.csv'], 'utf-16le')).toMatch(/^GROUPNAME,.*\r\nSerNone,/);
  });

  test.each(['EXCEL', 'CSV-Unicode'] as const)('a package of %s comes back unchanged', async (form) => {
    const lists: ConfigurationListKey[] = ['groups', 'numberGroups', 'items'];
    const file = await exportedFile(core, { format: 'package', form, lists });
    const { files } = await importFiles(core, [file]);
    expect(files.map(({ kind, rows, counts, error }) => [kind, rows, counts.unchanged, error])).toEqual([
      ['tracking-dimension-groups', 2, 2, null],
      ['tracking-number-groups', 1, 1, null],
      ['items', 2, 2, null],
    ]);
  });

  test('an Excel file in a package is named as Dynamics names it', async () => {
    const { content } = await exportedFile(core, { format: 'package', form: 'EXCEL' });
    const book = await readXlsx(unzipSync(content)['Tracking dimension groups.xlsx'] ?? new Uint8Array());
    expect(book.sheets.map(({ name }) => name)).toEqual(['Tracking_dimension_groups']);
    expect(book.namedRanges).toMatchObject([
      { name: 'Tracking_dimension_groups', range: "'Tracking_dimension_groups'!$A$1:$AB$1" },
    ]);
  });

  test('say what Dynamics itself refuses', async () => {
    const groups = await core.api.groups.list.query();
    const used = groups.find(({ name }) => name === 'SerPick');
    if (used === undefined) throw new Error('There is no group SerPick.');
    expect((await exportConfiguration(core, { format: 'csv', lists: ['groups'] })).result?.notes).toEqual([]);
    expect((await exportConfiguration(core, { format: 'csv', lists: ['items'] })).result?.notes).toEqual([
      'Dynamics refuses another tracking dimension group for an item that has transactions there. Stock here is of A-100, B-100.',
    ]);
  });

  test('are refused for what they cannot hold, and where there is nothing', async () => {
    const problem = await problemOf(
      core.api.exports.configuration.mutate({ format: 'package', lists: ['locationStages'] }),
    );
    expect(problem).toMatchObject({
      code: 'invalid',
      path: 'lists',
      sentence: 'Location stages cannot be written as Dynamics 365 data package.',
    });
    await core.api.maintenance.startOver.mutate();
    expect(
      await exportConfiguration(core, { format: 'csv', lists: ['groups', 'itemSerials'] }),
    ).toMatchObject({
      status: 'failed',
      error: 'There are no tracking dimension groups, no item serial numbers to export.',
    });
  });
});

describe('tracking number groups from Dynamics', () => {
  const list = (...rows: readonly string[]) => ({
    name: 'Tracking number groups.csv',
    content: ['GROUPCODE,GROUPNAME,ISNUMBERSEQUENCENUMBERINCLUDED,INVENTORYQUANTITYTRESHOLD', ...rows].join(
      '\r\n',
    ),
  });

  test('begin as new ones on the page, with a warning that the format is not known', async () => {
    const preview = await load(core, list('NEW,Fresh,Yes,1.000000', 'sn,Later,Yes,1'));
    expect(preview.files[0]?.counts).toEqual({ new: 1, changed: 1, unchanged: 0, refused: 0 });
    const groups = await core.api.numberGroups.list.query();
    expect(groups.map(({ code, name, next, sequence }) => [code, name, next, sequence.format])).toEqual([
      ['NEW', 'Fresh', 1, '######'],
      ['sn', 'Later', 17, 'SN-####'],
    ]);
  });

  test('are refused row by row, and where Serial number control wants one number a unit', async () => {
    const item = await core.api.items.get.query({ itemNumber: 'A-100' });
    await core.api.items.save.mutate({ ...item, serialNumberGroup: 'SN' });
    const preview = await importFiles(core, [
      list('SN,Serials,Yes,10', 'LONGER-THAN-TEN,,Yes,1', 'B,,maybe,1', 'C,,Yes,1', 'c,,Yes,1', 'D,,No,1'),
    ]);
    expect(
      (await problemsOf(core, preview)).map(({ row, column, outcome }) => `${row} ${column} ${outcome}`),
    ).toEqual([
      '2 INVENTORYQUANTITYTRESHOLD Refused',
      '3 GROUPCODE Refused',
      '4 ISNUMBERSEQUENCENUMBERINCLUDED Refused',
      '5  Warning',
      '6 GROUPCODE Refused',
      '7  Refused',
    ]);
  });
});
