import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stockKey } from '../../src-main/domain/stock-key.ts';
import { capture } from '../../src-main/services/take-units.ts';
import { itemHasTransactions } from '../../src-main/store/moved-items.ts';
import { post, type Posting } from '../../src-main/store/ledger.ts';
import { openSecondStore } from '../../src-main/store/open.ts';
import { selectStock } from '../../src-main/store/stock-rows.ts';
import type { Store } from '../../src-main/store/store.ts';
import {
  confirm,
  importFiles,
  jobEnd,
  load,
  openTestCore,
  problemOf,
  type TestCore,
  type TestFile,
} from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { everything, stockOf } from '../fixtures/stock.ts';

let core: TestCore;
let store: Store;

const master = [
  groupsCsv([{ name: 'SerPick', active: true, capture: 'Picking' }]),
  itemsCsv([['A', 'SerPick']]),
];
const ten = onHandCsv([{ item: 'A', location: 'L1', quantity: '10' }], 'monday.csv');
const other = onHandCsv(
  [
    { item: 'A', location: 'L1', quantity: '7' },
    { item: 'A', location: 'L2', serial: 'S1', quantity: '1' },
  ],
  'tuesday.csv',
);

beforeEach(() => {
  core = openTestCore();
  store = openSecondStore(core.folder);
});
afterEach(async () => {
  const { jobId } = await core.api.ledger.check.mutate();
  expect((await jobEnd(core, jobId)).result).toMatchObject({ check: { differences: 0, first: [] } });
  store.close();
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const apply = async (...files: readonly TestFile[]): Promise<number> => {
  const { result } = await confirm(core, await importFiles(core, files));
  return (result?.kind === 'import-outcome' ? result.outcome.changeId : null) ?? 0;
};
const undo = async (changeId: number): Promise<unknown> => core.api.history.undo.mutate({ changeId });
const act = (work: (posting: Posting) => void): void => {
  store.change(() => post(store, { user: 'tester', now: () => new Date('2026-11-24T09:30:00Z') }, work));
};
const captureOne = (serial: string): void =>
  act((posting) => {
    const [blank] = selectStock(store, "on_hand o WHERE o.serial_number = '' AND o.location = 'L1'");
    if (blank !== undefined) capture(posting, blank.id, blank.key, serial, undefined);
  });
const groupUse = async (): Promise<{ readonly moved: boolean }> => {
  const [group] = await core.api.groups.list.query();
  return core.api.groups.whereUsed.query({ id: group?.id ?? 0 });
};

describe('undo of an import', () => {
  test('brings the stock back, its sums, its file and time; and so does the undo of the one before', async () => {
    await load(core, ...master);
    const empty = await everything(core);
    const monday = await apply(ten);
    const before = await everything(core);
    const tuesday = await apply(other);
    await undo(tuesday);
    expect(await everything(core)).toEqual(before);
    await undo(monday);
    expect(await everything(core)).toEqual(empty);
  });

  test('goes with the groups and items that came with it', async () => {
    const changeId = await apply(...master, ten);
    await undo(changeId);
    expect(await core.api.groups.list.query()).toEqual([]);
    expect(await stockOf(core)).toEqual([]);
    expect((await core.api.items.page.query({ offset: 0, limit: 10 })).total).toBe(0);
  });

  test('is refused once a later event changed its stock, which is named, until that is taken back', async () => {
    await load(core, ...master);
    const changeId = await apply(ten);
    captureOne('S1');
    expect(await problemOf(undo(changeId))).toMatchObject({
      code: 'in-use',
      sentence:
        'The import of monday.csv cannot be undone: Serial captured of 2026-11-24 09:30 has changed stock of A since. Take that back first.',
    });
    expect(await stockOf(core)).toHaveLength(2);
    const [event] = store.allSql<{ id: number }>("SELECT id FROM inventory_events WHERE kind = 'capture'");
    await core.api.stock.reverse.mutate({ eventId: event?.id ?? 0 });
    await undo(changeId);
    expect(await stockOf(core)).toEqual([]);
  });

  test('of an earlier import waits for the later one', async () => {
    await load(core, ...master);
    const monday = await apply(ten);
    await apply(other);
    expect((await problemOf(undo(monday))).sentence).toMatch(
      /^The import of monday.csv cannot be undone: Import difference of .* has changed stock of A since/,
    );
  });

  test('makes a confirmed serial again one that only this app knows', async () => {
    await load(core, ...master, ten);
    captureOne('S1');
    const changeId = await apply(
      onHandCsv([
        { item: 'A', location: 'L1', serial: 'S1', quantity: '1' },
        { item: 'A', location: 'L1', quantity: '9' },
      ]),
    );
    const captured = async (): Promise<unknown> =>
      (await stockOf(core, { serial: 'captured' })).map((row) => [row.serialNumber, row.notInDynamics]);
    expect(await captured()).toEqual([['S1', false]]);
    await undo(changeId);
    expect(await captured()).toEqual([['S1', true]]);
  });

  test('cannot be undone in its turn', async () => {
    await load(core, ...master);
    const changeId = await apply(ten);
    await undo(changeId);
    const [undone] = (await core.api.history.list.query({})).events;
    expect((await problemOf(undo(undone?.changeId ?? 0))).sentence).toMatch(
      /was undone. Import the file again/,
    );
  });
});

test('the history says what was imported, from which files', async () => {
  await load(core, ...master);
  await apply(ten);
  const { events } = await core.api.history.list.query({ kind: 'on-hand' });
  expect(events).toMatchObject([
    { name: 'monday.csv', door: 'import', before: null, after: { new: 1, changed: 0, disappeared: 0 } },
  ]);
});

test('sources count what was captured since, also what has left by now, and not what was taken back', async () => {
  await load(core, ...master, ten);
  const counted = async (): Promise<unknown> =>
    (await core.api.onHand.sources.query()).map(({ warehouse, capturedSince }) => [warehouse, capturedSince]);
  captureOne('S1');
  captureOne('S2');
  captureOne('S3');
  act((posting) => {
    const [row] = selectStock(store, "on_hand o WHERE o.serial_number = 'S1'");
    posting.event('ship');
    posting.take(row?.id ?? 0, 1000);
  });
  act((posting) => {
    const [row] = selectStock(store, "on_hand o WHERE o.serial_number = 'S2'");
    posting.event('move');
    posting.move(row?.id ?? 0, stockKey({ itemNumber: 'A', warehouse: '62', serialNumber: 'S2' }), 1000);
  });
  expect(await counted()).toEqual([['61', 3]]);
  const events = store.allSql<{ id: number }>(
    "SELECT id FROM inventory_events WHERE kind = 'capture' ORDER BY id",
  );
  await core.api.stock.reverse.mutate({ eventId: events[2]?.id ?? 0 });
  expect(await counted()).toEqual([['61', 2]]);
  await load(core, ten);
  expect(await counted()).toEqual([['61', 0]]);
});

describe('moved: an item has on-hand or transactions', () => {
  test('also once all of it has left; not when it was undone or the data was started over', async () => {
    await load(core, ...master);
    expect(await groupUse()).toMatchObject({ moved: false });
    const changeId = await apply(ten);
    expect(await groupUse()).toMatchObject({ moved: true, rows: 1 });
    await undo(changeId);
    expect(await groupUse()).toMatchObject({ moved: false, rows: 0 });
    expect(itemHasTransactions(store, 'A')).toBe(false);
    await apply(ten);
    await core.api.maintenance.clearWarehouse.mutate({ warehouse: '61' });
    expect(await groupUse()).toMatchObject({ moved: true, rows: 0 });
    expect(itemHasTransactions(store, 'A')).toBe(true);
    const [group] = await core.api.groups.list.query();
    if (group === undefined) throw new Error('The group is missing.');
    const { settings } = group;
    expect(
      await problemOf(
        core.api.groups.save.mutate({
          ...group,
          settings: {
            ...settings,
            captureSerialNumber: 'None',
            serialNumber: { ...settings.serialNumber, active: false },
          },
        }),
      ),
    ).toMatchObject({ code: 'in-use' });
    const { version } = await core.api.items.get.query({ itemNumber: 'A' });
    expect((await problemOf(core.api.items.remove.mutate({ itemNumber: 'A', version }))).sentence).toBe(
      'A has inventory transactions, so it cannot be deleted. Only an item without any can.',
    );
    await core.api.maintenance.startOver.mutate();
    await load(core, ...master);
    expect(await groupUse()).toMatchObject({ moved: false });
    expect(itemHasTransactions(store, 'A')).toBe(false);
  });
});
