import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SerialEntry } from '../../src-main/domain/serial-entry.ts';
import { openFlowDesk, type FlowDesk } from '../fixtures/flow-desk.ts';
import {
  createFlowModel,
  type FlowModel,
  type ModelEntries,
  type ModelPolicy,
} from '../fixtures/flow-model.ts';
import { plans, policies, stepOf, type Step } from '../fixtures/flow-plans.ts';
import { capturing } from '../fixtures/ledger-desk.ts';

/** Sequences in a test run; `DESK_SEQUENCES=100000` runs more by hand. */
const SEQUENCES = Number(process.env['DESK_SEQUENCES'] ?? 2000);

/** Milliseconds that they may take, by hand as many times more. */
const TIMEOUT = Math.max(600_000, SEQUENCES * 60);

let flow: FlowDesk;
beforeAll(() => {
  flow = openFlowDesk();
});
afterAll(() => flow.desk.remove());

let made = 0;

/** How often each step was done, and how often it was refused: a model that refuses everything would prove nothing. */
const done = new Map<string, { done: number; refused: number }>();

/** An item, an order and a container of its own for each sequence; nothing of the ones before matters. */
async function open(policy: ModelPolicy): Promise<{
  readonly itemNumber: string;
  readonly perform: (step: Step) => Promise<number | null>;
  readonly stock: () => readonly string[];
}> {
  made += 1;
  const itemNumber = `I${made}`;
  flow.item(itemNumber, {
    ...capturing(policy.capture),
    ...(policy.capture === 'None'
      ? {
          'serialNumber.blankReceiptAllowed': policy.blankReceipt,
          'serialNumber.blankIssueAllowed': policy.blankIssue,
        }
      : {}),
  });
  const { orderId, lineId } = flow.order('Sales', `SO-${made}`, itemNumber, 1000);
  const workId = flow.work(lineId, 'BULK', 1000);
  /** The order's open container; one whose shipment was taken back is opened again. */
  const container = async (): Promise<number> => {
    const known = flow.pack.containers(orderId).find(({ shipped }) => !shipped);
    if (known === undefined)
      return (await flow.pack.open({ orderId, number: '', warehouse: '61', location: 'PACK' })).id;
    if (known.closed) await flow.pack.reopen(known.id);
    return known.id;
  };
  const real = (some: ModelEntries): SerialEntry[] =>
    some.map((entry) => (entry === undefined ? { notReadable: 'Torn' } : { serial: entry }));
  const put = { putLocation: 'STAGE', putLicensePlate: '' };
  const perform = async (step: Step): Promise<number | null> => {
    switch (step.do) {
      case 'receive':
        return (
          await flow.receive.receive({
            source: { itemNumber, warehouse: '61', document: 'purchase' },
            quantity: step.count * 1000,
            location: 'BULK',
            licensePlate: '',
            inventoryStatus: '',
            batchNumber: '',
            entries: real(step.entries),
          })
        ).actionId;
      case 'pick':
        return (
          await flow.pick.pick({
            workId,
            quantity: step.count * 1000,
            location: 'BULK',
            licensePlate: '',
            ...put,
            entries: real(step.entries),
          })
        ).actionId;
      case 'pack':
      case 'unpack':
        return (
          await flow.pack[step.do]({
            containerId: await container(),
            orderLineId: lineId,
            quantity: step.count * 1000,
            entries: real(step.entries),
          })
        ).actionId;
      case 'reduce':
        return (
          await flow.pick.reduce({
            orderLineId: lineId,
            quantity: step.count * 1000,
            putLocation: 'BULK',
            putLicensePlate: '',
            entries: real(step.entries),
          })
        ).actionId;
      case 'record': {
        const row = flow.desk
          .stock(itemNumber)
          .find(({ key }) => key.orderLineId === 0 && key.serialNumber === '' && key.exceptionId === 0);
        return (
          await flow.stock.recordSerials({ stockId: row?.id ?? 999_999_999, entries: real(step.entries) })
        ).actionId;
      }
      case 'ship': {
        const id = await container();
        const isEmpty = flow.pack.containers(orderId).every((one) => one.id !== id || one.rows.length === 0);
        if (!isEmpty) await flow.pack.close(id);
        try {
          return (await flow.ship.confirm({ orderId, registered: [] })).actionId;
        } catch (error) {
          if (!isEmpty) await flow.pack.reopen(id);
          throw error;
        }
      }
      case 'reverse':
        throw new Error('Reversal is performed by the test.');
    }
  };
  const stock = (): readonly string[] =>
    flow.desk
      .stock(itemNumber)
      .flatMap(({ key, quantity }) => {
        expect(quantity % 1000).toBe(0);
        const where =
          key.containerId !== 0 ? 'packed' : key.orderLineId !== 0 ? 'picked' : `free:${key.location}`;
        const what = key.exceptionId !== 0 ? '!' : key.serialNumber;
        return Array.from({ length: quantity / 1000 }, () => `${where} ${what}`);
      })
      .sort();
  return { itemNumber, perform, stock };
}

