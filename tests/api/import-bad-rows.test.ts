import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { csvLine } from '../../src-main/files/csv-writer.ts';
import { confirm, importFiles, load, openTestCore, problemsOf, type TestCore } from '../fixtures/core.ts';
import { csvFile, onHandCsv, onHandHeader, type OnHandFileRow } from '../fixtures/dynamics-files.ts';
import { smallStock } from '../fixtures/small-stock.ts';
import { stockOf } from '../fixtures/stock.ts';

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

describe('a row that is refused', () => {
  beforeAll(fresh);
  const refusals: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'a quantity that is no number',
      csvLine(['A', '61', '', '', '', '', 'S1', '', 'one']),
      'ONHANDQUANTITY',
      /not a number/,
    ],
    [
      'no quantity',
      csvLine(['A', '61', '', '', '', '', 'S1', '', '']),
      'ONHANDQUANTITY',
      /quantity is missing/,
    ],
    [
      'a negative quantity',
      csvLine(['A', '61', '', '', '', '', 'S1', '', '-1']),
      'ONHANDQUANTITY',
      /never below zero/,
    ],
    [
      'a comma that may mean thousands',
      csvLine(['A', '61', '', '', '', '', 'S1', '', '1,500']),
      'ONHANDQUANTITY',
      /1500 or as 1\.500/,
    ],
    [
      'four decimals',
      csvLine(['A', '61', '', '', '', '', 'S1', '', '0.0001']),
      'ONHANDQUANTITY',
      /three decimals/,
    ],
    [
      'a quantity beyond all stock',
      csvLine(['A', '61', '', '', '', '', 'S1', '', '9'.repeat(30)]),
      'ONHANDQUANTITY',
      /one billion/,
    ],
    [
      'an unknown item',
      csvLine(['Z9', '61', '', '', '', '', '', '', '1']),
      'ITEMNUMBER',
      /no item Z9\. Import the released products/,
    ],
    [
      'an item of a megabyte',
      csvLine(['Z'.repeat(900_000), '61', '', '', '', '', '', '', '1']),
      'ITEMNUMBER',
      /no item Z+…\. Import/,
    ],
    ['no item', csvLine(['', '61', '', '', '', '', '', '', '1']), 'ITEMNUMBER', /item number is missing/],
    ['no warehouse', csvLine(['A', ' ', '', '', '', '', '', '', '1']), 'WAREHOUSEID', /warehouse is missing/],
    [
      'a text beyond any field',
      csvLine(['A', '61', 'x'.repeat(251), '', '', '', '', '', '1']),
      'WAREHOUSELOCATIONID',
      /longer than 250/,
    ],
    [
      'a field too many',
      `${csvLine(['A', '61', '', '', '', '', 'S1', '', '1'])},5`,
      '',
      /10 fields where the header has 9/,
    ],
    ['a field too few', 'A,61,,,,,S1,', '', /8 fields where the header has 9/],
    ['a NUL character', 'A,61,,,,,S\0,,1', '', /NUL character/],
  ];

  test.each(refusals)(
    'for %s is named with line, column, value and reason',
    async (_name, line, column, reason) => {
      const preview = await importFiles(core, [{ name: 'rows.csv', content: text(header, good, line) }]);
      expect(preview.files[0]).toMatchObject({
        error: null,
        rows: 2,
        counts: { refused: expect.any(Number) },
      });
      const problems = await problemsOf(core, preview);
      const [problem] = problems.filter(({ row }) => row === 3);
      expect(problem).toMatchObject({
        row: 3,
        column,
        outcome: 'Refused',
        reason: expect.stringMatching(reason),
      });
      expect(JSON.stringify(problem).length).toBeLessThan(700);
    },
  );

  test('may have empty fields at its end', async () => {
    const preview = await importFiles(core, [{ name: 'rows.csv', content: text(header, `${good},,`) }]);
    expect(preview.files[0]).toMatchObject({ rows: 1, problems: 0, counts: { unchanged: 1 } });
  });

  test('keeps the stock that it names as it was, also from a good row that names it too', async () => {
    await fresh();
    const lines = [
      csvLine(['B', '61', 'L1', '', '', '', '', '', 'five']),
      csvLine(['B', '61', 'L1', '', '', '', '', '', '9']),
      csvLine(['A', '61', '', '', '', '', 'S2', '', '1']),
      'C,61,,,,,,,7,5',
    ];
    const preview = await importFiles(core, [{ name: 'rows.csv', content: text(header, ...lines) }]);
    expect(preview.files[0]).toMatchObject({
      rows: 4,
      counts: { new: 1, changed: 0, unchanged: 0, refused: 3 },
      onHand: { disappearing: { warehouses: { rows: 1, examples: ['A in 61, serial S1, 1'] } } },
    });
    expect((await problemsOf(core, preview)).map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '2 This is not a number. Write digits, with a point or a comma before decimals.',
      '3 Row 2 names the same stock and is refused, so this stock stays as it was.',
      '5 The row has 10 fields where the header has 9.',
    ]);
    await confirm(core, preview);
    expect(
      (await stockOf(core)).map((row) => `${row.itemNumber} ${row.serialNumber} ${row.quantity}`),
    ).toEqual(['A S2 1000', 'B  5000', 'C  7000']);
  });

  test('counts: every row of a file is new, changed, unchanged, refused, added up or zero', async () => {
    await fresh();
    const rows: OnHandFileRow[] = [
      { item: 'A', serial: 'S1', quantity: '1' },
      { item: 'B', location: 'L1', quantity: '6' },
      { item: 'B', location: 'L2', quantity: '1' },
      { item: 'B', location: 'L2', quantity: '1' },
      { item: 'C', quantity: '0' },
      { item: 'Z', quantity: '1' },
      { item: 'C', location: 'X', quantity: 'x' },
    ];
    const { files } = await importFiles(core, [onHandCsv(rows)]);
    expect(files[0]).toMatchObject({
      rows: 7,
      counts: { new: 1, changed: 1, unchanged: 1, refused: 2 },
      onHand: { merged: 1, zero: 1 },
    });
  });
});

