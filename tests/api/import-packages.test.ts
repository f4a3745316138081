import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  importFiles,
  load,
  openTestCore,
  problemsOf,
  type TestCore,
  type TestFile,
} from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { manifest, utf16, workbook, zipFile, type TestSheet } from '../fixtures/packages.ts';

let core: TestCore;

beforeEach(() => {
  core = openTestCore();
});

afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

const groupRows = [
  ['GROUPNAME', 'SERIALNUMBERCAPTURINGOPERATION', 'ISSERIALNUMBERACTIVE'],
  ['SerNone', 'None', true],
  ['SerPick', 'Picking', true],
] as const;
const itemRows = [
  ['ITEMNUMBER', 'TRACKINGDIMENSIONGROUPNAME'],
  ['A-100', 'SerNone'],
] as const;

const xlsx = async (name: string, ...sheets: readonly TestSheet[]): Promise<TestFile> => ({
  name,
  content: await workbook(sheets),
});
const previewOf = async (...files: readonly TestFile[]) => (await importFiles(core, files)).files;
const errorOf = async (...files: readonly TestFile[]) => (await previewOf(...files))[0]?.error;

describe('an Excel workbook', () => {
  test('is read sheet by sheet; sheets that are hidden or empty are passed over', async () => {
    const book = await xlsx(
      'setup.xlsx',
      { name: 'Groups', rows: groupRows },
      { name: 'Products', rows: [[], ...itemRows] },
      { name: 'Draft', rows: [['ITEMNUMBER'], ['X']], hidden: true },
      { name: 'Empty', rows: [] },
    );
    const { files } = await load(core, book);
    expect(files.map(({ name, kind, rows, counts }) => [name, kind, rows, counts.new])).toEqual([
      ['setup.xlsx › Groups', 'tracking-dimension-groups', 2, 2],
      ['setup.xlsx › Products', 'items', 1, 1],
    ]);
    const groups = await core.api.groups.list.query();
    expect(groups.map(({ name, settings }) => [name, settings.captureSerialNumber])).toEqual([
      ['SerNone', 'None'],
      ['SerPick', 'Picking'],
    ]);
  });

  test('with one list goes by its own name, whatever its file is called', async () => {
    const [file] = await previewOf({
      ...(await xlsx('', { name: 'S', rows: groupRows })),
      name: 'groups.txt',
    });
    expect(file).toMatchObject({ name: 'groups.txt', kind: 'tracking-dimension-groups', rows: 2 });
  });

  test('names problems by the row and the column of the sheet', async () => {
    const book = await xlsx('groups.xlsx', {
      name: 'S',
      rows: [[], groupRows[0], ['SerNone', 'None', true], [], ['SerX', 'Receiving', true]],
    });
    const preview = await importFiles(core, [book]);
    expect(await problemsOf(core, preview)).toMatchObject([
      { row: 5, column: 'SERIALNUMBERCAPTURINGOPERATION', value: 'Receiving', outcome: 'Refused' },
    ]);
  });

  test('gives numbers, dates and Yes and No as a list has them', async () => {
    await load(core, groupsCsv([{ name: 'Ser', active: true }]), itemsCsv([['100', 'Ser']]));
    const book = await xlsx('on-hand.xlsx', {
      name: 'S',
      rows: [
        ['ITEMNUMBER', 'WAREHOUSEID', 'ITEMSERIALNUMBER', 'ONHANDQUANTITY', 'ITEMBATCHNUMBER'],
        [100, 61, 4711, 1, new Date('2026-03-01')],
        [100, 61, '', 0.1 + 0.2, ''],
      ],
    });
    await load(core, book);
    const { rows } = await core.api.onHand.page.query({ filter: {}, sort: [], offset: 0, limit: 10 });
    expect(
      rows.map(({ serialNumber, batchNumber, quantity }) => [serialNumber, batchNumber, quantity]),
    ).toEqual([
      ['', '', 300],
      ['4711', '2026-03-01', 1000],
    ]);
  });

  test('counts dates from 1904 where it says so', async () => {
    const rows = [
      [...itemRows[0], 'PRODUCTNAME'],
      ['A', '', new Date('2026-03-01')],
    ];
    const content = await workbook([{ name: 'S', rows }], { dateSystem: '1904' });
    await load(core, { name: 'items.xlsx', content });
    expect(await core.api.items.get.query({ itemNumber: 'A' })).toMatchObject({ name: '2026-03-01' });
  });

  test('says which rows Excel itself has lost', async () => {
    const book = await xlsx('on-hand.xlsx', {
      name: 'S',
      rows: [
        ['ITEMNUMBER', 'WAREHOUSEID', 'ITEMSERIALNUMBER', 'ONHANDQUANTITY'],
        ['A', '61', 123_456_789_012_345_680, 1],
        ['A', '61', '#N/A', 1],
      ],
    });
    const preview = await importFiles(core, [book]);
    expect((await problemsOf(core, preview)).map(({ row, reason }) => [row, reason])).toEqual([
      [
        2,
        'Column 3 holds a number of more than 15 digits, of which Excel keeps 15. Format the column as Text and enter the value again.',
      ],
      [3, 'Column 3 holds the error #N/A of a formula. Mend it in Excel and save the file again.'],
    ]);
  });

  test('is refused as a whole where it is damaged, protected, old, too wide or empty', async () => {
    const good = await workbook([{ name: 'S', rows: groupRows }]);
    expect(await errorOf({ name: 'a.xlsx', content: good.slice(0, good.length - 40) })).toBe(
      'The zip file is damaged and cannot be opened. Export or send it again.',
    );
    const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]);
    expect(await errorOf({ name: 'a.xls', content: ole })).toMatch(
      /^This is an old \(\.xls\) or password-protected/,
    );
    const wide = [Array.from({ length: 1001 }, (_, index) => `C${index}`)];
    expect(await errorOf(await xlsx('a.xlsx', { name: 'S', rows: wide }))).toBe(
      'Row 1 of the sheet S has more than 1,000 columns. Delete the columns beside the list.',
    );
    expect(await errorOf(await xlsx('a.xlsx', { name: 'S', rows: [] }))).toBe(
      'No sheet of the workbook that is shown holds anything.',
    );
    const bomb = zipFile('a.xlsx', {
      'xl/workbook.xml': `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>`,
    });
    expect(await errorOf(bomb)).toBe(
      'xl/workbook.xml cannot be read: it declares a document type, which no such file needs.',
    );
  });
});

