import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ItemInput } from '../../src-main/domain/item.ts';
import type { ItemChoice } from '../../src-main/domain/item-query.ts';
import type { ServiceContext } from '../../src-main/services/context.ts';
import { createHistoryService, type HistoryService } from '../../src-main/services/history.ts';
import { beginChange } from '../../src-main/services/history-recorder.ts';
import { applyItemVersions, createItemWriter } from '../../src-main/services/item-changes.ts';
import { createItemLists } from '../../src-main/services/item-lists.ts';
import { createItemService, type ItemService } from '../../src-main/services/items.ts';
import { createGovernedWrites } from '../../src-main/services/what-if.ts';
import { insertGroup } from '../../src-main/store/group-queries.ts';
import { openStore } from '../../src-main/store/open.ts';
import type { Store } from '../../src-main/store/store.ts';
import { temporaryFolder } from '../fixtures/core.ts';
import { countedStore, type CountedStore } from '../fixtures/counted-store.ts';
import { settingsWith } from '../fixtures/tracking-settings.ts';

/** How an undo works is the same in the job worker. */
const nothingIsLarge = { events: Infinity, stockRows: Infinity };
const FEW = 200;
const MANY = 4200;

interface Desk {
  readonly counted: CountedStore;
  readonly items: ItemService;
  readonly history: HistoryService;
  readonly from: number;
  readonly to: number;
  /** Stores new items as one change, and returns its id. */
  create(count: number): number;
}

let folder: string;
let opened: Store;

beforeEach(() => {
  folder = temporaryFolder();
  opened = openStore(folder);
});