describe('a row that is accepted as Invalid', () => {
  beforeEach(fresh);

  test('is stored, named in the preview and marked in the grid', async () => {
    const preview = await load(
      core,
      csvFile('invalid.csv', onHandHeader, [
        ['A', '61', 'L1', '', '', '', 'FIVE', '', '5'],
        ['A', '61', 'L2', '', '', '', 'TWIN', '', '1'],
        ['A', '61', 'L3', '', '', '', 'twin', '', '1'],
        ['A', '61', 'L4', '', '', '', 'X'.repeat(21), '', '1'],
        ['A', '61', 'L5', '', '', '', '', '', '0.5'],
        ['B', '61', 'L6', '', '', '', 'TWIN', '', '3'],
        ['B', '61', 'L7', '', '', '', '', '', '4'],
        ['C', '61', 'L8', '', '', '', 'ODD', '', '1'],
      ]),
    );
    expect(preview.files[0]?.counts).toMatchObject({ new: 8, refused: 0 });
    const shown = Object.fromEntries((await stockOf(core)).map((row) => [row.location, row.invalid]));
    expect(shown).toEqual({
      L1: [expect.stringMatching(/More than one unit/)],
      L2: [expect.stringMatching(/another row of this item/)],
      L3: [expect.stringMatching(/another row of this item/)],
      L4: [expect.stringMatching(/longer than 20/)],
      L5: [expect.stringMatching(/not whole/)],
      L6: [],
      L7: [],
      L8: [expect.stringMatching(/not tracked/)],
    });
  });

  test('is named line by line before it is applied, also against stock of other warehouses', async () => {
    const rows = [
      { item: 'A', warehouse: '62', serial: 's1', quantity: '1' },
      { item: 'A', warehouse: '62', serial: 'NEW', location: 'L1', quantity: '1' },
      { item: 'A', warehouse: '62', serial: 'NEW', location: 'L1', quantity: '1' },
    ];
    const preview = await importFiles(core, [onHandCsv(rows)]);
    const problems = await problemsOf(core, preview);
    expect(problems.map(({ row, value, outcome, reason }) => [row, value, outcome, reason])).toEqual([
      [2, 's1', 'Invalid', 'A: The same serial number stands in another row of this item.'],
      [
        3,
        'NEW',
        'Invalid',
        'A: More than one unit carries this serial number, though Serial number control is on.',
      ],
    ]);
  });
});
