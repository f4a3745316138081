import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvLine } from '../../src-main/files/csv-writer.ts';
import { confirm, importFiles, load, openTestCore, type TestCore, type TestFile } from '../fixtures/core.ts';
import { itemsCsv, onHandCsv, onHandHeader } from '../fixtures/dynamics-files.ts';
import { smallStock } from '../fixtures/small-stock.ts';
import { everything, stockOf } from '../fixtures/stock.ts';

let core: TestCore;
beforeAll(() => {
  core = openTestCore();
});
afterAll(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const fresh = async (): Promise<void> => {
  await core.api.maintenance.startOver.mutate();
  await load(core, ...smallStock);
};
beforeAll(fresh);

const header = csvLine(onHandHeader);
const good = csvLine(['A', '61', '', '', '', '', 'S1', '', '1']);
const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

describe('a file that cannot be read', () => {
  const bytes = (...all: readonly number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(all);
  const files: readonly (readonly [string, TestFile['content'], RegExp])[] = [
    ['empty', '', /^The file is empty\.$/],
    ['white space', ' \r\n\t\r\n ', /^The file is empty\.$/],
    ['a byte order mark and nothing else', '\ufeff', /^The file is empty\.$/],
    ['no header', text(good), /does not name the columns/],
    ['another list', 'Name;Price\nA;1\n', /does not name the columns.*warehouse on-hand/],
    [
      'a header without the quantity',
      'ITEMNUMBER,WAREHOUSEID,ITEMSERIALNUMBER\nA,61,\n',
      /column ONHANDQUANTITY is missing/,
    ],
    [
      'a header without two columns',
      'ONHANDQUANTITY,ITEMSERIALNUMBER\n1,\n',
      /column ITEMNUMBER, WAREHOUSEID is missing/,
    ],
    [
      'items without their group',
      'ITEMNUMBER,PRODUCTNAME\nA,B\n',
      /column TRACKINGDIMENSIONGROUPNAME is missing/,
    ],
    ['groups without a name', 'SERIALNUMBERCAPTURINGOPERATION\nNone\n', /column GROUPNAME is missing/],
    ['a column twice', `${header},ITEMNUMBER\r\n`, /stands in the file twice/],
    ['a NUL in the header', `ITEM\0NUMBER${header.slice(10)}\r\n`, /NUL character/],
    [
      'a quoted field that never closes',
      text(header, good, '"A,61,,,,,S2,,1', good),
      /opens a field in line 3 is never closed/,
    ],
    ['a quoted header that never closes', `"${header}\r\n${good}\r\n`, /line 1 is never closed/],
    [
      'two legal entities',
      text(`${header},DATAAREAID`, `${good},usmf`, `${good},DEMF`),
      /Row 3 .*DEMF.*USMF/,
    ],
    [
      'a binary file',
      bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3),
      /not a text file/,
    ],
    ['a torn workbook', bytes(0x50, 0x4b, 3, 4, 0, 0, 0, 0), /zip file is damaged/],
    ['Windows-1252', bytes(...new TextEncoder().encode(`${header}\r\nCaf`), 0xe9, 0x2c), /not UTF-8/],
    ['half a JSON', '{"format":"serial-capture-desk-configuration",', /not a complete JSON file/],
    ['another JSON', '{"a":1}', /not a configuration of Serial Capture Desk/],
    ['a JSON list', '[1,2,3]', /does not name the columns/],
  ];

  test.each(files)('%s: is refused with a sentence and changes nothing', async (_name, content, sentence) => {
    const before = await everything(core);
    const preview = await importFiles(core, [{ name: 'bad.csv', content }]);
    expect(preview.applicable).toBe(false);
    expect(preview.files[0]?.error).toMatch(sentence);
    expect(preview.files[0]?.error).toMatch(/\.$/);
    expect(preview.files[0]).toMatchObject({
      rows: 0,
      problems: 0,
      counts: { new: 0, changed: 0, unchanged: 0, refused: 0 },
    });
    expect((await confirm(core, preview)).status).toBe('done');
    expect(await everything(core)).toEqual(before);
  });

  test('a single field of 50 MB is refused without being held', async () => {
    const content = new Uint8Array(50 * 1024 * 1024).fill(0x78);
    content.set(new TextEncoder().encode(`${header}\r\n`));
    const preview = await importFiles(core, [{ name: 'field.csv', content }]);
    expect(preview.files[0]?.error).toMatch(/line 2 is longer than 1,048,576 characters/);
  });

  test.each([
    ['x', /line 1 is longer than 1,048,576 characters/],
    [' ', /^The file is empty\.$/],
    ['\n', /^The file is empty\.$/],
  ])('nothing but %j, without an end, is refused after a megabyte', async (sign, sentence) => {
    const preview = await importFiles(core, [{ name: 'endless.csv', content: sign.repeat(4_000_000) }]);
    expect(preview.files[0]?.error).toMatch(sentence);
  });

  test('that fails half way leaves the good files, and what it named stays as it was', async () => {
    await fresh();
    const groups = text(
      'GROUPNAME,SERIALNUMBERCAPTURINGOPERATION,DATAAREAID',
      'Half,None,usmf',
      '"Open,None,usmf',
    );
    const items = text('ITEMNUMBER,TRACKINGDIMENSIONGROUPNAME,DATAAREAID', 'HALF,Ser,usmf', 'HALF2,Ser,demf');
    const broken = text(header, csvLine(['A', '61', '', '', '', '', 'S1', '', '1']), '"A,61');
    const fine = onHandCsv([{ item: 'B', warehouse: '62', quantity: '3' }], 'fine.csv');
    const preview = await importFiles(core, [
      { name: 'groups.csv', content: groups },
      { name: 'items.csv', content: items },
      { name: 'broken.csv', content: broken },
      fine,
    ]);
    expect(preview.files.map(({ error }) => error !== null)).toEqual([true, true, true, false]);
    expect(preview.files[3]?.onHand).toMatchObject({
      warehouses: ['62'],
      disappearing: { warehouses: { rows: 0 } },
    });
    await confirm(core, preview);
    expect((await core.api.groups.list.query()).map(({ name }) => name)).toEqual(['Loose', 'No', 'Ser']);
    expect((await stockOf(core)).map((row) => `${row.itemNumber} ${row.warehouse} ${row.quantity}`)).toEqual([
      'A 61 1000',
      'B 61 5000',
      'B 62 3000',
      'C 61 7000',
    ]);
    const again = await importFiles(core, [itemsCsv([['HALF', 'Ser']])]);
    expect(again.files[0]?.counts.new).toBe(1);
  });
});

test('the data belongs to one legal entity, until it is started over', async () => {
  await fresh();
  const file = (entity: string): TestFile => ({
    name: `${entity}.csv`,
    content: text(`${header},DATAAREAID`, `${good},${entity}`),
  });
  await load(core, file('usmf'));
  const before = await everything(core);
  const other = await importFiles(core, [file('demf')]);
  expect(other.files[0]?.error).toMatch(/Row 2 .*DEMF.*the data here to USMF.*start over/);
  expect((await importFiles(core, [file('USMF')])).files[0]?.error).toBeNull();
  expect(
    (await importFiles(core, [{ name: 'none.csv', content: text(header, good) }])).files[0]?.error,
  ).toBeNull();
  expect(await everything(core)).toEqual(before);
  await core.api.maintenance.startOver.mutate();
  await load(core, ...smallStock);
  expect((await importFiles(core, [file('demf')])).files[0]?.error).toBeNull();
});