afterEach(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

function openDesk(): Desk {
  const counted = countedStore(opened);
  const { store } = counted;
  const context: ServiceContext = {
    store,
    dataFolder: folder,
    user: 'tester',
    now: () => new Date(),
    alone: (work) => work(),
    write: async (work) => Promise.resolve(store.change(work)),
  };
  const governed = createGovernedWrites(context, createItemLists(store));
  const active = settingsWith({ 'serialNumber.active': true });
  const from = insertGroup(store, { name: 'Ser', description: '', settings: active }).id;
  const to = insertGroup(store, {
    name: 'SerPick',
    description: '',
    settings: settingsWith({ 'serialNumber.active': true, captureSerialNumber: 'Picking' }),
  }).id;
  return {
    counted,
    from,
    to,
    items: createItemService(context, governed),
    history: createHistoryService(context, governed, { item: applyItemVersions }, nothingIsLarge),
    create: (count) =>
      store.change(() => {
        const change = beginChange(context, 'import');
        createItemWriter(store, change).storeAll(
          Array.from({ length: count }, (_, index) => ({ input: itemOf(index, from), known: undefined })),
        );
        return change.changeId() ?? 0;
      }),
  };
}

const itemOf = (index: number, groupId: number): ItemInput => ({
  itemNumber: `I${index}`,
  name: `Item ${index}`,
  storageDimensionGroup: '',
  reservationHierarchy: '',
  serialNumberGroup: '',
  batchNumberGroup: '',
  inventoryUnit: 'ea',
  catchWeightUnit: '',
  serialMask: '',
  gtin: '',
  groupId,
  units: index % 100 === 0 ? [{ unit: 'box', quantity: 6000 }] : [],
});

const everything: ItemChoice = { filter: { search: '', conditions: [] } };
const groupsOf = (): unknown =>
  opened.allSql('SELECT group_id AS "group", version, count(*) AS items FROM items GROUP BY 1, 2');

/** Runs the same with few and with many items, and says how many statements each item more has cost. */
async function costOfOneMore(
  work: (desk: Desk, count: number) => Promise<() => Promise<unknown>>,
): Promise<{ readonly reads: number; readonly writes: number }> {
  const costs: { readonly reads: number; readonly writes: number }[] = [];
  for (const count of [FEW, MANY]) {
    opened.close();
    rmSync(folder, { recursive: true, force: true });
    opened = openStore(folder);
    const desk = openDesk();
    costs.push(await desk.counted.during(await work(desk, count)));
  }
  const [few, many] = costs;
  if (few === undefined || many === undefined) throw new Error('Nothing was counted.');
  return { reads: many.reads - few.reads, writes: (many.writes - few.writes) / (MANY - FEW) };
}

describe('a change of many items', () => {
  const assigned = async ({ items, create, to }: Desk, count: number): Promise<number> => {
    create(count);
    const { changeId } = await items.assignGroup({ items: everything, groupId: to }, undefined);
    return changeId ?? 0;
  };

  test.each<[string, (desk: Desk, count: number) => Promise<() => Promise<unknown>>]>([
    [
      'assigning a group',
      (desk, count) => {
        desk.create(count);
        return Promise.resolve(() =>
          desk.items.assignGroup({ items: everything, groupId: desk.to }, undefined),
        );
      },
    ],
    [
      'its undo',
      async (desk, count) => {
        const changeId = await assigned(desk, count);
        return () => desk.history.undo(changeId, undefined);
      },
    ],
    [
      'the undo of items that it made',
      (desk, count) => {
        const changeId = desk.create(count);
        return Promise.resolve(() => desk.history.undo(changeId, undefined));
      },
    ],
  ])('reads as often as a change of few, and writes by the block: %s', async (_name, work) => {
    const { reads, writes } = await costOfOneMore(work);
    expect(reads).toBe(0);
    expect(writes).toBeLessThan(0.05);
  });

  test('is looked at without writing its history', async () => {
    const { writes } = await costOfOneMore(async (desk, count) => {
      const changeId = await assigned(desk, count);
      return () => desk.history.whatIfUndo(changeId);
    });
    expect(writes).toBe(0);
    expect(opened.allSql('SELECT max(id) AS events FROM history')).toEqual([{ events: 2 * MANY }]);
  });

  test('comes back over several blocks, each item once, and the chain holds', async () => {
    const desk = openDesk();
    const { history, create, from, to } = desk;
    const count = 5003;
    create(count);
    const { changeId } = await desk.items.assignGroup({ items: everything, groupId: to }, undefined);
    expect(groupsOf()).toEqual([{ group: to, version: 2, items: count }]);
    const undone = await history.undo(changeId ?? 0, undefined);
    expect(groupsOf()).toEqual([{ group: from, version: 3, items: count }]);
    await history.undo(undone.changeId ?? 0, undefined);
    expect(groupsOf()).toEqual([{ group: to, version: 4, items: count }]);
    expect(history.check()).toEqual({ events: 4 * count, brokenFrom: null });
    const { events, total } = history.list({ door: 'bulk', search: 'Undo', offset: 0, limit: 1 });
    expect(total).toBe(2 * count);
    expect(events[0]?.note).toBe(`Undo of change ${undone.changeId}`);
  });

  test('is undone as a whole or not at all: one item that was changed since refuses it by name', async () => {
    const { items, history, create, to } = openDesk();
    create(FEW);
    const { changeId } = await items.assignGroup({ items: everything, groupId: to }, undefined);
    const later = await items.save({ ...items.get('I7'), name: 'Renamed' }, undefined);
    await expect(history.undo(changeId ?? 0, undefined)).rejects.toMatchObject({
      code: 'changed-meanwhile',
      message: 'I7 was changed since. Nothing was undone; the page History has every version.',
    });
    await history.undo(later.changeId ?? 0, undefined);
    await history.undo(changeId ?? 0, undefined);
    expect(items.get('I7').groupId).not.toBe(to);
  });

  test('and a change of one of them on its page are undone one after the other', async () => {
    const { items, history, create, from, to } = openDesk();
    create(3);
    const edit = await items.save({ ...items.get('I1'), name: 'Edited' }, undefined);
    const { changeId } = await items.assignGroup({ items: everything, groupId: to }, undefined);
    await history.undo(changeId ?? 0, undefined);
    await history.undo(edit.changeId ?? 0, undefined);
    expect(items.get('I1')).toMatchObject({ name: 'Item 1', groupId: from });
  });
});
