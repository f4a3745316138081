import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRowView } from '../../src-main/services/on-hand-row.ts';
import { createSettingsService } from '../../src-main/services/settings.ts';
import { confirmReach, reach } from '../../src-main/services/what-if.ts';
import { groupById, listGroups, updateGroup } from '../../src-main/store/group-queries.ts';
import { itemByNumber, moveItems, saveItems } from '../../src-main/store/item-queries.ts';
import { saveLocationPatterns } from '../../src-main/store/location-stage-queries.ts';
import { rowsOf } from '../../src-main/store/on-hand-queries.ts';
import { cancelWork } from '../../src-main/store/release-queries.ts';
import { readAppSettings } from '../../src-main/store/setting-queries.ts';
import { applyTrackingRules } from '../../src-main/domain/apply-tracking-rules.ts';
import { openFlowDesk, type FlowDesk } from '../fixtures/flow-desk.ts';
import { expectRecounted } from '../fixtures/verdict-recount.ts';
import { verdictItems, verdictStep, type VerdictStep } from '../fixtures/verdict-steps.ts';

/** Sequences in a test run; `DESK_RECOUNTS=10000` runs more by hand. */
const RUNS = Number(process.env['DESK_RECOUNTS'] ?? 60);

let flow: FlowDesk;
let orders: Readonly<Record<string, { readonly orderId: number; readonly lineId: number }>>;
let last: number | null;

function open(): void {
  flow = openFlowDesk();
  for (const item of verdictItems)
    flow.item(item, { 'serialNumber.active': true, captureSerialNumber: 'Picking' });
  const { store } = flow.desk;
  store.change(() =>
    store.runSql(
      "INSERT INTO storage_dimension_groups (name, name_key, warehouse_processes) VALUES ('Store', 'STORE', 1)",
    ),
  );
  store.change(() => store.runSql("UPDATE items SET storage_dimension_group = 'Store'"));
  orders = Object.fromEntries(
    verdictItems.map((item) => [item, flow.order('Sales', `SO-${item}`, item, 500)]),
  );
  last = null;
}

let fresh = 0;
const freshSerial = (): { readonly serial: string } => {
  fresh += 1;
  return { serial: `P${fresh}` };
};

/** A change of what governs stock, with what follows from it, as the page makes it. */
function govern(change: () => void): void {
  const { store } = flow.desk;
  store.change(() => {
    const reached = reach(store, change);
    confirmReach(reached, reached.preview.revision);
  });
}

