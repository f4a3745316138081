import { describe, expect, it } from 'vitest';
import { piecesInDoubt, readGapBlock, type GapBlock } from '../../src-main/domain/gap-block.ts';
import { keyOfValue, type KnownValues } from '../../src-main/domain/gap-columns.ts';
import { linesOfBlock, readGapLayout } from '../../src-main/domain/gap-layout.ts';
import type { StockDimension } from '../../src-main/domain/on-hand.ts';
import { serialKey } from '../../src-main/domain/serial-number.ts';
import type { ListReading } from '../../src-main/domain/serial-list.ts';

interface Against {
  readonly known?: Partial<Record<StockDimension, readonly string[]>>;
  readonly serials?: readonly string[];
  readonly reading?: ListReading;
}

function read(text: string, { known = {}, serials = [], reading = 'decide' }: Against = {}): GapBlock {
  const values: KnownValues = new Map(
    Object.entries(known).map(([dimension, list]) => [
      dimension as StockDimension,
      new Set(list.map(keyOfValue)),
    ]),
  );
  const layout = readGapLayout(linesOfBlock(text), reading, values);
  return readGapBlock(layout, {
    reading,
    gs1Sign: '',
    isSerial: (piece) => serials.some((serial) => serialKey(serial) === serialKey(piece)),
  });
}

/** The pieces in words: line, serial and what is said beside it, or line and reason. */
const words = ({ pieces }: GapBlock): readonly string[] =>
  pieces.map((piece) =>
    'serial' in piece
      ? [
          piece.line,
          piece.serial,
          ...Object.entries(piece.said).map(([key, value]) => `${key}=${value}`),
        ].join(' ')
      : `${piece.line} ! ${piece.reason}`,
  );

describe('a list', () => {
  it('is read line by line, with ranges and several serials in a line', () => {
    expect(words(read('S1\r\n\r\n  s2 \nA8-A10\nX, Y;Z\n1\t2'))).toEqual([
      '1 S1',
      '3 s2',
      '4 A8',
      '4 A9',
      '4 A10',
      '5 X',
      '5 Y',
      '5 Z',
      '6 1',
      '6 2',
    ]);
  });

  it('takes what is known to be a serial as one, and every line where that is wanted', () => {
    expect(words(read('A8-A10', { serials: ['a8-a10'] }))).toEqual(['1 A8-A10']);
    expect(words(read('A8-A10\nX,Y', { reading: 'serials' }))).toEqual(['1 A8-A10', '2 X,Y']);
  });

  it('reads GS1 labels', () => {
    const { pieces } = read('(01)04012345678901(10)B7(21)S9\n(01)04012345678901');
    expect(pieces).toMatchObject([
      { line: 1, serial: 'S9', gtin: '04012345678901', said: { batchNumber: 'B7' } },
      { line: 2, reason: '(01)04012345678901 is a label without a serial number.' },
    ]);
  });

  it('says of every damaged piece what is wrong, and keeps the others', () => {
    expect(words(read('S1\nA9-A2\n(01)123\nS2'))).toEqual([
      '1 S1',
      '2 ! A9-A2 is a range that runs backwards: A9 comes after A2.',
      expect.stringMatching(/^3 ! \(01\)123 is a GS1 label that cannot be read/),
      '4 S2',
    ]);
  });

  it('refuses more serials than one action takes', () => {
    expect(() => read('A1-A100000\nB1')).toThrow('more than 100000 serial numbers');
  });
});

describe('a table with a heading', () => {
  it('is read in any order, by English and by Dynamics names, in any case', () => {
    const said = [
      '2 S1 itemNumber=A warehouse=61 location=BULK-1',
      '3 S2 itemNumber=B warehouse=61',
      '4 S3 itemNumber=B warehouse=61',
      '4 S4 itemNumber=B warehouse=61',
    ];
    expect(
      words(
        read('Serial number\tItem number\tWarehouse\tLocation\nS1\tA\t61\tBULK-1\nS2\tB\t61\t\nS3-S4\tB\t61'),
      ),
    ).toEqual(said);
    expect(
      words(
        read(
          'itemnumber;WAREHOUSEID;WAREHOUSELOCATIONID;ITEMSERIALNUMBER\nA;61;BULK-1;S1\nB;61;;S2\nB;61;;S3-S4',
        ),
      ),
    ).toEqual(said);
    expect(words(read('License plate,"Batch number",ITEMSERIALNUMBER\nLP-1,"B,7",S1'))).toEqual([
      '2 S1 licensePlate=LP-1 batchNumber=B,7',
    ]);
  });

  it('names the columns that it does not read', () => {
    const block = read('Item number\tOnhand\tSerial number\nA\t1\tS1');
    expect(block.columns).toEqual(['itemNumber', 'serialNumber']);
    expect(block.ignored).toEqual(['Onhand']);
  });

  it('drops no line silently', () => {
    expect(
      words(read('Item number\tSerial number\nA\t\nA\tS1\tx\n\t\nItem number\tSerial number\nA\tS2')),
    ).toEqual([
      '2 ! There is no serial number in this line.',
      '3 ! This line has more than the 2 cells of the block.',
      '5 ! This is the heading once more.',
      '6 S2 itemNumber=A',
    ]);
    expect(words(read('Item number\tLocation\nA\tBULK-1'))).toEqual([
      '1 ! The heading names no column Serial number.',
      '2 ! The columns of this block are not clear.',
    ]);
    expect(words(read('Serial number\tITEMSERIALNUMBER\nS1\tS2'))[0]).toBe(
      '1 ! The heading names the column Serial number twice.',
    );
  });

  it('refuses a label whose batch number is not that of its line', () => {
    expect(words(read('Batch number\tSerial number\nB1\t(10)B2(21)S1'))).toEqual([
      '2 ! The label says batch number B2, its line says B1.',
    ]);
  });
});

describe('a table without a heading', () => {
  const known = { itemNumber: ['A', 'B'], location: ['BULK-1'], warehouse: ['61'] };

  it('is recognised by its values, wherever they stand', () => {
    expect(words(read('S1\ta\nS2\tB\nS3\tC', { known }))).toEqual([
      '1 S1 itemNumber=a',
      '2 S2 itemNumber=B',
      '3 S3 itemNumber=C',
    ]);
    expect(words(read('A,BULK-1,S1\nB,,S2', { known }))).toEqual([
      '1 S1 itemNumber=A location=BULK-1',
      '2 S2 itemNumber=B',
    ]);
  });

  it('is a list where nothing is recognised', () => {
    expect(words(read('S1\tS2\nS3\tS4', { known }))).toEqual(['1 S1', '1 S2', '2 S3', '2 S4']);
  });

  it('is not guessed where two columns may be the serial number', () => {
    expect(words(read('A\tS1\tX1\nB\tS2\tX2', { known }))).toEqual([
      expect.stringMatching(/^1 ! It is not clear which column holds the serial number/),
      '1 ! The columns of this block are not clear.',
      '2 ! The columns of this block are not clear.',
    ]);
  });
});

describe('pieces in doubt', () => {
  it('are those that could be something else than one serial', () => {
    const layout = readGapLayout(
      linesOfBlock('SN-2026-000001\nA1-A9\n2024-2030\nS1\nX,Y\nA x 5'),
      'decide',
      new Map(),
    );
    expect(piecesInDoubt(layout, '')).toEqual(['A1-A9', '2024-2030', 'X,Y', 'A x 5']);
  });
});