describe('a data package of Dynamics 365', () => {
  const entity = {
    name: 'Tracking dimension groups',
    file: 'Tracking dimension groups.csv',
    columns: [['GROUPNAME', 'GROUPNAME']],
  } as const;
  const csv = String(groupsCsv([{ name: 'SerPick', capture: 'Picking', active: true }]).content);

  test('is read entity by entity, in UTF-16 or UTF-8, in a folder, with elements nobody knows', async () => {
    const rows = [itemRows[0], ['A-100', 'SerPick']];
    const products = await workbook([{ name: 'Released_products_V2', rows }]);
    const preview = await load(
      core,
      zipFile('package.zip', {
        'job/PackageHeader.xml': '<DataManagementPackageHeader/>',
        'job/Manifest.xml': utf16(
          manifest(entity, { name: 'Released products V2', file: 'Released products V2.xlsx', columns: [] }),
        ),
        'job/Tracking dimension groups.csv': utf16(csv),
        'job/Released products V2.xlsx': products,
      }),
    );
    expect(preview.files.map(({ name, kind, error, counts }) => [name, kind, error, counts.new])).toEqual([
      ['package.zip › job/Tracking dimension groups.csv', 'tracking-dimension-groups', null, 1],
      ['package.zip › job/Released products V2.xlsx', 'items', null, 1],
    ]);
  });

  test('may give the columns of a file other names', async () => {
    const [file] = await previewOf(
      zipFile('package.zip', {
        'Manifest.xml': manifest({ ...entity, columns: [['Group', 'GROUPNAME']] }),
        'Tracking dimension groups.csv': csv.replace('GROUPNAME', 'GROUP'),
      }),
    );
    expect(file).toMatchObject({ kind: 'tracking-dimension-groups', error: null, rows: 1 });
  });

  test('with something else says what it holds', async () => {
    const assets = await workbook([
      {
        name: 'Fixed_asset_major_type',
        rows: [
          ['MAJORTYPEID', 'DESCRIPTION'],
          ['COMP', 'Computers'],
        ],
      },
    ]);
    const file = 'Fixed asset major type.xlsx';
    const text = manifest({ name: 'Fixed asset major type', file, columns: [] });
    expect(
      await previewOf(zipFile('assets.zip', { 'Manifest.xml': utf16(text), [file]: assets })),
    ).toMatchObject([
      {
        name: 'assets.zip › Fixed asset major type.xlsx',
        error: 'The package holds Fixed asset major type; nothing here that this app knows.',
      },
    ]);
  });

  test('is refused as a whole where it is not whole', async () => {
    expect(await errorOf(zipFile('a.zip', { 'Manifest.xml': manifest(entity) }))).toBe(
      'The package is not whole: the file Tracking dimension groups.csv of the entity Tracking dimension groups is missing. Export it again.',
    );
    expect(await errorOf(zipFile('a.zip', { 'Manifest.xml': manifest() }))).toBe(
      'The package holds no entity: there is nothing in it to import.',
    );
    expect(await errorOf(zipFile('a.zip', { 'Manifest.xml': '<a><b></a>' }))).toBe(
      'Manifest.xml cannot be read: it is no complete XML.',
    );
    const deep = '<a>'.repeat(200) + '</a>'.repeat(200);
    expect(await errorOf(zipFile('a.zip', { 'Manifest.xml': deep }))).toBe(
      'Manifest.xml cannot be read: more than 100 elements stand inside of one another in it.',
    );
  });
});

