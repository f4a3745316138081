import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { load, openTestCore, problemOf, type TestCore } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { ledgerEvents, stockId, stockWords } from '../fixtures/stock-words.ts';

let core: TestCore;
beforeEach(async () => {
  core = openTestCore();
  await load(
    core,
    groupsCsv([
      { name: 'Pick', active: true, control: true, capture: 'Picking' },
      { name: 'None', active: true, control: true },
      { name: 'No' },
    ]),
    itemsCsv([
      ['P', 'Pick'],
      ['N', 'None'],
      ['U', 'No'],
    ]),
    onHandCsv([
      { item: 'P', location: 'BULK-1', quantity: '3' },
      { item: 'P', location: 'BULK-2', serial: 'S9', quantity: '1' },
      { item: 'N', location: 'BULK-1', serial: 'S1', quantity: '1' },
      { item: 'N', location: 'BULK-1', quantity: '1' },
      { item: 'U', location: 'BULK-1', quantity: '2.5' },
    ]),
  );
});
afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

const serials = (...texts: readonly string[]): { readonly serial: string }[] =>
  texts.map((serial) => ({ serial }));

describe('move', () => {
  it('moves a part of blank stock and asks nothing', async () => {
    const id = await stockId(core, 'P', '');
    await core.api.stock.move.mutate({
      rows: [{ stockId: id, quantity: 2000 }],
      location: 'BULK-3',
      licensePlate: 'LP-1',
    });
    expect(await stockWords(core, 'P')).toEqual(['BULK-1 - - 1', 'BULK-2 - S9 1', 'BULK-3 LP-1 - 2']);
    const { blankQuantity } = await core.api.onHand.totals.query({
      filter: { search: '', serial: 'all', conditions: [] },
    });
    expect(blankQuantity).toBe(4000);
  });

  it('refuses a fraction of a serial-tracked unit, and more than stands there', async () => {
    const id = await stockId(core, 'P', '');
    const to = { location: 'BULK-3', licensePlate: '' };
    expect(
      await problemOf(core.api.stock.move.mutate({ rows: [{ stockId: id, quantity: 500 }], ...to })),
    ).toMatchObject({
      path: 'rows.0.quantity',
    });
    expect(
      await problemOf(core.api.stock.move.mutate({ rows: [{ stockId: id, quantity: 4000 }], ...to })),
    ).toMatchObject({ code: 'changed-meanwhile' });
    expect(await stockWords(core, 'P')).toEqual(['BULK-1 - - 3', 'BULK-2 - S9 1']);
  });
});

describe('record serials', () => {
  it('splits units off, one event each, and takes one of them back alone', async () => {
    const id = await stockId(core, 'P', '');
    await core.api.stock.recordSerials.mutate({ stockId: id, entries: serials('A1', 'A2') });
    expect(await stockWords(core, 'P')).toEqual([
      'BULK-1 - - 1',
      'BULK-1 - A1 1',
      'BULK-1 - A2 1',
      'BULK-2 - S9 1',
    ]);
    const { events } = await core.api.stock.events.query({ serial: 'a1' });
    expect(events.map(({ kind }) => kind)).toEqual(['capture']);
    await core.api.stock.reverse.mutate({ eventId: events[0]?.id ?? 0 });
    expect(await stockWords(core, 'P')).toEqual(['BULK-1 - - 2', 'BULK-1 - A2 1', 'BULK-2 - S9 1']);
    expect(await problemOf(core.api.stock.reverse.mutate({ eventId: events[0]?.id ?? 0 }))).toMatchObject({
      code: 'in-use',
    });
    await core.api.stock.recordSerials.mutate({ stockId: id, entries: serials('A1') });
    expect(await stockWords(core, 'P')).toEqual([
      'BULK-1 - - 1',
      'BULK-1 - A1 1',
      'BULK-1 - A2 1',
      'BULK-2 - S9 1',
    ]);
  });

  it('refuses duplicates, what is too much, and the item number', async () => {
    const id = await stockId(core, 'P', '');
    const record = (...texts: readonly string[]) =>
      problemOf(core.api.stock.recordSerials.mutate({ stockId: id, entries: serials(...texts) }));
    expect((await record('s9')).sentence).toBe('s9 stands elsewhere: Warehouse 61, location BULK-2.');
    expect((await record('A', 'a')).sentence).toBe('a is entered twice.');
    expect((await record('p')).sentence).toBe("p is the item's barcode, not a serial number.");
    expect((await record('1', '2', '3', '4')).sentence).toBe(
      '4 serial numbers were entered for 3 blank units.',
    );
    expect((await record('123456789012345678901')).sentence).toContain('longer than 20 characters');
    expect(await stockWords(core, 'P')).toEqual(['BULK-1 - - 3', 'BULK-2 - S9 1']);
  });

  it('ends an exception when its serial is entered', async () => {
    const id = await stockId(core, 'P', '');
    await core.api.stock.recordSerials.mutate({ stockId: id, entries: [{ notReadable: 'Label torn' }] });
    expect(await ledgerEvents(core, 'P')).toEqual(['exception', 'import-difference']);
    const rows = await stockWords(core, 'P');
    expect(rows).toEqual(['BULK-1 - - 1', 'BULK-1 - - 2', 'BULK-2 - S9 1']);
  });
});

