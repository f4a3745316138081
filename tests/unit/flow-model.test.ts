import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DomainError } from '../../src-main/domain/problem.ts';
import { openFlowDesk, type FlowDesk } from '../fixtures/flow-desk.ts';
import { createFlowModel, type FlowModel, type ModelState } from '../fixtures/flow-model.ts';
import { flowPerformer, type FlowPerformer } from '../fixtures/flow-performer.ts';
import { doings, orders, plans, policies } from '../fixtures/flow-plans.ts';
import { stepOf, type Step } from '../fixtures/flow-steps.ts';

/** Sequences in a test run; `DESK_SEQUENCES=100000` runs more by hand. */
const BY_HAND = process.env['DESK_SEQUENCES'];
const SEQUENCES = Number(BY_HAND ?? 2000);

/** Milliseconds that they may take, by hand as many times more. */
const TIMEOUT = Math.max(600_000, SEQUENCES * 60);

let flow: FlowDesk;
beforeAll(() => {
  flow = openFlowDesk();
});
afterAll(() => flow.desk.remove());

/** How often each step was done, and how often it was refused: a model that refuses everything would prove nothing. */
const tally = new Map<string, { done: number; refused: number }>();
let [steps, sequences] = [0, 0];

/** Says by hand how far it has come. */
function noteSequence(): void {
  sequences += 1;
  if (BY_HAND !== undefined && sequences % 10_000 === 0)
    console.log(`${sequences} sequences, ${steps} steps`);
}

function note(what: string, isDone: boolean): void {
  const known = tally.get(what) ?? { done: 0, refused: 0 };
  known[isDone ? 'done' : 'refused'] += 1;
  tally.set(what, known);
  steps += 1;
}

/** What the model says of a step, and does. */
function expected(model: FlowModel, step: Exclude<Step, { readonly do: 'reverse' }>): boolean {
  switch (step.do) {
    case 'receive':
      return model.receive(step.count, step.entries, `free:${step.at}`);
    case 'return':
      return model.giveBack(step.count, step.entries, `free:${step.at}`);
    case 'pick':
      return model.take('pick', `free:${step.at}`, step.count, step.entries, 'picked');
    case 'pack':
      return model.take('pack', 'picked', step.count, step.entries, 'packed');
    case 'unpack':
      return model.take('back', 'packed', step.count, step.entries, 'picked');
    case 'reduce':
      return model.take('back', 'picked', step.count, step.entries, `free:${step.at}`);
    case 'arrive':
      return model.take('arrive', 'transit', step.count, step.entries, 'free:62:DOCK');
    case 'move':
      return model.move(`free:${step.at}`, step.named, `free:${step.to}`);
    case 'record':
      return model.record(`free:${step.at}`, step.row, step.entries);
    case 'adjust':
      return model.adjustOut(`free:${step.at}`, step.row, step.count, step.entries);
    case 'count':
      return model.count(`free:${step.at}`, step.count, step.entries);
    case 'swap':
      return model.swap(step.serial, `free:${step.at}`);
    case 'correct':
      return model.correct(step.serial, step.right);
    case 'ship':
      return model.ship();
  }
}

/** How many units come with a step, or go: no step else makes or loses one. */
function gain(step: Step, { units }: ModelState, outbound: FlowModel['outbound']): number {
  switch (step.do) {
    case 'receive':
    case 'return':
      return step.count;
    case 'adjust':
      return -step.count;
    case 'count':
      return step.count - units.filter(({ where }) => where === `free:${step.at}`).length;
    case 'ship':
      return outbound === 'Transfer'
        ? 0
        : -units.filter(({ where }) => where === 'picked' || where === 'packed').length;
    default:
      return 0;
  }
}

/** An action that was done, and how things stood before it. */
interface Done {
  readonly actionId: number;
  readonly before: ModelState;
}

/** Takes the last action back; afterwards things stand as they did before it. */
async function takeBack(model: FlowModel, desk: FlowPerformer, history: Done[]): Promise<void> {
  const last = history.pop();
  if (last === undefined) return;
  await desk.reverse(last.actionId);
  model.restore(last.before);
  note('reverse', true);
}

/** Does a step on the desk and in the model, which say both that it is done, or both that it is refused. */
async function doBoth(
  model: FlowModel,
  desk: FlowPerformer,
  step: Exclude<Step, { readonly do: 'reverse' }>,
): Promise<Done | undefined> {
  const before = model.state();
  const isRight = expected(model, step);
  if (isRight)
    expect(model.units.length - before.units.length, JSON.stringify(step)).toBe(
      gain(step, before, model.outbound),
    );
  else model.restore(before);
  const real = await desk.perform(step).then(
    (id) => ({ id }),
    (error: unknown) => {
      // Only what the user is told is a refusal.
      if (!(error instanceof DomainError)) throw error;
      return { error };
    },
  );
  if ('error' in real === isRight)
    throw new Error(
      `${JSON.stringify(step)}: the model says ${isRight ? 'yes' : 'no'}; ${'error' in real ? real.error.message : 'it was done'}`,
    );
  return 'id' in real && real.id !== null ? { actionId: real.id, before } : undefined;
}

const words = (model: FlowModel): readonly string[] =>
  model.units.map(({ where, serial, exception }) => `${where} ${exception ? '!' : serial}`).sort();

it('does what the plain model does, step by step, over random policies', { timeout: TIMEOUT }, async () => {
  await fc.assert(
    fc.asyncProperty(policies, orders, fc.nat(3), plans, async (policy, order, blank, sequence) => {
      const desk = flowPerformer(flow, policy, order);
      const model = createFlowModel(policy, order);
      model.begin(blank, 'free:BULK');
      if (blank > 0) flow.desk.receive({ itemNumber: desk.itemNumber, location: 'BULK' }, [], blank);
      const history: Done[] = [];
      for (const plan of sequence) {
        const step = stepOf(plan, model, policy);
        if (step.do === 'reverse') await takeBack(model, desk, history);
        else {
          const count = history.length;
          const done = await doBoth(model, desk, step);
          if (done !== undefined) history.push(done);
          note(`${policy.capture} ${step.do}`, history.length > count);
        }
        const [real, wanted] = [desk.stock(), words(model)];
        if (real.join() !== wanted.join()) expect(real, JSON.stringify(step)).toEqual(wanted);
      }
      noteSequence();
    }),
    { numRuns: SEQUENCES },
  );
});

it('was tried on steps that are done and on steps that are refused', () => {
  if (BY_HAND !== undefined) console.log(`${sequences} sequences, ${steps} steps`, Object.fromEntries(tally));
  const enough = SEQUENCES / 500;
  expect(tally.get('reverse')?.done).toBeGreaterThan(enough);
  for (const capture of ['None', 'Picking', 'Packing'])
    for (const doing of doings.filter((one) => one !== 'reverse'))
      for (const outcome of ['done', 'refused'] as const)
        expect(tally.get(`${capture} ${doing}`)?.[outcome], `${capture} ${doing} ${outcome}`).toBeGreaterThan(
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
