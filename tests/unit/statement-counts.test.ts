import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Capture } from '../../src-main/domain/capture.ts';
import type { SerialEntry } from '../../src-main/domain/serial-entry.ts';
import { countStatements } from '../fixtures/count-statements.ts';
import { openFlowDesk, type FlowDesk } from '../fixtures/flow-desk.ts';
import { capturing } from '../fixtures/ledger-desk.ts';

let flow: FlowDesk;
beforeEach(() => {
  flow = openFlowDesk();
});
afterEach(() => flow.desk.remove());

/** What is done with units, in this order; each capture asks their serials at another step. */
const steps = ['receive', 'pick', 'pack', 'ship', 'reverse ship', 'reverse pack', 'reverse pick'] as const;

/** Statements for one more unit at each step, in their order: a split of a unit is an event with two transactions. */
const most: Readonly<Record<Capture, readonly number[]>> = {
  None: [3, 7, 7, 4, 3, 7, 8],
  Picking: [0, 5, 7, 4, 3, 7, 9],
  Packing: [0, 0, 5, 4, 3, 10, 0],
};

/** Statements of each step for so many units. */
async function walk(capture: Capture, units: number): Promise<readonly number[]> {
  const { store } = flow.desk;
  const itemNumber = `A${units}`;
  const number = `SO-${units}`;
  flow.item(itemNumber, capturing(capture));
  const { orderId, lineId } = flow.order('Sales', number, itemNumber, units);
  const workId = flow.work(lineId, 'BULK-1', units);
  const entriesAt = (asking: Capture): SerialEntry[] =>
    capture === asking
      ? Array.from({ length: units }, (_, unit) => ({ serial: `${itemNumber}-${unit}` }))
      : [];
  const quantity = units * 1000;
  const actions: number[] = [];
  const counts: number[] = [];
  const count = async (work: () => Promise<{ readonly actionId: number | null }>): Promise<void> => {
    counts.push(
      await countStatements(store, async () => {
        actions.push((await work()).actionId ?? 0);
      }),
    );
  };
  await count(() =>
    flow.receive.receive({
      source: { itemNumber, warehouse: '61', document: 'purchase' },
      quantity,
      location: 'BULK-1',
      licensePlate: '',
      inventoryStatus: '',
      batchNumber: '',
      entries: entriesAt('None'),
    }),
  );
  await count(() =>
    flow.pick.pick({
      workId,
      quantity,
      location: 'BULK-1',
      licensePlate: '',
      putLocation: 'STAGE',
      putLicensePlate: '',
      entries: entriesAt('Picking'),
    }),
  );
  const { id: containerId } = await flow.pack.open({
    orderId,
    number: '',
    warehouse: '61',
    location: 'PACK',
  });
  await count(() =>
    flow.pack.pack({ containerId, orderLineId: lineId, quantity, entries: entriesAt('Packing') }),
  );
  await flow.pack.close(containerId);
  await count(() => flow.ship.confirm({ orderId, registered: [] }));
  const [, pick = 0, pack = 0, ship = 0] = actions;
  await count(() => flow.transactions.reverseAction(ship));
  await flow.pack.reopen(containerId);
  await count(() => flow.transactions.reverseAction(pack));
  await count(() => flow.transactions.reverseAction(pick));
  expect(flow.desk.stock(itemNumber).reduce((sum, row) => sum + row.quantity, 0)).toBe(quantity);
  return counts;
}

describe.each(['None', 'Picking', 'Packing'] as const)('under %s', (capture) => {
  it('no step needs more than a few statements for one more unit', { timeout: 60_000 }, async () => {
    const [ten, hundred, thousand] = [
      await walk(capture, 10),
      await walk(capture, 100),
      await walk(capture, 1000),
    ];
    for (const [index, step] of steps.entries())
      for (const [few, many, more] of [
        [ten, hundred, 90],
        [hundred, thousand, 900],
      ] as const)
        expect(((many[index] ?? 0) - (few[index] ?? 0)) / more, step).toBeLessThanOrEqual(
          (most[capture][index] ?? 0) + 0.1,
        );
  });
});
