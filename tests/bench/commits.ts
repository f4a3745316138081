import { THOUSANDTHS } from '../../src-main/domain/quantity.ts';
import type { Desk } from './desk.ts';
import { timed } from './figures.ts';
import type { Times } from './pages.ts';
import { createRandom } from './random.ts';
import { groups, itemNumber } from './stock-rows.ts';

/** A warehouse that no file names: nothing else stands there. */
const WAREHOUSE = '63';

/** Serials of one receipt, where the desk is filled up with them. */
const FILL = 100_000;

/** Scans that are checked, one at a time. */
const SCANS = 300;

/** An item that is tracked by serial numbers and captures them at a step; the items take turns in the groups. */
const itemOf = (group: (typeof groups)[number]['name']): string =>
  itemNumber(groups.findIndex(({ name }) => name === group));

/** How long the three commits of as many serials took, in milliseconds. */
export interface CommitTimes {
  readonly receive: number;
  readonly pick: number;
  readonly pack: number;
}

type Order = Awaited<ReturnType<Desk['api']['orders']['save']['mutate']>>;
type Entries = readonly { readonly serial: string }[];

/**
 * Receives, picks and packs units for orders and gives each unit its serial: the receipt of an item with Capture None,
 * the pick of one with Picking, the pack of one with Packing. Of two packs the slower one counts.
 * @throws Error where less came of it.
 */
export async function commits(desk: Desk, units: number): Promise<CommitTimes> {
  const { api } = desk;
  const quantity = units * THOUSANDTHS;
  const run = `${units}`;
  const bought = await order(desk, 'Purchase', `PO-${run}`, quantity, ['Ser', 'SerPick', 'SerPack']);
  const receive = await timed(() => receiveLine(desk, bought, 0, quantity, serials('R', units)));
  await receiveLine(desk, bought, 1, quantity, []);
  await receiveLine(desk, bought, 2, quantity, []);

  const sold = await order(desk, 'Sales', `SO-${run}`, quantity, ['SerPick', 'SerPack']);
  await api.orders.release.mutate({ id: sold.id });
  const pickLine = async (line: number, entries: Entries): Promise<void> => {
    const orderLineId = lineOf(sold, line);
    const work = (await api.pick.work.query({ orderId: sold.id })).find(
      (one) => one.orderLineId === orderLineId,
    );
    if (work === undefined) throw new Error(`There is no work for line ${line} of ${sold.number}.`);
    const { id: workId, location, licensePlate } = work;
    const put = { putLocation: 'STAGE', putLicensePlate: '' };
    await api.pick.pick.mutate({ workId, quantity, location, licensePlate, ...put, entries: [...entries] });
  };
  const pick = await timed(() => pickLine(0, serials('P', units)));
  await pickLine(1, []);
  const container = await api.pack.open.mutate({
    orderId: sold.id,
    number: '',
    warehouse: WAREHOUSE,
    location: 'PACK',
  });
  const packLine = (line: number, entries: Entries): Promise<unknown> =>
    api.pack.pack.mutate({
      containerId: container.id,
      orderLineId: lineOf(sold, line),
      quantity,
      entries: [...entries],
    });
  // Units that got their serials at the pick go in unasked, each by its own row.
  const unasked = await timed(() => packLine(0, []));
  const asked = await timed(() => packLine(1, serials('K', units)));
  for (const group of ['Ser', 'SerPick', 'SerPack'] as const) await checkCaptured(desk, itemOf(group), units);
  return { receive: receive.time, pick: pick.time, pack: Math.max(unasked.time, asked.time) };
}

/** Receives serials until the desk holds so many. */
export async function fillWithSerials(desk: Desk, wanted: number): Promise<void> {
  for (let run = 0; ; run += 1) {
    const units = Math.min(FILL, wanted - (await serialsOnHand(desk)));
    if (units <= 0) return;
    const quantity = units * THOUSANDTHS;
    const bought = await order(desk, 'Purchase', `PO-FILL-${run}`, quantity, ['Ser']);
    await receiveLine(desk, bought, 0, quantity, serials(`F${run}-`, units));
  }
}

/** Checks scans one by one, as Receive does: new serials, and some that stand somewhere already. */
export async function scans(desk: Desk, units: number): Promise<Times> {
  const random = createRandom(units);
  const item = itemOf('Ser');
  const times: number[] = [];
  for (let scan = 0; scan < SCANS; scan += 1) {
    const isNew = scan % 3 > 0;
    const text = serialAt(isNew ? 'N' : 'R', units, random(units));
    const { value, time } = await timed(() =>
      desk.api.serials.check.mutate({
        itemNumber: item,
        text,
        scope: { kind: 'receive' },
        capturesNew: true,
      }),
    );
    if (value.answers[0]?.ok !== isNew) throw new Error(`The scan of ${text} was answered wrongly.`);
    times.push(time);
  }
  return times;
}

async function order(
  { api }: Desk,
  kind: 'Purchase' | 'Sales',
  number: string,
  quantity: number,
  ofGroups: readonly (typeof groups)[number]['name'][],
): Promise<Order> {
  const place = { unit: '', site: '', warehouse: WAREHOUSE, toSite: '', toWarehouse: '' };
  const lines = ofGroups.map((group) => ({ itemNumber: itemOf(group), quantity, ...place }));
  return api.orders.save.mutate({ order: { kind, number, name: '', lines } });
}

const lineOf = ({ number, lines }: Order, index: number): number => {
  const line = lines[index];
  if (line === undefined) throw new Error(`${number} has no line ${index + 1}.`);
  return line.id;
};

async function receiveLine(
  { api }: Desk,
  bought: Order,
  line: number,
  quantity: number,
  entries: Entries,
): Promise<void> {
  await api.receive.receive.mutate({
    source: { orderLineId: lineOf(bought, line) },
    quantity,
    location: 'BULK',
    licensePlate: '',
    inventoryStatus: 'Available',
    batchNumber: '',
    entries: [...entries],
  });
}

/** Serials of 20 characters: as long as they may be. */
const serialAt = (prefix: string, units: number, index: number): string =>
  `${prefix}${units}-`.padEnd(13, 'X') + String(index).padStart(7, '0');

const serials = (prefix: string, units: number): { readonly serial: string }[] =>
  Array.from({ length: units }, (_, index) => ({ serial: serialAt(prefix, units, index) }));

async function serialsOnHand({ api }: Desk): Promise<number> {
  const filter = { serial: 'captured', search: '', conditions: [] } as const;
  return (await api.onHand.totals.query({ filter: { ...filter, conditions: [] } })).rows;
}

/** A commit that captured nothing would be quick and worth nothing. */
async function checkCaptured({ api }: Desk, item: string, units: number): Promise<void> {
  const filter = {
    serial: 'captured' as const,
    search: '',
    conditions: [
      { column: 'itemNumber' as const, operator: 'equals' as const, value: item },
      { column: 'warehouse' as const, operator: 'equals' as const, value: WAREHOUSE },
    ],
  };
  const { rows } = await api.onHand.totals.query({ filter });
  if (rows < units) throw new Error(`Only ${rows} of ${units} units of ${item} got a serial number.`);
}