describe('swap and correct', () => {
  it('changes places of a serial and a blank unit', async () => {
    const [blankStockId, serialStockId] = [await stockId(core, 'P', ''), await stockId(core, 'P', 'S9')];
    await core.api.stock.swap.mutate({ blankStockId, serialStockId });
    expect(await stockWords(core, 'P')).toEqual(['BULK-1 - - 2', 'BULK-1 - S9 1', 'BULK-2 - - 1']);
  });

  it('puts the right serial in place of a wrong one, with the same checks', async () => {
    const id = await stockId(core, 'N', 'S1');
    await core.api.stock.correct.mutate({ stockId: id, serial: 'S2' });
    expect(await stockWords(core, 'N')).toEqual(['BULK-1 - - 1', 'BULK-1 - S2 1']);
    expect(await problemOf(core.api.stock.correct.mutate({ stockId: id, serial: 'S3' }))).toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  it('refuses to correct what has left the stock', async () => {
    const id = await stockId(core, 'N', 'S1');
    await core.api.stock.adjustOut.mutate({ stockId: id, quantity: 1000, reason: 'Scrap' });
    expect((await problemOf(core.api.stock.correct.mutate({ stockId: id, serial: 'S3' }))).sentence).toMatch(
      /^S1 left the stock on \d{4}-\d\d-\d\d; it cannot be corrected any more\.$/,
    );
  });
});

describe('adjust', () => {
  it('asks the serial of a blank unit that leaves where blank issue is off', async () => {
    const id = await stockId(core, 'N', '');
    expect(
      await problemOf(core.api.stock.adjustOut.mutate({ stockId: id, quantity: 1000, reason: 'Scrap' })),
    ).toMatchObject({ path: 'entries' });
    await core.api.stock.adjustOut.mutate({
      stockId: id,
      quantity: 1000,
      reason: 'Scrap',
      entries: serials('B1'),
    });
    expect(await stockWords(core, 'N')).toEqual(['BULK-1 - S1 1']);
    expect(await ledgerEvents(core, 'N')).toEqual(['adjustment', 'capture', 'import-difference']);
  });

  it('asks under None when units come in, and leaves them blank under Picking', async () => {
    const at = {
      warehouse: '61',
      location: 'BULK-1',
      licensePlate: '',
      inventoryStatus: '',
      batchNumber: '',
    };
    const coming = { ...at, quantity: 2000, reason: 'Found' };
    expect((await problemOf(core.api.stock.adjustIn.mutate({ ...coming, itemNumber: 'N' }))).sentence).toBe(
      'N needs 2 serial numbers; 0 are entered.',
    );
    await core.api.stock.adjustIn.mutate({ ...coming, itemNumber: 'N', entries: serials('F1', 'F2') });
    await core.api.stock.adjustIn.mutate({ ...coming, itemNumber: 'P' });
    expect(
      (await problemOf(core.api.stock.adjustIn.mutate({ ...coming, itemNumber: 'P', entries: serials('X') })))
        .sentence,
    ).toBe('P gets its serial numbers at picking; receiving leaves them blank.');
    expect(await stockWords(core, 'N')).toEqual([
      'BULK-1 - - 1',
      'BULK-1 - F1 1',
      'BULK-1 - F2 1',
      'BULK-1 - S1 1',
    ]);
    expect(await stockWords(core, 'P')).toEqual(['BULK-1 - - 5', 'BULK-2 - S9 1']);
  });
});

describe('count', () => {
  const at = { warehouse: '61', location: 'BULK-1', licensePlate: '' };

  it('changes nothing where the total is right, and is an event all the same', async () => {
    const { actionId } = await core.api.stock.count.mutate({ ...at, itemNumber: 'P', quantity: 3000 });
    expect(actionId).not.toBeNull();
    expect(await stockWords(core, 'P')).toEqual(['BULK-1 - - 3', 'BULK-2 - S9 1']);
  });

  it('lets a counted serial take a blank unit, brings in what is more, and takes out what is missing', async () => {
    await core.api.stock.count.mutate({ ...at, itemNumber: 'P', quantity: 5000, entries: serials('C1') });
    expect(await stockWords(core, 'P')).toEqual(['BULK-1 - - 4', 'BULK-1 - C1 1', 'BULK-2 - S9 1']);
    await core.api.stock.count.mutate({ ...at, itemNumber: 'P', quantity: 2000 });
    expect(await stockWords(core, 'P')).toEqual(['BULK-1 - - 2', 'BULK-2 - S9 1']);
  });

  it('brings in what is more than stood there, serials and blank units alike', async () => {
    const entries = serials('C1', 'C2', 'C3', 'C4');
    await core.api.stock.count.mutate({ ...at, itemNumber: 'P', quantity: 6000, entries });
    expect(await stockWords(core, 'P')).toEqual([
      'BULK-1 - - 2',
      ...['C1', 'C2', 'C3', 'C4'].map((serial) => `BULK-1 - ${serial} 1`),
      'BULK-2 - S9 1',
    ]);
  });

  it('refuses a serial that stands elsewhere, and blank units that may not leave', async () => {
    expect(
      (
        await problemOf(
          core.api.stock.count.mutate({ ...at, itemNumber: 'P', quantity: 4000, entries: serials('S9') }),
        )
      ).sentence,
    ).toContain('S9 stands elsewhere');
    expect(
      (
        await problemOf(
          core.api.stock.count.mutate({ ...at, itemNumber: 'N', quantity: 1000, entries: serials('S1') }),
        )
      ).sentence,
    ).toContain('Blank issue allowed is off');
  });

  it('counts an untracked item by its total', async () => {
    await core.api.stock.count.mutate({ ...at, itemNumber: 'u', quantity: 1250 });
    expect(await stockWords(core, 'U')).toEqual(['BULK-1 - - 1.25']);
  });
});

describe('reversal', () => {
  it('refuses an event whose stock was taken further, naming the later event', async () => {
    const id = await stockId(core, 'P', '');
    const { actionId } = await core.api.stock.recordSerials.mutate({ stockId: id, entries: serials('A1') });
    const unit = await stockId(core, 'P', 'A1');
    await core.api.stock.move.mutate({
      rows: [{ stockId: unit, quantity: 1000 }],
      location: 'BULK-7',
      licensePlate: '',
    });
    const problem = await problemOf(core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 }));
    expect(problem.code).toBe('in-use');
    expect(problem.sentence).toMatch(
      /^Serial captured of .* cannot be reversed: Move of .* has taken P A1 further/,
    );
    expect(await stockWords(core, 'P')).toContain('BULK-7 - A1 1');
  });

  it('takes a whole action back', async () => {
    const before = await stockWords(core, 'P');
    const { actionId } = await core.api.stock.count.mutate({
      warehouse: '61',
      location: 'BULK-1',
      licensePlate: '',
      itemNumber: 'P',
      quantity: 5000,
      entries: serials('C1', 'C2'),
    });
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    expect(await stockWords(core, 'P')).toEqual(before);
  });

  it('does not let a serial come back that stands elsewhere by now', async () => {
    const id = await stockId(core, 'N', 'S1');
    const { actionId } = await core.api.stock.adjustOut.mutate({
      stockId: id,
      quantity: 1000,
      reason: 'Lost',
    });
    await core.api.stock.adjustIn.mutate({
      itemNumber: 'N',
      warehouse: '62',
      location: 'X',
      licensePlate: '',
      inventoryStatus: '',
      batchNumber: '',
      quantity: 1000,
      reason: 'Found',
      entries: serials('s1'),
    });
    expect((await problemOf(core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 }))).sentence).toBe(
      's1 stands at Warehouse 62, location X by now, so it cannot come back.',
    );
  });
});
