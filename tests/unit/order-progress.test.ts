import { afterEach, beforeEach, expect, it } from 'vitest';
import { THOUSANDTHS } from '../../src-main/domain/quantity.ts';
import { stockKey } from '../../src-main/domain/stock-key.ts';
import { reverseAction } from '../../src-main/services/reverse-event.ts';
import { insertLine, insertOrder } from '../../src-main/store/order-changes.ts';
import { wrongOrderLineSums } from '../../src-main/store/order-line-sums.ts';
import {
  lineProgress,
  linesOfOrder,
  orderLineById,
  touchedLines,
} from '../../src-main/store/order-queries.ts';
import { reopenWork } from '../../src-main/store/pick-queries.ts';
import { openLedgerDesk, type LedgerDesk } from '../fixtures/ledger-desk.ts';

let desk: LedgerDesk;
beforeEach(() => {
  desk = openLedgerDesk();
  desk.item('A', {});
});
afterEach(() => {
  expect(wrongOrderLineSums(desk.store, 10)).toEqual([]);
  desk.remove();
});

const order = (
  kind: 'Sales' | 'Transfer' | 'Purchase',
  ...quantities: readonly number[]
): readonly number[] =>
  desk.store.change(() => {
    const id = insertOrder(desk.store, { kind, number: `${kind}-1`, name: '' }, '2026-01-05T08:00:00.000Z');
    for (const [index, quantity] of quantities.entries())
      insertLine(desk.store, id, index + 1, {
        itemNumber: 'A',
        quantity: quantity * THOUSANDTHS,
        unit: 'ea',
        unitQuantity: quantity * THOUSANDTHS,
        site: '',
        warehouse: '61',
        toSite: '',
        toWarehouse: kind === 'Transfer' ? '62' : '',
        returnsLine: null,
      });
    return linesOfOrder(desk.store, id).map((line) => line.id);
  });

const at = (orderLineId = 0, more = {}) =>
  stockKey({ itemNumber: 'A', warehouse: '61', location: 'STAGE', orderLineId, ...more });

it('adds picked, packed, shipped, in transit and received up by line', () => {
  const [first = 0, second = 0] = order('Transfer', 10, 5);
  desk.receive({ itemNumber: 'A', location: 'STAGE' }, [], 20);
  const [row] = desk.stock('A');
  desk.store.change(() =>
    reopenWork(desk.store, { orderLineId: first, warehouse: '61', location: 'BULK', licensePlate: '' }, 1000),
  );
  desk.act((posting) => {
    posting.event('pick', { orderLineId: first });
    posting.move(row?.id ?? 0, at(first), 9000);
  });
  const picked = desk.stock('A').find(({ key }) => key.orderLineId === first)?.id ?? 0;
  desk.act((posting) => {
    posting.event('pack', { orderLineId: first });
    posting.move(picked, at(first, { containerId: 7 }), 2000);
  });
  desk.act((posting) => {
    posting.event('transfer-shipment', { orderLineId: first });
    posting.move(picked, at(first, { warehouse: '62', inTransit: 1 }), 4000);
  });
  const transit = desk.stock('A').find(({ key }) => key.inTransit === 1)?.id ?? 0;
  desk.act((posting) => {
    posting.event('transfer-receipt', { orderLineId: first });
    posting.move(transit, at(0, { warehouse: '62' }), 1000);
  });
  const progress = lineProgress(desk.store, [first, second, 999]);
  expect(progress.get(first)).toEqual({
    ordered: 10_000,
    released: 10_000,
    openWork: 1000,
    picked: 3000,
    packed: 2000,
    shipped: 4000,
    inTransit: 3000,
    received: 1000,
  });
  expect(progress.get(second)).toMatchObject({ ordered: 5000, released: 0, shipped: 0, received: 0 });
  expect(progress.has(999)).toBe(false);
  expect([...touchedLines(desk.store, [first, second])]).toEqual([first]);
  expect(orderLineById(desk.store, second)).toMatchObject({
    orderKind: 'Transfer',
    orderNumber: 'Transfer-1',
    lineNumber: 2,
    itemName: 'Item A',
    toWarehouse: '62',
  });
});

it('takes back what a reversed event counted', () => {
  const [line = 0] = order('Purchase', 10);
  const receive = (units: number): number =>
    desk.act((posting) => {
      posting.event('receipt', { orderLineId: line });
      posting.put(at(), units * THOUSANDTHS);
      return posting.actionId();
    });
  receive(3);
  const second = receive(4);
  expect(lineProgress(desk.store, [line]).get(line)?.received).toBe(7000);
  desk.act((posting) => reverseAction(desk.store, posting, second, () => undefined));
  expect(lineProgress(desk.store, [line]).get(line)?.received).toBe(3000);
  expect([...touchedLines(desk.store, [line])]).toEqual([line]);
});

it('counts a reversed shipment as not shipped', () => {
  const [line = 0] = order('Sales', 10);
  desk.act((posting) => {
    posting.event('receipt');
    posting.put(at(line), 5000);
  });
  const [row] = desk.stock('A');
  const shipped = desk.act((posting) => {
    posting.event('ship', { orderLineId: line });
    posting.take(row?.id ?? 0, 5000);
    return posting.actionId();
  });
  expect(lineProgress(desk.store, [line]).get(line)).toMatchObject({ shipped: 5000, picked: 0 });
  desk.act((posting) => reverseAction(desk.store, posting, shipped, () => undefined));
  expect(lineProgress(desk.store, [line]).get(line)).toMatchObject({ shipped: 0, picked: 5000 });
});

it('finds kept sums that are not what the ledger says', () => {
  const [line = 0] = order('Purchase', 10);
  desk.store.runSql('UPDATE order_lines SET received = 1 WHERE id = ?', [line]);
  expect(wrongOrderLineSums(desk.store, 10)).toEqual([line]);
  desk.store.runSql('UPDATE order_lines SET received = 0 WHERE id = ?', [line]);
});
