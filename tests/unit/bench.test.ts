import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../bench/arguments.ts';
import { createFigureLog, median, p95 } from '../bench/figures.ts';
import { onHandHeader, onHandLine } from '../bench/stock-rows.ts';
import { comparison } from '../bench/targets.ts';

describe('the command line of the benchmark', () => {
  test.each([
    [[], { rows: 100_000, quick: false }],
    [['--rows', '20000', '--quick'], { rows: 20_000, quick: true }],
    [['--rows=1000000', '--keep=kept'], { rows: 1_000_000, quick: false, keep: resolve('kept') }],
  ])('%j', (argv, value) => {
    expect(parseArguments(argv)).toEqual({ ok: true, value });
  });

  test.each([
    [['--row', '5000'], 'Unknown flag "--row".'],
    [['5000'], 'Unknown flag "5000".'],
    [['--quick=yes'], 'Unknown flag "--quick=yes".'],
    [['--rows'], '--rows needs a number from'],
    [['--rows', '999'], '--rows needs a number from'],
    [['--rows', '12000001'], '--rows needs a number from'],
    [['--rows', '1e6'], '--rows needs a number from'],
    [['--keep'], '--keep needs a folder.'],
    [['--keep', '--quick'], '--keep needs a folder.'],
  ])('%j is refused in one line', (argv, sentence) => {
    const parsed = parseArguments(argv);
    expect(parsed).toMatchObject({ ok: false, sentence: expect.stringContaining(sentence) });
    expect(JSON.stringify(parsed)).not.toContain(String.raw`\n`);
  });
});

describe('figures', () => {
  test('the 95th percentile is one of the values, and so is the median', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(p95(hundred)).toBe(95);
    expect(median(hundred)).toBe(50);
    expect(p95([7])).toBe(7);
    expect(median([3, 1, 2])).toBe(2);
    expect(() => p95([])).toThrow('Nothing was measured.');
  });

  test('each is one JSON line, and one that misses its target is marked', () => {
    const lines: string[] = [];
    const log = createFigureLog(5000, (line) => lines.push(line));
    log.add('import.ratio', 2.00049, 'ratio');
    log.add('totals.all', 100.5, 'ms');
    log.add('export.csv', 9, 's');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { name: 'import.ratio', rows: 5000, value: 2, unit: 'ratio' },
      { name: 'totals.all', rows: 5000, value: 100.5, unit: 'ms' },
      { name: 'export.csv', rows: 5000, value: 9, unit: 's' },
    ]);
    const table = comparison(log.figures);
    expect(table.find((line) => line.startsWith('import.ratio'))).toMatch(/at most 2 +met$/);
    expect(table.find((line) => line.startsWith('totals.all'))).toMatch(/at most 100 +MISSED$/);
    expect(table.find((line) => line.startsWith('export.csv'))).toMatch(/9\.0 s$/);
    expect(table.find((line) => line.startsWith('memory.peak'))).toMatch(/not measured$/);
  });
});

test('the stock of the benchmark is the same every time, names no stock twice, and has what the figures are about', () => {
  const rows = 40_000;
  const stock = Array.from({ length: rows }, (_, position) => onHandLine(position, 1).split(','));
  expect(onHandLine(12_345, 1)).toBe(onHandLine(12_345, 1));
  expect(stock.every((fields) => fields.length === onHandHeader.length)).toBe(true);
  expect(new Set(stock.map((fields) => fields.slice(0, -1).join())).size).toBe(rows);

  const column = (name: (typeof onHandHeader)[number]): readonly string[] => {
    const index = onHandHeader.indexOf(name);
    return stock.map((fields) => fields[index] ?? '').filter((text) => text !== '');
  };
  expect(new Set(column('ITEMNUMBER')).size).toBe(2000);
  expect(new Set(column('WAREHOUSEID')).size).toBe(3);
  const serials = column('ITEMSERIALNUMBER');
  expect(new Set(serials).size).toBe(serials.length);
  expect(serials.length / rows).toBeCloseTo(0.4, 1);
  expect(column('ITEMBATCHNUMBER').length / rows).toBeCloseTo(1 / 3, 1);
});
