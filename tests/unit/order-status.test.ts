import { describe, expect, it } from 'vitest';
import { refuseLineChange, type OrderedLine } from '../../src-main/domain/order-change.ts';
import { inInventoryUnit } from '../../src-main/domain/order-units.ts';
import {
  orderStatus,
  totalsOf,
  type LineProgress,
  type OrderStatus,
} from '../../src-main/domain/order-status.ts';
import { orderInputSchema, type OrderKind } from '../../src-main/domain/order.ts';

const nothing: LineProgress = {
  ordered: 10_000,
  released: 0,
  openWork: 0,
  picked: 0,
  packed: 0,
  shipped: 0,
  inTransit: 0,
  received: 0,
};

const line = (done: Partial<LineProgress>): LineProgress => ({ ...nothing, ...done });

describe('the status of an order', () => {
  it.each<[OrderKind, string, readonly Partial<LineProgress>[], OrderStatus]>([
    ['Purchase', 'nothing received', [{}], 'Open'],
    ['Purchase', 'a part received', [{ received: 4000 }], 'Partly received'],
    ['Purchase', 'all received', [{ received: 10_000 }], 'Received'],
    ['Purchase', 'more received than ordered', [{ received: 12_000 }], 'Received'],
    ['Purchase', 'more of one line, none of the other', [{ received: 20_000 }, {}], 'Partly received'],
    ['Return', 'all received', [{ received: 10_000 }], 'Received'],
    ['Production', 'a part received', [{ received: 1 }], 'Partly received'],
    ['Sales', 'nothing released', [{}], 'Open'],
    ['Sales', 'work open', [{ openWork: 10_000, released: 10_000 }], 'Released'],
    ['Sales', 'work of one line open', [{ openWork: 1000 }, {}], 'Released'],
    ['Sales', 'a part picked', [{ picked: 3000, openWork: 7000 }], 'Picking'],
    ['Sales', 'all picked', [{ picked: 10_000 }], 'Picked'],
    ['Sales', 'some packed, the rest picked', [{ picked: 6000, packed: 4000 }], 'Picked'],
    ['Sales', 'all packed', [{ packed: 10_000 }], 'Packed'],
    ['Sales', 'one line packed, one picked', [{ packed: 10_000 }, { picked: 10_000 }], 'Picked'],
    ['Sales', 'a part shipped', [{ shipped: 4000, packed: 6000 }], 'Partly shipped'],
    ['Sales', 'all shipped', [{ shipped: 10_000 }], 'Shipped'],
    ['Transfer', 'all shipped', [{ shipped: 10_000, inTransit: 10_000 }], 'In transit'],
    ['Transfer', 'a part shipped', [{ shipped: 2000, inTransit: 2000 }], 'Partly shipped'],
    ['Transfer', 'a part arrived', [{ shipped: 10_000, inTransit: 5000, received: 5000 }], 'Partly received'],
    ['Transfer', 'all arrived', [{ shipped: 10_000, received: 10_000 }], 'Received'],
  ])('%s, %s: %#', (kind, _what, lines, status) => {
    expect(orderStatus(kind, totalsOf(lines.map(line)))).toBe(status);
  });
});

describe('a line for which something happened', () => {
  const before: OrderedLine = {
    itemNumber: 'A',
    quantity: 10_000,
    site: '',
    warehouse: '61',
    toSite: '',
    toWarehouse: '62',
  };
  const past = { touched: true, progress: line({ released: 6000, openWork: 2000, picked: 4000 }) };

  it.each<[string, Partial<OrderedLine>, string | undefined]>([
    ['keeps its item', { itemNumber: 'B' }, 'itemNumber'],
    ['keeps its warehouse', { warehouse: '63' }, 'warehouse'],
    ['keeps where it goes', { toWarehouse: '63' }, 'toWarehouse'],
    ['is not ordered below what is released', { quantity: 5999 }, 'quantity'],
    ['may be ordered down to what is released', { quantity: 6000 }, undefined],
    ['may be ordered up', { quantity: 20_000 }, undefined],
    ['may get another site', { site: '6' }, undefined],
  ])('%s', (_what, change, field) => {
    expect(refuseLineChange('Transfer', before, { ...before, ...change }, past)?.field).toBe(field);
  });

  it('may change in every way where nothing happened', () => {
    const after = { ...before, itemNumber: 'B', warehouse: '9', quantity: 1 };
    expect(
      refuseLineChange('Transfer', before, after, { touched: false, progress: nothing }),
    ).toBeUndefined();
  });

  it('is bound by what was received on the way in', () => {
    const received = { touched: true, progress: line({ received: 3000 }) };
    expect(refuseLineChange('Purchase', before, { ...before, quantity: 2000 }, received)?.reason).toBe(
      '3 of A are received already, so no less can be ordered.',
    );
  });
});

describe('the inventory unit', () => {
  const item = {
    itemNumber: 'A',
    inventoryUnit: 'pcs',
    units: [{ unit: 'Box', quantity: 6000 }],
    wholeUnits: true,
  };

  it.each([
    ['pcs', 2000, { quantity: 2000, unit: 'pcs' }],
    ['', 2000, { quantity: 2000, unit: 'pcs' }],
    ['box', 1000, { quantity: 6000, unit: 'Box' }],
    ['BOX', 1500, { quantity: 9000, unit: 'Box' }],
  ])('%s %d', (unit, quantity, expected) => {
    expect(inInventoryUnit(item, unit, quantity)).toEqual(expected);
  });

  it('refuses parts of a unit of an item with serial numbers only', () => {
    expect(inInventoryUnit(item, 'box', 250)).toMatchObject({ field: 'quantity' });
    expect(inInventoryUnit({ ...item, wholeUnits: false }, 'box', 250)).toEqual({
      quantity: 1500,
      unit: 'Box',
    });
  });

  it('names the units of the item where it does not know one', () => {
    expect(inInventoryUnit(item, 'pallet', 1000)).toEqual({
      field: 'unit',
      problem: 'A has no unit pallet. Its units are pcs, Box.',
    });
  });

  it('refuses more than can be counted exactly', () => {
    expect(inInventoryUnit(item, 'box', 999_999_999_000)).toMatchObject({ field: 'quantity' });
  });
});

describe('the input of an order', () => {
  const input = {
    kind: 'Return',
    number: ' RMA-1 ',
    name: '',
    lines: [
      {
        itemNumber: 'A',
        quantity: 1000,
        unit: '',
        site: '',
        warehouse: '61',
        toSite: '',
        toWarehouse: '',
        returnsLine: 3,
      },
    ],
  };
  it('lets only a return give a sales line back', () => {
    expect(orderInputSchema.parse(input)).toMatchObject({ number: 'RMA-1' });
    expect(orderInputSchema.safeParse({ ...input, kind: 'Sales' }).error?.issues[0]?.path).toEqual([
      'lines',
      0,
      'returnsLine',
    ]);
  });
});