const words = (model: FlowModel): readonly string[] =>
  model.units.map(({ where, serial, exception }) => `${where} ${exception ? '!' : serial}`).sort();

function expected(model: FlowModel, step: Step): boolean {
  switch (step.do) {
    case 'receive':
      return model.receive(step.count, step.entries, 'BULK');
    case 'pick':
      return model.take('pick', 'free:BULK', step.count, step.entries, 'picked');
    case 'pack':
      return model.take('pack', 'picked', step.count, step.entries, 'packed');
    case 'unpack':
      return model.take('back', 'packed', step.count, step.entries, 'picked');
    case 'reduce':
      return model.take('back', 'picked', step.count, step.entries, 'free:BULK');
    case 'record':
      return model.record('free:BULK', step.entries);
    case 'ship':
      return model.ship();
    case 'reverse':
      return false;
  }
}

it('does what the plain model does, step by step, over random policies', { timeout: TIMEOUT }, async () => {
  await fc.assert(
    fc.asyncProperty(policies, fc.nat(3), plans, async (policy, blank, sequence) => {
      const { itemNumber, perform, stock } = await open(policy);
      const model = createFlowModel(policy);
      // Stock from before, as an import brings it: blank, whatever the policy.
      if (blank > 0) flow.desk.receive({ itemNumber, location: 'BULK' }, [], blank);
      for (let unit = 0; unit < blank; unit += 1)
        model.units.push({ serial: '', exception: false, where: 'free:BULK' });
      let last: { readonly action: number; readonly before: readonly ModelUnitCopy[] } | undefined;
      for (const plan of sequence) {
        const step = stepOf(plan, model, policy);
        if (step.do === 'reverse') {
          if (last === undefined) continue;
          await flow.transactions.reverseAction(last.action);
          model.units.splice(0, model.units.length, ...last.before.map((unit) => ({ ...unit })));
          last = undefined;
        } else {
          const before = model.units.map((unit) => ({ ...unit }));
          const isRight = expected(model, step);
          if (!isRight) model.units.splice(0, model.units.length, ...before.map((unit) => ({ ...unit })));
          const action = await perform(step).then(
            (id) => ({ id }),
            (error: unknown) => ({ error }),
          );
          if ('error' in action !== !isRight)
            throw new Error(
              `${JSON.stringify(step)}: the model says ${isRight ? 'yes' : 'no'}; ${'error' in action ? String(action.error) : 'it was done'}`,
            );
          const tally = done.get(`${policy.capture} ${step.do}`) ?? { done: 0, refused: 0 };
          tally[isRight ? 'done' : 'refused'] += 1;
          done.set(`${policy.capture} ${step.do}`, tally);
          if ('id' in action && action.id !== null) last = { action: action.id, before };
        }
        expect(stock()).toEqual(words(model));
      }
    }),
    { numRuns: SEQUENCES },
  );
});

interface ModelUnitCopy {
  readonly serial: string;
  readonly exception: boolean;
  readonly where: string;
}

it('was tried on steps that are done and on steps that are refused', () => {
  const enough = SEQUENCES / 400;
  for (const capture of ['None', 'Picking', 'Packing'])
    for (const step of ['receive', 'pick', 'pack', 'unpack', 'reduce', 'record', 'ship'])
      for (const outcome of ['done', 'refused'] as const)
        expect(done.get(`${capture} ${step}`)?.[outcome], `${capture} ${step} ${outcome}`).toBeGreaterThan(
          enough,
        );
});

it('leaves a ledger that adds up to the on-hand and to the kept sums', () => {
  const { store } = flow.desk;
  expect(
    store.allSql(`SELECT t.stock_id FROM inventory_transactions t LEFT JOIN on_hand o ON o.id = t.stock_id
      GROUP BY t.stock_id HAVING sum(t.quantity) <> coalesce(o.quantity, 0)`),
  ).toEqual([]);
  expect(
    store.allSql(`SELECT item_number, warehouse, blank, sum(rows), sum(quantity) FROM on_hand_sums GROUP BY 1, 2, 3
      EXCEPT SELECT item_number, warehouse, serial_number = '', count(*), sum(quantity) FROM on_hand GROUP BY 1, 2, 3`),
  ).toEqual([]);
  expect(
    store.allSql(`SELECT item_number, upper(serial_number) FROM on_hand WHERE serial_number <> ''
      GROUP BY 1, 2 HAVING count(*) > 1 OR sum(quantity) > 1000`),
  ).toEqual([]);
});
