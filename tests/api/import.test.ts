import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { csvLine } from '../../src-main/files/csv-writer.ts';
import { confirm, importFiles, load, openTestCore, problemsOf, type TestCore } from '../fixtures/core.ts';
import { csvFile, groupsCsv, itemsCsv, onHandCsv, onHandHeader } from '../fixtures/dynamics-files.ts';
import { encodings } from '../fixtures/encodings.ts';
import { stockOf } from '../fixtures/stock.ts';

let core: TestCore;
beforeAll(() => {
  core = openTestCore();
});
beforeEach(() => core.api.maintenance.startOver.mutate());
afterAll(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const groups = groupsCsv([
  { name: 'Ser', active: true, control: true },
  { name: 'SerPick', active: true, capture: 'Picking' },
  { name: 'No' },
]);
const items = itemsCsv([
  ['A', 'Ser'],
  ['B', 'SerPick'],
  ['C', 'No'],
]);

describe('a file of on-hand', () => {
  const rows = [
    ['A', '61', 'L1', '', '', '', 'S1', '', '1'],
    ['B', '61', 'L2', 'LP1', 'Available', 'B1', '', 'Red, dark', '25'],
    ['C', '62', '', '', '', '', '', '', '2.5'],
  ];
  const expected = ['A|61|L1|||||S1|1', 'B|61|L2|LP1|Available|B1|Red, dark||25', 'C|62|||||||2.5'];

  const shown = async (): Promise<readonly string[]> =>
    (await stockOf(core)).map(
      ({
        itemNumber,
        warehouse,
        location,
        licensePlate,
        inventoryStatus,
        batchNumber,
        color,
        serialNumber,
        quantity,
      }) =>
        [
          itemNumber,
          warehouse,
          location,
          licensePlate,
          inventoryStatus,
          batchNumber,
          color,
          serialNumber,
          quantity / 1000,
        ].join('|'),
    );

  const delimiters = [
    [',', ','],
    [';', ';'],
    ['tab', '\t'],
  ] as const;
  const ends = [
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ] as const;
  const ways = Object.entries(encodings).flatMap(([encoding, encode]) =>
    delimiters.flatMap(([delimiter, sign]) =>
      ends.map(([end, ending]) => ({ encoding, encode, delimiter, sign, end, ending })),
    ),
  );

  test('is read in every encoding, with every delimiter and line end', async () => {
    await load(core, groups, items);
    const quoted = (fields: readonly string[], sign: string): string =>
      fields.map((field) => (field.includes(',') ? `"${field}"` : field)).join(sign);
    for (const { encoding, encode, delimiter, sign, end, ending } of ways) {
      const text = [onHandHeader, ...rows].map((fields) => quoted(fields, sign)).join(ending) + ending;
      const name = `${encoding}, ${delimiter}, ${end}`;
      const preview = await importFiles(core, [{ name, content: encode(text) }]);
      expect(preview.files[0], name).toMatchObject({ kind: 'on-hand', error: null, rows: 3, problems: 0 });
      await confirm(core, preview);
      expect(await shown(), name).toEqual(expected);
    }
  });

  test('is read with its columns in any case and any order, extra ones ignored and named', async () => {
    await load(core, groups, items);
    const order = [8, 3, 0, 7, 1, 6, 2, 5, 4];
    const header = [
      'Remark',
      ...order.map((index) => (onHandHeader[index] ?? '').toLowerCase()),
      'AVAILABLEQUANTITY',
    ];
    const shuffled = rows.map((row) => ['seen', ...order.map((index) => row[index] ?? ''), '0']);
    const preview = await load(core, csvFile('any.csv', header, shuffled));
    expect(preview.files[0]?.ignored).toEqual(['Remark', 'AVAILABLEQUANTITY']);
    expect(preview.files[0]?.recognised).toContainEqual({
      column: 'itemserialnumber',
      field: 'Serial number',
    });
    expect(await shown()).toEqual(expected);
  });

  test('has rows of equal dimensions added together, zero rows counted, and says so', async () => {
    await load(core, groups, items);
    const preview = await load(
      core,
      onHandCsv([
        { item: 'B', location: 'L1', quantity: '2' },
        { item: 'b', location: ' L1 ', quantity: '0.5' },
        { item: 'B', location: 'L2', quantity: '0' },
        { item: 'C', quantity: '0.000' },
        { item: 'B', location: 'L1', quantity: '1' },
      ]),
    );
    expect(preview.files[0]).toMatchObject({
      rows: 5,
      counts: { new: 1, changed: 0, unchanged: 0, refused: 0 },
      onHand: { merged: 2, zero: 2, warehouses: ['61'] },
    });
    expect(await stockOf(core)).toMatchObject([{ itemNumber: 'B', location: 'L1', quantity: 3500 }]);
  });

  test('keeps text exactly, whatever a spreadsheet or a browser would make of it', async () => {
    const nasty = ['=1+1', '@SUM(A1)', '+49', '-7', '<b>bold</b>', 'a"b', '007', '1E5', 'é 漢 😀'];
    await load(core, groups, itemsCsv(nasty.map((name, index) => [`I${index}`, 'Ser', name])));
    await load(
      core,
      onHandCsv(
        nasty.map((serial, index) => ({ item: `I${index}`, serial, location: serial, quantity: '1' })),
      ),
    );
    const stock = await stockOf(core);
    expect(stock.map(({ productName }) => productName)).toEqual(nasty);
    expect(stock.map(({ serialNumber }) => serialNumber)).toEqual(nasty);
    expect(stock.map(({ location }) => location)).toEqual(nasty);
  });

  test('imported again unchanged is all Unchanged, and changes nothing', async () => {
    const files = [
      groups,
      items,
      onHandCsv([
        { item: 'A', serial: 'S1', quantity: '1' },
        { item: 'B', quantity: '3' },
      ]),
    ];
    await load(core, ...files);
    const before = await stockOf(core);
    const preview = await importFiles(core, files);
    expect(preview.applicable).toBe(false);
    expect(preview.files.map(({ counts }) => counts)).toEqual([
      { new: 0, changed: 0, unchanged: 3, refused: 0 },
      { new: 0, changed: 0, unchanged: 3, refused: 0 },
      { new: 0, changed: 0, unchanged: 2, refused: 0 },
    ]);
    expect((await confirm(core, preview)).status).toBe('done');
    expect(await stockOf(core)).toEqual(before);
  });
});

describe('files chosen together', () => {
  const onHand = onHandCsv([{ item: 'A', serial: 'S1', quantity: '1' }]);
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];

  test.each(orders)('apply as groups, items, on-hand, also as %i, %i, %i', async (...order) => {
    const files = order.flatMap((index) => [groups, items, onHand][index] ?? []);
    const preview = await load(core, ...files);
    expect(preview.files.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    expect(preview.files.map(({ counts }) => counts.refused)).toEqual([0, 0, 0]);
    expect(await stockOf(core)).toMatchObject([
      { itemNumber: 'A', trackingDimensionGroup: 'Ser', serialNumber: 'S1' },
    ]);
  });

  test('of on-hand add up equal rows, also where one file lacks columns of the other', async () => {
    await load(core, groups, items);
    const short = csvFile(
      'short.csv',
      ['ITEMNUMBER', 'WAREHOUSEID', 'ITEMSERIALNUMBER', 'ONHANDQUANTITY'],
      [
        ['B', '61', '', '2'],
        ['B', '62', '', '4'],
      ],
    );
    const long = onHandCsv(
      [
        { item: 'B', quantity: '3' },
        { item: 'B', location: 'L1', quantity: '1' },
      ],
      'long.csv',
    );
    for (const files of [
      [short, long],
      [long, short],
    ]) {
      const preview = await load(core, ...files);
      expect(preview.files[0]?.onHand).toMatchObject({ merged: 1, warehouses: ['61', '62'] });
      expect((await stockOf(core)).map((row) => [row.warehouse, row.location, row.quantity])).toEqual([
        ['61', '', 5000],
        ['61', 'L1', 1000],
        ['62', '', 4000],
      ]);
    }
    const again = await importFiles(core, [short, long]);
    expect(again.applicable).toBe(false);
  });

  test('remember which file each warehouse came from', async () => {
    await load(
      core,
      groups,
      items,
      onHand,
      onHandCsv([{ item: 'A', warehouse: '24', quantity: '2' }], 'other.csv'),
    );
    const sources = await core.api.onHand.sources.query();
    expect(sources.map(({ warehouse, fileName, rows }) => [warehouse, fileName, rows])).toEqual([
      ['24', 'other.csv', 1],
      ['61', 'warehouse-on-hand.csv', 1],
    ]);
    for (const { importedAt } of sources) expect(Date.now() - Date.parse(importedAt)).toBeLessThan(60_000);
  });
});

describe('a snapshot of warehouses', () => {
  const start = onHandCsv([
    { item: 'A', serial: 'S1', location: 'L1', quantity: '1' },
    { item: 'B', quantity: '5' },
    { item: 'C', quantity: '7' },
    { item: 'A', warehouse: '62', serial: 'S9', quantity: '1' },
  ]);
  const next = onHandCsv([
    { item: 'A', serial: 'S2', location: 'L1', quantity: '1' },
    { item: 'B', quantity: '4' },
  ]);
  const short = async (): Promise<readonly string[]> =>
    (await stockOf(core)).map(
      (row) => `${row.itemNumber} ${row.warehouse} ${row.serialNumber} ${row.quantity / 1000}`,
    );
  beforeEach(() => load(core, groups, items, start));

  test('names first what will disappear, under both scopes, and touches no other warehouse', async () => {
    const preview = await importFiles(core, [next]);
    expect(preview.files[0]).toMatchObject({
      counts: { new: 1, changed: 1, unchanged: 0, refused: 0 },
      onHand: {
        disappearing: {
          warehouses: {
            rows: 2,
            quantity: 8000,
            examples: ['A in 61 L1, serial S1, 1', 'C in 61, no serial number, 7'],
          },
          items: { rows: 1, quantity: 1000, examples: ['A in 61 L1, serial S1, 1'] },
        },
      },
    });
    expect(await short()).toEqual(['A 61 S1 1', 'A 62 S9 1', 'B 61  5', 'C 61  7']);
  });

  test('scope of the warehouses: the file is all there is', async () => {
    const { result } = await confirm(core, await importFiles(core, [next]), 'warehouses');
    expect(result).toMatchObject({ outcome: { disappeared: { rows: 2, quantity: 8000 } } });
    expect(await short()).toEqual(['A 61 S2 1', 'A 62 S9 1', 'B 61  4']);
  });

  test('scope of the items: other items of the warehouse stay', async () => {
    const { result } = await confirm(core, await importFiles(core, [next]), 'items');
    expect(result).toMatchObject({ outcome: { disappeared: { rows: 1, quantity: 1000 } } });
    expect(await short()).toEqual(['A 61 S2 1', 'A 62 S9 1', 'B 61  4', 'C 61  7']);
  });

  test('a file in which everything of a warehouse is zero empties it', async () => {
    const preview = await load(core, onHandCsv([{ item: 'B', quantity: '0' }]));
    expect(preview.applicable).toBe(true);
    expect(await short()).toEqual(['A 62 S9 1']);
  });

  test('a file with nothing but its header changes nothing', async () => {
    const preview = await importFiles(core, [{ name: 'none.csv', content: `${csvLine(onHandHeader)}\r\n` }]);
    expect(preview).toMatchObject({ applicable: false, files: [{ error: null, rows: 0 }] });
    await confirm(core, preview);
    expect(await short()).toHaveLength(4);
    expect(await problemsOf(core, preview).catch(() => [])).toEqual([]);
  });
});
