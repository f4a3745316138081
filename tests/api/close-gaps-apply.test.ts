import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CloseScope } from '../../src-main/domain/close-gaps.ts';
import { problemOf } from '../fixtures/core.ts';
import { itemScope, openGapDesk, type GapDesk } from '../fixtures/gap-desk.ts';
import { ledgerEvents, rowsOf, stockId, stockWords } from '../fixtures/stock-words.ts';

let core: GapDesk['core'];
let planOf: GapDesk['plan'];
let words: GapDesk['words'];
beforeEach(async () => {
  const desk = await openGapDesk();
  ({ core, plan: planOf, words } = desk);
});
afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

describe('a plan that is applied', () => {
  it('is one action with an event for each unit, and one undo', async () => {
    const before = await stockWords(core, 'P');
    const plan = await planOf('Item number\tSerial number\nP\tA1\nN\tA2\nP\tA3\nP\tS9');
    const { actionId, captured } = await core.api.closeGaps.confirm.mutate({ planId: plan.planId });
    expect(captured).toBe(3);
    expect(await stockWords(core, 'P')).toEqual([
      'BULK-1 - A1 1',
      'BULK-1 - A3 1',
      'BULK-2 LP-1 - 2',
      'BULK-3 - S9 1',
    ]);
    expect(await stockWords(core, 'N')).toEqual(['BULK-1 - A2 1']);
    const { events } = await core.api.stock.events.query({ itemNumber: 'N' });
    expect(events[0]).toMatchObject({
      kind: 'capture',
      actionId,
      reason: 'Late receipt of the serial number',
    });
    expect((await rowsOf(core, 'P')).find(({ serialNumber }) => serialNumber === 'A1')?.notInDynamics).toBe(
      true,
    );
    await core.api.stock.reverseAction.mutate({ actionId });
    expect(await stockWords(core, 'P')).toEqual(before);
    expect(await stockWords(core, 'N')).toEqual(['BULK-1 - - 1']);
  });

  it('leaves out the lines that the user leaves out', async () => {
    const plan = await planOf('A1\nA2', itemScope('P'));
    await core.api.closeGaps.confirm.mutate({ planId: plan.planId, leaveOut: [1] });
    expect(await stockWords(core, 'P')).toContain('BULK-1 - A2 1');
    expect(await stockWords(core, 'P')).toContain('BULK-1 - - 1');
  });

  it('is refused where it would be another one by now, and made anew', async () => {
    const plan = await planOf('A1\nA2', itemScope('P'));
    const id = await stockId(core, 'P', '', 'BULK-1');
    await core.api.stock.recordSerials.mutate({ stockId: id, entries: [{ serial: 'A2' }] });
    const before = await stockWords(core, 'P');
    expect(await problemOf(core.api.closeGaps.confirm.mutate({ planId: plan.planId }))).toMatchObject({
      code: 'changed-meanwhile',
      httpStatus: 409,
    });
    expect(await stockWords(core, 'P')).toEqual(before);
    const renewed = await core.api.closeGaps.renew.mutate({ planId: plan.planId });
    expect(await words(renewed)).toEqual([
      '2 A2! A2 stands elsewhere: Warehouse 61, location BULK-1.',
      '1 A1: P 61 BULK-1',
    ]);
    expect(await core.api.closeGaps.confirm.mutate({ planId: renewed.planId })).toMatchObject({
      captured: 1,
    });
    expect(await problemOf(core.api.closeGaps.confirm.mutate({ planId: renewed.planId }))).toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  it('goes through where what has changed does not concern it', async () => {
    const plan = await planOf('A1', itemScope('P'));
    const id = await stockId(core, 'U', '');
    await core.api.stock.move.mutate({
      rows: [{ stockId: id, quantity: 1000 }],
      location: 'X',
      licensePlate: '',
    });
    expect(await core.api.closeGaps.confirm.mutate({ planId: plan.planId })).toMatchObject({ captured: 1 });
  });

  it('is refused where it is not kept, or holds nothing', async () => {
    const planId = '00000000-0000-4000-8000-000000000000';
    expect(await problemOf(core.api.closeGaps.confirm.mutate({ planId }))).toMatchObject({
      code: 'not-found',
    });
    const plan = await planOf('S9', itemScope('P'));
    expect(await problemOf(core.api.closeGaps.confirm.mutate({ planId: plan.planId }))).toMatchObject({
      code: 'invalid',
    });
    expect(await problemOf(planOf(''))).toMatchObject({ path: 'block' });
    expect(await problemOf(planOf('A1-A100000\nB1'))).toMatchObject({ code: 'too-large', path: 'block' });
  });
});

describe('exceptions in bulk', () => {
  it('are recorded for the oldest units of the scope, in one action that one undo takes back', async () => {
    const before = await stockWords(core, 'P');
    const { actionId, units } = await core.api.closeGaps.recordExceptions.mutate({
      scope: itemScope('P'),
      reason: 'Label missing',
      units: 3,
    });
    expect(units).toBe(3);
    const rows = await rowsOf(core, 'P');
    expect(
      rows
        .map(({ notReadable, location, quantity }) => `${location} ${notReadable} ${quantity / 1000}`)
        .sort(),
    ).toEqual(['BULK-1 Label missing 2', 'BULK-2  1', 'BULK-2 Label missing 1', 'BULK-3  1']);
    expect((await ledgerEvents(core, 'P')).filter((kind) => kind === 'exception')).toHaveLength(2);
    await core.api.stock.reverseAction.mutate({ actionId });
    expect(await stockWords(core, 'P')).toEqual(before);
  });

  it('are refused where there are fewer blanks, none, or where the serial is needed', async () => {
    const record = (scope: CloseScope, units?: number) =>
      problemOf(core.api.closeGaps.recordExceptions.mutate({ scope, reason: 'Missing', units }));
    expect(await record(itemScope('P'), 5)).toMatchObject({
      sentence: 'Only 4 units are blank here.',
      path: 'units',
    });
    expect(await record(itemScope('U'))).toMatchObject({ sentence: 'There is no blank unit here.' });
    expect(await record(itemScope('N'))).toMatchObject({
      sentence:
        'Neither blank receipt nor blank issue is allowed for N: the serial numbers of these units are needed.',
    });
    expect(await ledgerEvents(core, 'P')).not.toContain('exception');
  });
});
