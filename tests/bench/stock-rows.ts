import { scatter } from './random.ts';

/** Items that the stock is spread over. */
export const ITEMS = 2000;

const warehouses = ['24', '61', '62'] as const;
const areas = ['BULK', 'CP', 'FL', 'PACK', 'STAGE'] as const;
const BAYS = 106;
const LOCATIONS_PER_WAREHOUSE = areas.length * BAYS + 2;
const LOCATIONS = warehouses.length * LOCATIONS_PER_WAREHOUSE;

/** Most rows of a file: beyond it some would name the same stock twice. */
export const MOST_ROWS = 12_000_000;

/** Groups that the items take turns in: serials on two thirds of the items, batches on one third. */
export const groups = [
  { name: 'None', serial: false, batch: false, capture: 'None' },
  { name: 'Ser', serial: true, batch: false, capture: 'None' },
  { name: 'SerPick', serial: true, batch: false, capture: 'Picking' },
  { name: 'SerPack', serial: true, batch: false, capture: 'Packing' },
  { name: 'BatSerPick', serial: true, batch: true, capture: 'Picking' },
  { name: 'Bat', serial: false, batch: true, capture: 'None' },
] as const;

/** Of ten rows of a serial-tracked item, those that carry a serial: with two thirds tracked, two fifths of all rows. */
const SERIAL_TENTHS = 6;

/** The group of an item. */
export const groupOf = (item: number): (typeof groups)[number] => groups[item % groups.length] ?? groups[0];

/** The number of an item, as `D52445-0007`. */
export const itemNumber = (item: number): string =>
  `D${10_000 + (scatter(item + 1) % 90_000)}-${String(item).padStart(4, '0')}`;

/** Columns of the on-hand file: those of the sample file in its order, and the license plate. */
export const onHandHeader = [
  'ITEMNUMBER',
  'PRODUCTCONFIGURATIONID',
  'PRODUCTCOLORID',
  'PRODUCTSIZEID',
  'PRODUCTSTYLEID',
  'PRODUCTVERSIONID',
  'WAREHOUSEID',
  'WAREHOUSELOCATIONID',
  'LICENSEPLATENUMBER',
  'INVENTORYSTATUSID',
  'ITEMBATCHNUMBER',
  'ITEMSERIALNUMBER',
  'INVENTORYOWNERID',
  'INVENTORYPROFILEID',
  'INVENTORYGTDID',
  'ONHANDQUANTITY',
] as const;

/**
 * A row of the on-hand file by its position. No two name the same stock: an item stands once in each stretch of
 * `ITEMS` rows, each time in another location.
 * @param day on the second day one quantity in thirty is another one, except those of serials.
 */
export function onHandLine(position: number, day: 1 | 2): string {
  const stretch = Math.floor(position / ITEMS);
  const item = ((position % ITEMS) * 1237 + stretch * 31) % ITEMS;
  const chance = scatter(position);
  const group = groupOf(item);
  const isSerial = group.serial && chance % 10 < SERIAL_TENTHS;
  const changed = day === 2 && scatter(position + 7) % 30 === 0 ? 1 : 0;
  const quantity = isSerial ? 1 : 1 + ((chance >>> 8) % 48) + changed;
  const status = (chance >>> 4) % 20 === 0 ? 'Blocking' : 'Available';
  const batch = group.batch
    ? `B${2400 + ((chance >>> 6) % 240)}-${String(chance % 50).padStart(2, '0')}`
    : '';
  const serial = isSerial ? serialNumber(item, position) : '';
  const [warehouse, location] = place((stretch * 11 + item) % LOCATIONS);
  // Where an item has stood in every location once, it comes there again on another plate.
  const round = Math.floor(stretch / LOCATIONS);
  const plate = round === 0 ? '' : `LP${round}`;
  return `${itemNumber(item)},,,,,,${warehouse},${location},${plate},${status},${batch},${serial},,,,${quantity}`;
}

/** Whether a row of the first day is gone on the second. */
export const isGone = (position: number): boolean => scatter(position + 13) % 50 === 0;

function serialNumber(item: number, position: number): string {
  const digits = String(10_000 + (scatter(item + 1) % 90_000)).slice(0, 2);
  return `${digits}${'ABCD'[item % 4]}7${String(position).padStart(7, '0')}`;
}

function place(index: number): readonly [string, string] {
  const warehouse = warehouses[index % warehouses.length] ?? '';
  const bay = Math.floor(index / warehouses.length);
  const area = areas[Math.floor(bay / BAYS)];
  if (area === undefined) return [warehouse, bay % 2 === 0 ? 'RECV' : 'BAYDOOR'];
  return [warehouse, `${area}-${String((bay % BAYS) + 1).padStart(3, '0')}`];
}
