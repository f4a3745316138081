import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OnHandRow } from '../../src-main/domain/on-hand.ts';
import { withSetting } from '../../src-main/domain/tracking-fields.ts';
import { verdictLabel, verdictSentence } from '../../src-main/domain/verdict-words.ts';
import { confirm, importFiles } from '../fixtures/core.ts';
import { onHandCsv } from '../fixtures/dynamics-files.ts';
import { makeOrder, orderLine } from '../fixtures/orders.ts';
import { openPackDesk, type PackDesk } from '../fixtures/pack-desk.ts';
import { rowsOf } from '../fixtures/stock-words.ts';

let desk: PackDesk;
beforeEach(async () => {
  desk = await openPackDesk();
});
afterEach(async () => {
  expect(desk.core.unexpected).toEqual([]);
  await desk.core.remove();
});

const start = new Date().toISOString();
/** Writes any time of this test as one day. */
const day = (iso: string): string => (iso >= start ? '12 Nov' : iso);
const say = (row: OnHandRow): string => `${verdictLabel(row)}: ${verdictSentence(row, day)}`;
const said = async (itemNumber: string, at: Partial<OnHandRow> = {}): Promise<readonly string[]> =>
  (await rowsOf(desk.core, itemNumber))
    .filter((row) => Object.entries(at).every(([key, value]) => row[key as keyof OnHandRow] === value))
    .map(say);

it('says of what is picked and packed when it was, for which order and into what', async () => {
  const { orderId, lineIds } = await desk.picked([['K', 3]]);
  expect(await said('K', { holding: 'Picked' })).toEqual([
    'Expected: Pack asks at packing; these 3 units were picked on 12 Nov for SO-1, so they may be blank until they are packed.',
  ]);
  const { id } = await desk.open(orderId, 'BOX-1');
  await desk.pack(id, lineIds[0] ?? 0, 1, ['K1']);
  expect(await said('K', { holding: 'Packed' })).toEqual([
    'Captured: The serial number is captured; it has stood in on-hand since 12 Nov.',
  ]);
  const { groups } = desk.core.api;
  const group = (await groups.list.query()).find(({ name }) => name === 'Pack') ?? expect.fail('No Pack.');
  const { version, name, description, settings } = group;
  const none = {
    id: group.id,
    version,
    name,
    description,
    settings: withSetting(settings, 'captureSerialNumber', 'None'),
  };
  const { revision } = await groups.whatIf.query(none);
  await groups.save.mutate({ ...none, confirmed: revision });
  await desk.pack(id, lineIds[0] ?? 0, 2);
  expect(await said('K', { holding: 'Packed', serialNumber: '' })).toEqual([
    'Overdue: Pack asks at receiving; these 2 units were packed into BOX-1 on 12 Nov for SO-1 and are still blank.',
  ]);
  // One unit comes back: it was picked too, but on which day is not known of this row.
  await desk.unpack(id, lineIds[0] ?? 0, 1);
  expect(await said('K', { holding: 'Picked' })).toEqual([
    'Overdue: Pack asks at receiving; this unit was picked for SO-1 and is still blank.',
  ]);
});

it('says how much open work holds, and what cannot be read', async () => {
  const { id } = await makeOrder(desk.core, 'Sales', 'SO-2', orderLine('P', 3));
  await desk.core.api.orders.release.mutate({ id });
  expect(await said('P')).toEqual([
    'Due 3 of 10: Pick asks at picking; open pick work holds 3 of these 10 units, so their serial numbers are due; the rest may be blank until they are picked.',
  ]);
  const [row] = await rowsOf(desk.core, 'K');
  await desk.core.api.stock.recordSerials.mutate({
    stockId: row?.id ?? 0,
    entries: [{ notReadable: 'Label torn' }],
  });
  expect(await said('K', { notReadable: 'Label torn' })).toEqual([
    'Exception: The label was recorded as not readable on 12 Nov: Label torn.',
  ]);
  expect(await said('U')).toEqual([
    ': Serial number is not Active for this item, so its stock has no verdict.',
  ]);
});

it('says of what is in transit since when', async () => {
  const { groups } = desk.core.api;
  const group = (await groups.list.query()).find(({ name }) => name === 'None') ?? expect.fail('No None.');
  const { id, version, name, description, settings } = group;
  const loose = {
    id,
    version,
    name,
    description,
    settings: withSetting(settings, 'serialNumber.blankIssueAllowed', true),
  };
  const { revision } = await groups.whatIf.query(loose);
  await groups.save.mutate({ ...loose, confirmed: revision });
  const file = onHandCsv([{ item: 'N', location: 'BULK-1', quantity: '2' }]);
  await confirm(desk.core, await importFiles(desk.core, [file]), 'items');
  const { orderId, lineIds } = await desk.picked([['N', 2]], 'TO-1', 'Transfer');
  const container = await desk.open(orderId);
  await desk.pack(container.id, lineIds[0] ?? 0, 2);
  await desk.close(container.id);
  await desk.ship(orderId);
  expect(await said('N', { holding: 'In transit' })).toEqual([
    'Overdue: None asks at receiving; these 2 units went into transit on 12 Nov for TO-1 and are still blank.',
  ]);
});