async function perform(one: VerdictStep): Promise<void> {
  const { desk } = flow;
  const { store } = desk;
  switch (one.do) {
    case 'receive':
      return desk.receive(
        { itemNumber: one.item, location: one.location },
        [...new Set(one.serials)],
        one.blank,
      );
    case 'fraction':
      return desk.act((posting) => {
        posting.event('receipt');
        const [row] = desk.stock(one.item).filter(({ key }) => key.location === one.location);
        if (row !== undefined) posting.put(row.key, 500);
      });
    case 'work':
      return void flow.work(orders[one.item]?.lineId ?? 0, one.location, one.units);
    case 'pick': {
      // Where there is no such work it is made, with the stock for it: else few sequences would come to pick.
      const [work] = store.allSql<{ id: number; location: string }>(
        'SELECT id, location FROM pick_work WHERE order_line_id = ? AND remaining >= ?',
        [orders[one.item]?.lineId, one.units * 1000],
      );
      if (work === undefined) {
        desk.receive({ itemNumber: one.item, location: one.location }, [], one.units);
        flow.work(orders[one.item]?.lineId ?? 0, one.location, one.units);
        return;
      }
      const { actionId } = await flow.pick.pick({
        workId: work.id,
        quantity: one.units * 1000,
        location: work.location,
        licensePlate: '',
        putLocation: 'STAGE',
        putLicensePlate: '',
        entries: one.serials.length === 0 ? [] : Array.from({ length: one.units }, freshSerial),
      });
      last = actionId;
      return;
    }
    case 'move':
    case 'exception':
    case 'capture': {
      const row = desk
        .stock(one.item)
        .find(({ key }) => key.location === one.location && key.serialNumber === '');
      const entries =
        one.do === 'exception'
          ? [{ notReadable: 'Torn' }]
          : one.serials.slice(0, one.units).map((serial) => ({ serial }));
      if (one.do !== 'move') {
        last = (await flow.stock.recordSerials({ stockId: row?.id ?? 0, entries })).actionId;
        return;
      }
      desk.act((posting) => {
        posting.event('move');
        if (row !== undefined)
          posting.move(row.id, { ...row.key, location: 'PACK' }, Math.min(row.quantity, one.units * 1000));
        last = posting.actionId();
      });
      return;
    }
    case 'pack': {
      const order = orders[one.item];
      if (order === undefined) return;
      const known = flow.pack.containers(order.orderId).find(({ shipped, closed }) => !shipped && !closed);
      const container =
        known ??
        (await flow.pack.open({ orderId: order.orderId, number: '', warehouse: '61', location: 'PACK' }));
      last = (
        await flow.pack.pack({
          containerId: container.id,
          orderLineId: order.lineId,
          quantity: one.units * 1000,
          entries: [],
        })
      ).actionId;
      return;
    }
    case 'ship':
      last = (await flow.ship.confirm({ orderId: orders[one.item]?.orderId ?? 0, registered: [] })).actionId;
      return;
    case 'cancel':
      return void store.change(() => cancelWork(store, orders[one.item]?.orderId ?? 0));
    case 'regroup': {
      const groups = listGroups(store);
      const group = groups[one.units % groups.length];
      return govern(() => moveItems(store, [one.item], group?.id ?? null));
    }
    case 'mask': {
      const known = itemByNumber(store, one.item);
      if (known !== undefined)
        store.change(() =>
          saveItems(store, [{ known, item: { ...known, serialMask: one.units > 2 ? '' : 'A#' } }]),
        );
      return;
    }
    case 'reverse':
      if (last !== null) await flow.transactions.reverseAction(last);
      last = null;
      return;
    case 'processes':
      return govern(
        () =>
          void store.runSql('UPDATE storage_dimension_groups SET warehouse_processes = ?', [Number(one.on)]),
      );
    case 'length': {
      const context = {
        store,
        user: 'tester',
        now: () => new Date(),
        dataFolder: '',
        alone: <T>(work: () => T) => work(),
        write: <T>(work: () => T) => new Promise<T>((resolve) => resolve(store.change(work))),
      };
      await createSettingsService(context).set({ serialLength: one.on ? 60 : 20 });
      return;
    }
    case 'policy': {
      const group = groupById(store, itemByNumber(store, one.item)?.groupId ?? 0);
      if (group === undefined) return;
      const { settings } = applyTrackingRules({
        ...group.settings,
        captureSerialNumber: one.capture,
        serialNumberControl: one.control,
        serialNumber: { ...group.settings.serialNumber, blankReceiptAllowed: one.blank },
      });
      return govern(() => void updateGroup(store, group.id, { ...group, settings }));
    }
    case 'stages':
      return govern(() =>
        saveLocationPatterns(store, [
          { warehouse: '', pattern: one.location, stage: one.stage },
          ...(one.other === one.location
            ? []
            : [{ warehouse: '61', pattern: `${one.other}*`, stage: 'Loaded' as const }]),
        ]),
      );
  }
}

/** Of every row its worst verdict, and since when. */
function worst(): ReadonlyMap<number, { readonly verdict: string; readonly since: string }> {
  const { store } = flow.desk;
  const ids = store.allSql<{ id: number }>('SELECT id FROM on_hand').map(({ id }) => id);
  const view = createRowView(listGroups(store), readAppSettings(store).serialLength, new Date());
  return new Map(
    rowsOf(store, ids)
      .map(view)
      .map(({ id, verdict, since }) => [id, { verdict, since }]),
  );
}

const done = new Map<string, number>();

test(
  'whatever happens, what is kept of verdicts is what a recount finds, and no age begins anew without a reason',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(verdictStep, { minLength: 5, maxLength: 25, size: 'max' }), async (steps) => {
          for (const one of steps) {
            const before = worst();
            await perform(one).then(
              () => done.set(one.do, (done.get(one.do) ?? 0) + 1),
              // A step that the rules refuse must change nothing.
              () => undefined,
            );
            expectRecounted(flow.desk.store);
            for (const [id, { verdict, since }] of worst()) {
              const was = before.get(id);
              if (was !== undefined && was.verdict === verdict)
                expect(since <= was.since, `${one.do}: ${verdict}`).toBe(true);
            }
          }
        })
        .beforeEach(open)
        .afterEach(() => flow.desk.remove()),
      { numRuns: RUNS },
    );
  },
);

test('was tried on steps that are done', () => {
  for (const name of [
    'receive',
    'fraction',
    'work',
    'pick',
    'move',
    'exception',
    'capture',
    'cancel',
    'regroup',
    'mask',
    'reverse',
    'processes',
    'length',
    'policy',
    'stages',
  ])
    expect(done.get(name) ?? 0, name).toBeGreaterThan(0);
});
