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
  None: [3, 5, 5, 2, 3, 5, 6],
  Picking: [0, 5, 5, 2, 3, 5, 7],
  Packing: [0, 0, 5, 2, 3, 8, 0],
};

/** What the steps took for so many units, in their order. */
interface Walk {
  /** Statements. */
  readonly counts: readonly number[];
  /** Milliseconds of the processor: others may be busy on the machine. */
  readonly times: readonly number[];
}

/** Goes all steps with so many units. */
async function walk(capture: Capture, units: number): Promise<Walk> {
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
  const [counts, times]: [number[], number[]] = [[], []];
  const count = async (work: () => Promise<{ readonly actionId: number | null }>): Promise<void> => {
    const start = process.cpuUsage();
    counts.push(
      await countStatements(store, async () => {
        actions.push((await work()).actionId ?? 0);
      }),
    );
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
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
  return { counts, times };
}

/** Units of the walks; each is held against the one before. */
const sizes = [10, 100, 1000, 10_000] as const;

describe.each(['None', 'Picking', 'Packing'] as const)('under %s', (capture) => {
  it('each step needs as many statements for one more unit, up to 10,000', { timeout: 60_000 }, async () => {
    const walks: Walk[] = [];
    for (const units of sizes) walks.push(await walk(capture, units));
    const growth = steps.map((_, step) =>
      sizes.slice(1).map((units, index) => {
        const [many = 0, few = 0] = [walks[index + 1]?.counts[step], walks[index]?.counts[step]];
        return (many - few) / (units - (sizes[index] ?? 0));
      }),
    );
    for (const [index, step] of steps.entries())
      for (const one of growth[index] ?? []) {
        expect(one, step).toBeLessThanOrEqual((most[capture][index] ?? 0) + 0.1);
        expect(one, step).toBeCloseTo(growth[index]?.at(-1) ?? 0, 1);
      }
    for (const [index, step] of steps.entries())
      expect(walks.at(-1)?.times[index], `${step} of 10,000`).toBeLessThan(2000);
  });
});
