import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { groupOf, groups, isGone, itemNumber, ITEMS, onHandHeader, onHandLine } from './stock-rows.ts';

/** Characters collected before they are written to the disk. */
const BLOCK = 1024 * 1024;

/** Of so many rows one more is new on the second day; as many are gone. */
const ONE_IN = 50;

const products = ['Laser level', 'Tablet', 'Label printer', 'Impact driver', 'Hand scanner', 'Torque wrench'];

/** An on-hand file and what it holds. */
export interface OnHandFile {
  readonly path: string;
  readonly rows: number;
}

/** The files of a run. */
export interface BenchFiles {
  /** Groups and items, which on-hand refers to. */
  readonly masterData: readonly string[];
  readonly firstDay: OnHandFile;
  /** The same stock a day later: a fiftieth gone, a fiftieth new, some quantities changed. */
  readonly secondDay: OnHandFile;
}

/** Writes the files of a run into a folder: the same ones for the same number of rows. */
export function makeData(folder: string, rows: number): BenchFiles {
  const write = (name: string, header: string, lines: Iterable<string>): OnHandFile => {
    const path = join(folder, name);
    return { path, rows: writeLines(path, header, lines) };
  };
  const onHand = onHandHeader.join(',');
  return {
    masterData: [
      write('tracking-dimension-groups.csv', GROUP_HEADER, groupLines()).path,
      write('released-products.csv', ITEM_HEADER, itemLines()).path,
    ],
    firstDay: write('warehouse-on-hand.csv', onHand, firstDay(rows)),
    secondDay: write('warehouse-on-hand-later.csv', onHand, secondDay(rows)),
  };
}

const GROUP_HEADER =
  'GROUPNAME,GROUPDESCRIPTION,SERIALNUMBERCAPTURINGOPERATION,ISSERIALNUMBERCONTROLENABLED,ISSERIALNUMBERACTIVE,' +
  'ISBLANKISSUEALLOWEDFORSERIALNUMBER,ISBLANKRECEIPTALLOWEDFORSERIALNUMBER,ISPHYSICALINVENTORYENABLEDFORSERIALNUMBER,' +
  'ISBATCHNUMBERACTIVE,ISPHYSICALINVENTORYENABLEDFORBATCHNUMBER';

function* groupLines(): Generator<string> {
  const yes = (value: boolean): string => (value ? 'Yes' : 'No');
  for (const { name, serial, batch, capture } of groups) {
    const late = yes(capture !== 'None');
    yield `${name},,${capture},${yes(serial)},${yes(serial)},${late},${late},${yes(serial)},${yes(batch)},${yes(batch)}`;
  }
}

const ITEM_HEADER =
  'ITEMNUMBER,PRODUCTNAME,TRACKINGDIMENSIONGROUPNAME,STORAGEDIMENSIONGROUPNAME,INVENTORYRESERVATIONHIERARCHYNAME,' +
  'SERIALNUMBERGROUPCODE,INVENTORYUNITSYMBOL';

function* itemLines(): Generator<string> {
  for (let item = 0; item < ITEMS; item += 1)
    yield `${itemNumber(item)},${products[item % products.length]} ${item},${groupOf(item).name},Ware,Default,,ea`;
}

function* firstDay(rows: number): Generator<string> {
  for (let position = 0; position < rows; position += 1) yield onHandLine(position, 1);
}

function* secondDay(rows: number): Generator<string> {
  for (let position = 0; position < rows; position += 1) if (!isGone(position)) yield onHandLine(position, 2);
  for (let position = rows; position < rows + rows / ONE_IN; position += 1) yield onHandLine(position, 2);
}

/** Writes a header and lines as Dynamics does, with CRLF. Returns the number of lines after the header. */
function writeLines(path: string, header: string, lines: Iterable<string>): number {
  const file = openSync(path, 'w');
  let rows = 0;
  try {
    let block = `${header}\r\n`;
    for (const line of lines) {
      block += `${line}\r\n`;
      rows += 1;
      if (block.length > BLOCK) {
        writeSync(file, block);
        block = '';
      }
    }
    writeSync(file, block);
  } finally {
    closeSync(file);
  }
  return rows;
}
