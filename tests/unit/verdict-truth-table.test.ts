import { afterAll, beforeAll, expect, test } from 'vitest';
import { captures } from '../../src-main/domain/capture.ts';
import { locationStages } from '../../src-main/domain/verdict.ts';
import { createRowView } from '../../src-main/services/on-hand-row.ts';
import { listGroups } from '../../src-main/store/group-queries.ts';
import { rowsOf } from '../../src-main/store/on-hand-queries.ts';
import { stockKey } from '../../src-main/domain/stock-key.ts';
import { openFlowDesk, type FlowDesk } from '../fixtures/flow-desk.ts';
import { expectRecounted, recount } from '../fixtures/verdict-recount.ts';

let flow: FlowDesk;

const holdings = [
  {},
  { orderLineId: 1 },
  { orderLineId: 1, containerId: 1 },
  { orderLineId: 1, inTransit: 1 },
  { exceptionId: 1 },
  { exceptionId: 1, orderLineId: 1 },
] as const;

/** Open work on the 4 units of a place: none, some, all, more than there are. */
const works = [0, 3, 4, 9];

/** Every policy, at every stage, held by anything, blank and not, valid and not, awaited or not, one row each. */
beforeAll(() => {
  flow = openFlowDesk();
  const { store } = flow.desk;
  store.change(() => {
    store.runSql(
      `INSERT INTO storage_dimension_groups (name, name_key, warehouse_processes) VALUES ('Plain', 'PLAIN', 0), ('Processes', 'PROCESSES', 1)`,
    );
    for (const stage of locationStages)
      store.runSql(`INSERT INTO places (warehouse, location, stage) VALUES ('61', ?, ?)`, [stage, stage]);
  });
  const policies = [true, false].flatMap((active) =>
    captures.flatMap((capture) =>
      [true, false].flatMap((blankReceipt) =>
        ['Plain', 'Processes', ''].map((storage) => ({ active, capture, blankReceipt, storage })),
      ),
    ),
  );
  for (const [index, { active, capture, blankReceipt, storage }] of policies.entries()) {
    const itemNumber = `I${index}`;
    flow.item(itemNumber, {
      'serialNumber.active': active,
      ...(active ? { serialNumberControl: true, captureSerialNumber: capture } : {}),
      ...(active && capture === 'None' ? { 'serialNumber.blankReceiptAllowed': blankReceipt } : {}),
    });
    store.change(() =>
      store.runSql('UPDATE items SET storage_dimension_group = ? WHERE item_number = ?', [
        storage,
        itemNumber,
      ]),
    );
    const { lineId } = flow.order('Sales', `SO-${index}`, itemNumber, 1000);
    flow.desk.act((posting) => {
      posting.event('receipt');
      for (const stage of locationStages)
        for (const holding of holdings)
          for (const serialNumber of [
            '',
            `S${index}-${stage}-${JSON.stringify(holding)}`.slice(0, 20),
            'D',
            'd',
          ])
            if (holding === holdings[0] || serialNumber === '' || serialNumber.startsWith('S'))
              posting.put(
                stockKey({ itemNumber, warehouse: '61', location: stage, serialNumber, ...holding }),
                serialNumber === '' ? 4000 : 1000,
              );
      posting.put(stockKey({ itemNumber, warehouse: '61', location: 'Storage', batchNumber: 'half' }), 500);
    });
    for (const stage of locationStages)
      for (const units of works)
        if (units > 0) {
          const plate = `LP${units}`;
          flow.desk.act((posting) => {
            posting.event('receipt');
            posting.put(
              stockKey({ itemNumber, warehouse: '61', location: stage, licensePlate: plate }),
              4000,
            );
          });
          store.change(() =>
            store.runSql(
              `INSERT INTO pick_work (order_line_id, warehouse, location, license_plate, remaining) VALUES (?, '61', ?, ?, ?)`,
              [lineId, stage, plate, units * 1000],
            ),
          );
        }
  }
});
afterAll(() => flow.desk.remove());

test('the filters, the sorts and the kept sums say what the documented table says', () => {
  expectRecounted(flow.desk.store);
});

test('the grid says of every row what the documented table says', () => {
  const { store } = flow.desk;
  const counted = recount(store);
  const view = createRowView(listGroups(store), 20, new Date());
  const shown = rowsOf(
    store,
    counted.map(({ row }) => row.id),
  ).map(view);
  expect(shown.length).toBeGreaterThan(1000);
  expect(
    shown.map(({ id, verdict, verdicts }) => ({
      id,
      parts: verdicts.length === 0 ? [[verdict, 0]] : verdicts.map((part) => [part.verdict, part.quantity]),
    })),
  ).toEqual(
    counted.map(({ row, parts }) => ({
      id: row.id,
      parts: [...parts].map(([verdict, quantity]) => [verdict, verdict === 'Not tracked' ? 0 : quantity]),
    })),
  );
});

test('every verdict is there', () => {
  const found = new Set(recount(flow.desk.store).flatMap(({ parts }) => [...parts.keys()]));
  expect([...found].toSorted()).toEqual([
    'Captured',
    'Due',
    'Exception',
    'Expected',
    'Invalid',
    'Not tracked',
    'Overdue',
  ]);
});
