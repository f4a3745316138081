import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importFiles, load, problemOf, problemsOf } from '../fixtures/core.ts';
import { csvFile, onHandCsv } from '../fixtures/dynamics-files.ts';
import { openItemDesk, type ItemDesk } from '../fixtures/items.ts';
import { stockOf } from '../fixtures/stock.ts';

let desk: ItemDesk;

beforeEach(async () => {
  desk = await openItemDesk();
});

afterEach(async () => {
  expect(desk.core.unexpected).toEqual([]);
  await desk.core.remove();
});

describe('saving an item', () => {
  test('stores it as the next version and records it', async () => {
    const { item, changeId } = await desk.save('C', {
      name: ' Long cable ',
      serialMask: ' @@-## ',
      units: [
        { unit: 'pallet', quantity: 60_000 },
        { unit: 'box', quantity: 6000 },
      ],
      storageDimensionGroup: 'SiteWh',
      serialNumberGroup: 'UNKNOWN',
    });
    expect(item).toMatchObject({
      version: 2,
      name: 'Long cable',
      serialMask: '@@-##',
      serialNumberGroup: 'UNKNOWN',
      units: [
        { unit: 'box', quantity: 6000 },
        { unit: 'pallet', quantity: 60_000 },
      ],
    });
    expect(await desk.get('c')).toEqual(item);
    const [event] = await desk.events('item');
    expect(event).toMatchObject({
      changeId,
      door: 'page',
      subject: 'C',
      before: { name: 'Cable', trackingDimensionGroup: 'No', units: [] },
      after: { name: 'Long cable', trackingDimensionGroup: 'No' },
    });
    expect(await desk.core.api.storageGroups.list.query()).toEqual([
      { name: 'SiteWh', warehouseProcesses: true },
    ]);
    expect((await desk.events('storage-dimension-group'))[0]).toMatchObject({
      changeId,
      name: 'SiteWh',
      before: null,
    });
  });

  test('says that nothing changed', async () => {
    expect(await desk.save('C', {})).toMatchObject({ changeId: null, item: { version: 1 } });
  });

  test('refuses what another window has overtaken, and what is not there', async () => {
    const mine = await desk.changed('C', { name: 'Mine' });
    await desk.save('C', { name: 'Theirs' });
    expect(await problemOf(desk.core.api.items.save.mutate(mine))).toMatchObject({
      code: 'changed-meanwhile',
      httpStatus: 409,
    });
    expect((await desk.get('C')).name).toBe('Theirs');
    expect(await problemOf(desk.core.api.items.save.mutate({ ...mine, itemNumber: 'Z' }))).toMatchObject({
      code: 'not-found',
    });
    expect(await problemOf(desk.save('C', { groupId: 999 }))).toMatchObject({
      code: 'not-found',
      path: 'groupId',
    });
  });

  test('refuses a unit that is not whole', async () => {
    expect(await problemOf(desk.save('C', { units: [{ unit: 'odd', quantity: 1500 }] }))).toMatchObject({
      code: 'invalid',
      path: 'units.0.quantity',
    });
  });

  test('to another group asks for confirmation, and goes through with it', async () => {
    const to = { groupId: await desk.groupId('SerPick') };
    expect(await problemOf(desk.save('A', to))).toMatchObject({
      code: 'needs-confirmation',
      httpStatus: 409,
    });
    expect((await desk.get('A')).version).toBe(1);
    const preview = await desk.core.api.items.whatIf.query(await desk.changed('A', to));
    expect(preview).toMatchObject({
      needsConfirmation: true,
      items: 1,
      rows: 3,
      transitions: [{ from: 'Overdue', to: 'Expected', rows: 1, quantity: 3000 }],
    });
    expect(await problemOf(desk.save('A', to, preview.revision + 1))).toMatchObject({
      code: 'needs-confirmation',
    });
    const { item, changeId } = await desk.save('A', to, preview.revision);
    expect(item.groupId).toBe(to.groupId);

    const undo = await desk.core.api.history.whatIfUndo.query({ changeId: changeId ?? 0 });
    await desk.core.api.history.undo.mutate({ changeId: changeId ?? 0, confirmed: undo.revision });
    expect((await desk.get('A')).groupId).toBe(await desk.groupId('Ser'));
  });

  test('needs no confirmation where there is no stock', async () => {
    expect((await desk.save('D', { groupId: await desk.groupId('No') })).item.version).toBe(2);
  });

  test('refuses to take serial numbers out of tracking', async () => {
    const to = { groupId: await desk.groupId('No') };
    for (const call of [
      desk.save('A', to),
      desk.save('A', to, 1),
      desk.core.api.items.whatIf.query(await desk.changed('A', to)),
    ])
      expect(await problemOf(call)).toMatchObject({
        code: 'in-use',
        sentence: 'The on-hand of A carries serial numbers, and Serial number would not be Active any more.',
      });
    expect(await problemOf(desk.save('A', { groupId: null }))).toMatchObject({ code: 'in-use' });
  });
});

describe('a serial mask', () => {
  test('is proposed from the serial numbers on hand', async () => {
    expect(await desk.core.api.items.proposeMask.query({ itemNumber: 'a' })).toEqual({
      mask: 'CAM-###',
      serials: 2,
    });
    expect(await desk.core.api.items.proposeMask.query({ itemNumber: 'B' })).toEqual({
      mask: null,
      serials: 0,
    });
  });

  test('makes what does not fit it Invalid, on hand and in a preview', async () => {
    await desk.save('A', { serialMask: 'CAM-##1' });
    const rows = await stockOf(desk.core, {
      conditions: [{ column: 'itemNumber', operator: 'equals', value: 'A' }],
    });
    expect(rows.map(({ serialNumber, invalid }) => [serialNumber, invalid])).toEqual([
      ['', []],
      ['CAM-001', []],
      ['CAM-002', ["The serial number does not fit the item's serial mask CAM-##1."]],
    ]);
    const preview = await importFiles(desk.core, [
      onHandCsv([{ item: 'A', serial: 'CAM-9', quantity: '1' }]),
    ]);
    expect(await problemsOf(desk.core, preview)).toMatchObject([
      {
        row: 2,
        outcome: 'Invalid',
        value: 'CAM-9',
        reason: expect.stringContaining('serial mask CAM-##1') as string,
      },
    ]);
  });
});

test('saving a group says where its capture fails', async () => {
  await load(
    desk.core,
    csvFile(
      'items.csv',
      ['ITEMNUMBER', 'TRACKINGDIMENSIONGROUPNAME', 'CATCHWEIGHTUNITSYMBOL'],
      [['D', 'SerPick', 'kg']],
    ),
  );
  const group = (await desk.core.api.groups.list.query()).find(({ name }) => name === 'SerPick');
  if (group === undefined) throw new Error('The group is missing.');
  const { deadEnds } = await desk.core.api.groups.save.mutate({ ...group, description: 'Late' });
  expect(deadEnds.map(({ step }) => step)).toEqual(['Pick']);
  expect(deadEnds[0]?.sentence).toContain('D is a catch weight item');
});