describe('a zip file', () => {
  test('of lists is read list by list, one that cannot be read beside the others', async () => {
    const inner = zipFile('inner.zip', { 'x.csv': 'a' });
    const files = await previewOf(
      zipFile('lists.zip', {
        'groups.csv': String(groupsCsv([{ name: 'Ser', active: true }]).content),
        'deep/stock.csv': String(onHandCsv([{ item: 'A', warehouse: '61', quantity: '1' }]).content),
        'inner.zip': new Uint8Array(inner.content as Uint8Array),
        '__MACOSX/._groups.csv': 'nothing',
      }),
    );
    expect(files.map(({ name, kind, error }) => [name, kind, error])).toEqual([
      ['lists.zip › groups.csv', 'tracking-dimension-groups', null],
      ['lists.zip › deep/stock.csv', 'on-hand', null],
      ['lists.zip › inner.zip', null, 'A zip file inside of a zip file is not opened. Choose it by itself.'],
    ]);
  });

  test('that climbs out, lies about its size or is larger than anything is refused', async () => {
    expect(await errorOf(zipFile('a.zip', { '../../outside.csv': 'a' }))).toBe(
      'The zip file names files outside of itself and is not opened. Ask where it comes from.',
    );
    const honest = zipFile('a.zip', { 'a.csv': 'x'.repeat(100_000) }).content as Uint8Array<ArrayBuffer>;
    const sized = (size: number): TestFile => {
      const bytes = honest.slice();
      const view = new DataView(bytes.buffer);
      const directory = view.getUint32(bytes.length - 6, true);
      view.setUint32(directory + 24, size, true);
      return { name: 'a.zip', content: bytes };
    };
    expect(await errorOf(sized(10))).toBe(
      'The zip file is damaged and cannot be opened. Export or send it again.',
    );
    expect(await errorOf(sized(3 * 1024 ** 3))).toBe(
      'The zip file would unpack to more than 2 GiB. Export it in parts, for example one warehouse at a time.',
    );
    expect(await errorOf(zipFile('a.zip', {}))).toBe('The zip file is empty.');
  });
});
