import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrackingDimensionGroup } from '../../src-main/domain/tracking-dimension-group.ts';
import type { SettingPath, SettingValue } from '../../src-main/domain/tracking-fields.ts';
import { withSetting } from '../../src-main/domain/tracking-fields.ts';
import { load, openTestCore, problemOf, type TestCore } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';

let core: TestCore;

beforeEach(async () => {
  core = openTestCore();
  await load(
    core,
    groupsCsv([
      { name: 'Ser', active: true, control: true },
      { name: 'SerPick', capture: 'Picking', active: true, control: true },
      { name: 'Unused', active: true },
    ]),
    itemsCsv([
      ['A', 'SerPick'],
      ['B', 'SerPick'],
      ['C', 'Ser'],
    ]),
    onHandCsv([
      { item: 'A', location: 'L1', quantity: '5' },
      { item: 'A', location: 'L1', serial: 'S1', quantity: '1' },
      { item: 'B', location: 'L2', quantity: '2' },
      { item: 'C', location: 'L3', quantity: '7' },
    ]),
  );
});

afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

async function groupNamed(name: string): Promise<TrackingDimensionGroup> {
  const found = (await core.api.groups.list.query()).find((group) => group.name === name);
  if (found === undefined) throw new Error(`There is no group ${name}.`);
  return found;
}

const changed = (
  { id, version, name, description, settings }: TrackingDimensionGroup,
  path: SettingPath,
  value: SettingValue,
) => ({ id, version, name, description, settings: withSetting(settings, path, value) });

describe('what-if of a group', () => {
  it('says what becomes of the blanks, with examples, and changes nothing', async () => {
    const group = await groupNamed('SerPick');
    const preview = await core.api.groups.whatIf.query(changed(group, 'captureSerialNumber', 'None'));
    expect(preview).toMatchObject({
      needsConfirmation: true,
      items: 2,
      rows: 3,
      quantity: 8000,
      transitions: [{ from: 'Expected', to: 'Overdue', items: 2, rows: 2, quantity: 7000 }],
    });
    expect(preview.examples).toEqual([
      {
        itemNumber: 'A',
        productName: 'Product A',
        warehouse: '61',
        location: 'L1',
        quantity: 5000,
        from: 'Expected',
        to: 'Overdue',
      },
      {
        itemNumber: 'B',
        productName: 'Product B',
        warehouse: '61',
        location: 'L2',
        quantity: 2000,
        from: 'Expected',
        to: 'Overdue',
      },
    ]);
    expect(await groupNamed('SerPick')).toEqual(group);
  });

  it('goes the other way round too', async () => {
    const preview = await core.api.groups.whatIf.query(
      changed(await groupNamed('Ser'), 'captureSerialNumber', 'Packing'),
    );
    expect(preview.transitions).toEqual([
      { from: 'Overdue', to: 'Expected', items: 1, rows: 1, quantity: 7000 },
    ]);
  });

  it('is not asked for where the stock is governed as before, or there is none', async () => {
    const prices = await core.api.groups.save.mutate(
      changed(await groupNamed('SerPick'), 'serialNumber.salesPrices', true),
    );
    expect(prices.group.version).toBe(2);
    const unused = await core.api.groups.save.mutate(
      changed(await groupNamed('Unused'), 'captureSerialNumber', 'Packing'),
    );
    expect(unused.group.settings.captureSerialNumber).toBe('Packing');
  });

  it('must be confirmed, at this state of the data, whoever calls', async () => {
    const input = changed(await groupNamed('SerPick'), 'captureSerialNumber', 'Packing');
    expect(await problemOf(core.api.groups.save.mutate(input))).toMatchObject({
      code: 'needs-confirmation',
      httpStatus: 409,
    });
    const { revision } = await core.api.groups.whatIf.query(input);
    await load(core, onHandCsv([{ item: 'A', location: 'L1', quantity: '6' }]));
    expect(await problemOf(core.api.groups.save.mutate({ ...input, confirmed: revision }))).toMatchObject({
      code: 'needs-confirmation',
    });
    const again = await core.api.groups.whatIf.query(input);
    const saved = await core.api.groups.save.mutate({ ...input, confirmed: again.revision });
    expect(saved.group.settings.captureSerialNumber).toBe('Packing');
  });

  it.each<[SettingPath, SettingValue]>([
    ['serialNumberControl', false],
    ['serialNumber.active', false],
    ['serialNumber.activeInSalesProcess', true],
    ['serialNumber.financialInventory', true],
    ['batchNumber.active', true],
    ['owner.active', true],
  ])('refuses a change of %s under stock, with the field', async (path, value) => {
    const problem = await problemOf(
      core.api.groups.whatIf.query(changed(await groupNamed('Ser'), path, value)),
    );
    expect(problem.code).toMatch(/^(in-use|invalid)$/);
    expect(problem.path).toMatch(/^settings\./);
    expect(problem.sentence).toMatch(/\.$/);
  });
});
