import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirm, importFiles, load, openTestCore, problemsOf, type TestCore } from '../fixtures/core.ts';
import { csvFile, groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { makeOrder, orderLine } from '../fixtures/orders.ts';

let core: TestCore;
beforeEach(async () => {
  core = openTestCore();
  await load(
    core,
    groupsCsv([{ name: 'Pick', active: true, control: true, capture: 'Picking' }, { name: 'No' }]),
    itemsCsv([
      ['P', 'Pick'],
      ['U', 'No'],
    ]),
    onHandCsv([{ item: 'P', location: 'BULK-1', quantity: '9' }]),
  );
  const item = await core.api.items.get.query({ itemNumber: 'P' });
  await core.api.items.save.mutate({
    ...item,
    inventoryUnit: 'pcs',
    units: [{ unit: 'Box', quantity: 6000 }],
  });
});
afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

const sales = (...rows: readonly (readonly string[])[]) =>
  csvFile(
    'sales.csv',
    ['SALESORDERNUMBER', 'ITEMNUMBER', 'ORDEREDSALESQUANTITY', 'SALESUNITSYMBOL', 'SHIPPINGWAREHOUSEID'],
    rows,
  );

const purchase = (...rows: readonly (readonly string[])[]) =>
  csvFile(
    'purchase.csv',
    [
      'PURCHASEORDERNUMBER',
      'LINENUMBER',
      'ITEMNUMBER',
      'ORDEREDPURCHASEQUANTITY',
      'PURCHASEUNITSYMBOL',
      'RECEIVINGWAREHOUSEID',
    ],
    rows,
  );

const lines = async (number: string): Promise<readonly string[]> => {
  const { rows } = await core.api.orders.page.query({ search: number });
  const id = rows.find((row) => row.number === number)?.id ?? 0;
  const order = await core.api.orders.get.query({ id });
  return order.lines.map((line) =>
    [
      line.lineNumber,
      line.itemNumber,
      line.quantity / 1000,
      line.unitQuantity / 1000,
      line.unit,
      line.warehouse,
      line.toWarehouse,
    ].join(' '),
  );
};

describe('order lines', () => {
  it('are recognised by their columns, previewed and stored, each kind', async () => {
    const transfer = csvFile(
      'transfer.csv',
      [
        'TRANSFERORDERNUMBER',
        'LINENUMBER',
        'ITEMNUMBER',
        'TRANSFERQUANTITY',
        'SHIPPINGWAREHOUSEID',
        'RECEIVINGWAREHOUSEID',
        'ITEMSERIALNUMBER',
      ],
      [['TO-1', '1.0000000000000000', 'P', '3.000000', '61', '62', '']],
    );
    const preview = await importFiles(core, [
      sales(['SO-1', 'P', '2', 'box', '61'], ['SO-1', 'U', '0.5', '', '61'], ['SO-2', 'p', '1', 'PCS', '62']),
      purchase(['PO-1', '10', 'P', '5', 'pcs', '61'], ['PO-1', '20', 'U', '1', '', '61']),
      transfer,
    ]);
    expect(preview.files.map(({ kind, counts }) => [kind, counts.new, counts.refused])).toEqual([
      ['sales-orders', 3, 0],
      ['purchase-orders', 2, 0],
      ['transfer-orders', 1, 0],
    ]);
    expect(preview.applicable).toBe(true);
    expect((await core.api.orders.page.query({})).total).toBe(0);
    expect((await confirm(core, preview)).status).toBe('done');
    expect(await lines('SO-1')).toEqual(['1 P 12 2 Box 61 ', '2 U 0.5 0.5  61 ']);
    expect(await lines('SO-2')).toEqual(['1 P 1 1 pcs 62 ']);
    expect(await lines('PO-1')).toEqual(['10 P 5 5 pcs 61 ', '20 U 1 1  61 ']);
    expect(await lines('TO-1')).toEqual(['1 P 3 3 pcs 61 62']);
  });

  it('say of each line whether it is new, changed or unchanged, and keep what a file does not name', async () => {
    await load(core, purchase(['PO-1', '1', 'P', '5', '', '61'], ['PO-1', '2', 'U', '1', '', '61']));
    const again = await importFiles(core, [
      purchase(['po-1', '1', 'P', '5', '', '61'], ['PO-1', '3', 'U', '2', '', '61']),
    ]);
    expect(again.files[0]?.counts).toEqual({ new: 1, changed: 0, unchanged: 1, refused: 0 });
    expect((await confirm(core, again)).status).toBe('done');
    const changed = await load(core, purchase(['PO-1', '2', 'U', '7', '', '61']));
    expect(changed.files[0]?.counts).toEqual({ new: 0, changed: 1, unchanged: 0, refused: 0 });
    expect(await lines('PO-1')).toEqual(['1 P 5 5 pcs 61 ', '2 U 7 7  61 ', '3 U 2 2  61 ']);
    expect((await core.api.orders.page.query({})).total).toBe(1);
  });

  it('without line numbers are counted within their order', async () => {
    await load(
      core,
      sales(['SO-1', 'P', '1', '', '61'], ['SO-2', 'P', '1', '', '61'], ['SO-1', 'U', '1', '', '61']),
    );
    const again = await importFiles(core, [
      sales(['SO-1', 'P', '1', '', '61'], ['SO-1', 'U', '4', '', '61']),
    ]);
    expect(again.files[0]?.counts).toEqual({ new: 0, changed: 1, unchanged: 1, refused: 0 });
  });

  it('are refused row by row, every problem at once, and the good ones stored', async () => {
    const preview = await importFiles(core, [
      sales(
        ['SO-1', 'X', '1', '', '61'],
        ['SO-1', 'P', '1', 'pallet', '61'],
        ['SO-1', 'P', '0.5', 'pcs', '61'],
        ['SO-1', 'P', '0.5', 'box', '61'],
        ['SO-1', 'P', '-1', '', '61'],
        ['SO-1', 'P', 'many', '', '61'],
        ['SO-1', 'P', '1', '', ''],
        ['', 'P', '1', '', '61'],
        ['SO-1', 'P', '1'],
      ),
    ]);
    expect(preview.files[0]?.counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 8 });
    const found = await problemsOf(core, preview);
    expect(found.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [2, 'ITEMNUMBER', 'There is no item X.'],
      [3, 'SALESUNITSYMBOL', 'P has no unit pallet. Its units are pcs, Box.'],
      [
        4,
        'ORDEREDSALESQUANTITY',
        'P is tracked by serial number, and 0.5 pcs is not a whole number of units.',
      ],
      [6, 'ORDEREDSALESQUANTITY', 'An ordered quantity is above zero.'],
      [7, 'ORDEREDSALESQUANTITY', expect.stringContaining('This is not a number.')],
      [8, 'SHIPPINGWAREHOUSEID', 'Choose a warehouse.'],
      [9, 'SALESORDERNUMBER', 'Give the order a number.'],
      [10, '', 'The row has 3 fields where the header has 5.'],
    ]);
    expect((await confirm(core, preview)).status).toBe('done');
    // The fourth row of its order, and so its fourth line.
    expect(await lines('SO-1')).toEqual(['4 P 3 0.5 Box 61 ']);
  });

  it('are refused where a line stands twice, in one file or in two', async () => {
    const preview = await importFiles(core, [
      purchase(
        ['PO-1', '1', 'P', '1', '', '61'],
        ['PO-1', '1', 'U', '1', '', '61'],
        ['PO-1', '1.5', 'U', '1', '', '61'],
      ),
      purchase(['PO-1', '1', 'P', '2', '', '61']),
    ]);
    expect((await problemsOf(core, preview)).map(({ reason }) => reason)).toEqual([
      'Row 2 has this line already.',
      'A line number is a whole number above zero.',
    ]);
    expect((await problemsOf(core, preview, 1)).map(({ reason }) => reason)).toEqual([
      'Another file of this import has this line already.',
    ]);
  });

  it('do not change what happened for a line', async () => {
    const order = await makeOrder(core, 'Sales', 'SO-1', orderLine('P', 5));
    await core.api.orders.release.mutate({ id: order.id });
    const preview = await importFiles(core, [
      sales(['SO-1', 'P', '4', '', '61'], ['SO-1', 'U', '1', '', '61']),
    ]);
    expect(preview.files[0]?.counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 1 });
    expect((await problemsOf(core, preview)).map(({ reason }) => reason)).toEqual([
      '5 of P are released to the warehouse already, so no less can be ordered.',
    ]);
  });

  it('find the items of the same import, and are no change of the configuration', async () => {
    const preview = await load(core, sales(['SO-1', 'New', '2', '', '61']), itemsCsv([['NEW', 'No']]));
    expect(preview.files.map(({ counts }) => counts.new)).toEqual([1, 1]);
    expect(await lines('SO-1')).toEqual(['1 NEW 2 2  61 ']);
  });

  it('take a transfer to another warehouse only', async () => {
    const preview = await importFiles(core, [
      csvFile(
        't.csv',
        ['TRANSFERORDERNUMBER', 'ITEMNUMBER', 'TRANSFERQUANTITY', 'FROMWAREHOUSEID', 'TOWAREHOUSEID'],
        [
          ['TO-1', 'P', '1', '61', '61'],
          ['TO-1', 'P', '1', '61', ''],
        ],
      ),
    ]);
    expect((await problemsOf(core, preview)).map(({ column, reason }) => [column, reason])).toEqual([
      ['TOWAREHOUSEID', 'A transfer goes to another warehouse than it comes from.'],
      ['TOWAREHOUSEID', 'Choose the warehouse that the transfer goes to.'],
    ]);
    expect(preview.applicable).toBe(false);
  });
});
