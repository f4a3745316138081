import { axe, darkMode, expect, test } from './fixtures.ts';
import {
  asked,
  done,
  field,
  lineOf,
  openReceive,
  receipts,
  saveOrder,
  scan,
  send,
  start,
} from './receive-page.ts';

test('under None the serials are asked, by keyboard alone, and the receipt can be undone', async ({
  page,
}) => {
  await openReceive(page);
  await scan(page, 'a-100');
  await expect(field(page, 'Warehouse')).toBeFocused();
  await scan(page, '61');
  await expect(field(page, 'Quantity')).toBeFocused();
  await scan(page, '2');
  await expect(page.getByText('One serial number for each unit.')).toBeVisible();
  await expect(field(page, 'Location')).toBeFocused();
  await scan(page, 'BULK-1');
  await expect(field(page, 'License plate')).toBeFocused();
  await scan(page, 'LP-1');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Inventory status')).toBeFocused();
  await page.keyboard.press('Enter');
  const box = field(page, 'Serial number');
  await expect(box).toBeFocused();
  await scan(page, 'S1');
  await expect(page.getByText('1 / 2')).toBeVisible();
  // Too early: what is missing is said, and nothing is lost.
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert').filter({ hasText: '1 more serial number is needed.' })).toBeVisible();
  await expect(box).toBeFocused();
  await axe(page);
  await scan(page, 'S2');
  await expect(page.getByText('2 / 2')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(done(page)).toContainText('Received 2 ea of A-100.');
  await expect(start(page)).toBeFocused();
  await expect(receipts(page)).toContainText('2 ea of A-100');
  await expect(receipts(page)).toContainText('61 BULK-1 LP-1');
  await expect(receipts(page)).toContainText('Serial numbers: S1, S2');
  await axe(page);

  // The place is remembered; a serial that stands already is refused at once.
  await scan(page, 'A-100');
  await expect(field(page, 'Quantity')).toBeFocused();
  await expect(field(page, 'Warehouse')).toHaveValue('61');
  await expect(field(page, 'Location')).toHaveValue('BULK-1');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Enter');
  await expect(box).toBeFocused();
  await scan(page, 's1');
  await expect(page.getByRole('alert').filter({ hasText: 's1 stands elsewhere' })).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Undo 2 ea of A-100' }).click();
  await expect(receipts(page)).toContainText('Taken back');
});

test('under Picking and Packing nothing is asked, and a generated number is shown', async ({ page }) => {
  await openReceive(page);
  await send(page, 'numberGroups.save', {
    code: 'SN',
    name: '',
    parts: { date: false, reference: false, lotId: false, number: true },
    sequence: { code: '', format: 'SN-######', smallest: 1, largest: 999_999 },
    manual: false,
    onlyInventoryTransactions: false,
    onPhysicalUpdate: false,
    perQuantity: 1000,
    activations: { purchase: true, order: false, production: false, inventory: false, kanban: false },
    next: null,
  });
  for (const [item, step] of [
    ['B-100', 'picking'],
    ['C-100', 'packing'],
  ] as const) {
    await scan(page, item);
    await expect(asked(page)).toHaveText(`No serial number is asked here: it is captured at ${step}.`);
    await expect(field(page, 'Serial number')).toBeHidden();
    await field(page, 'Warehouse').fill('61');
    await field(page, 'Quantity').fill('40');
    await field(page, 'Location').fill('BULK-1');
    await page.getByRole('button', { name: 'Receive', exact: true }).click();
    await expect(done(page)).toContainText(`Received 40 ea of ${item}.`);
  }
  await scan(page, 'G-100');
  await expect(asked(page)).toHaveText('Number group SN will make the serial numbers.');
  await expect(field(page, 'Serial number')).toBeHidden();
  await expect(field(page, 'Quantity')).toBeFocused();
  await scan(page, '3');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Enter');
  await expect(done(page)).toContainText('3 numbers made: SN-000001 to SN-000003.');
  await expect(receipts(page)).toContainText('Numbers made: SN-000001, SN-000002, SN-000003');

  await page.getByRole('link', { name: 'On-hand' }).click();
  const grid = page.getByRole('grid', { name: 'On-hand inventory' });
  await expect(grid.getByRole('row').filter({ hasText: 'B-100' })).toContainText('Blank');
  await expect(grid.getByRole('row').filter({ hasText: 'SN-000003' })).toBeVisible();
});

test('an order is scanned, its lines are received one after the other', async ({ page, open, watch }) => {
  // What the server refuses.
  watch.expect(/400/);
  await openReceive(page);
  const orderId = await saveOrder(
    page,
    'Purchase',
    'PO-7',
    lineOf('A-100', 1000),
    lineOf('B-100', 12_000),
    lineOf('C-100', 1000),
  );
  await page.reload();
  const orders = page.getByRole('list', { name: 'Orders with something to receive' });
  await expect(orders).toContainText('PO-7');
  await expect(start(page)).toBeFocused();
  await scan(page, 'po-7');
  const lines = page.getByRole('list', { name: 'Lines that are open' });
  await expect(lines.getByRole('listitem')).toHaveCount(3);
  await expect(start(page)).toBeFocused();
  await scan(page, 'B-100');
  await expect(field(page, 'Quantity')).toBeFocused();
  await expect(field(page, 'Quantity')).toHaveValue('12');
  await scan(page, '20');
  await field(page, 'Location').fill('BULK-1');
  await field(page, 'Inventory status').press('Enter');
  await expect(page.getByText('Only 12 of B-100 are left to receive on line 2 of PO-7.')).toBeVisible();
  await expect(field(page, 'Quantity')).toBeFocused();
  await expect(field(page, 'Location')).toHaveValue('BULK-1');
  await scan(page, '5');
  await page.keyboard.press('Control+s');
  await expect(done(page)).toContainText('Received 5 ea of B-100.');
  await expect(lines.getByRole('listitem').nth(1)).toContainText('7 ea left');
  await expect(start(page)).toBeFocused();

  // Enter takes the next line; what is entered for it is not lost by another scan.
  await page.keyboard.press('Enter');
  await expect(field(page, 'Quantity')).toHaveValue('1');
  await field(page, 'Serial number').focus();
  await scan(page, 'S9');
  await expect(page.getByText('1 / 1')).toBeVisible();
  await start(page).focus();
  await scan(page, 'C-100');
  await expect(
    page.getByRole('alert').filter({ hasText: '1 serial number is entered for A-100.' }),
  ).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(done(page)).toContainText('Received 1 ea of A-100.');
  await expect(lines.getByRole('listitem')).toHaveCount(2);
  await scan(page, 'A-100');
  await expect(
    page.getByRole('alert').filter({ hasText: 'A-100 is not open on PO-7. Close the order' }),
  ).toBeVisible();
  await axe(page);

  await open(`/receive?order=${orderId}`);
  await expect(lines.getByRole('listitem')).toHaveCount(2);
  await scan(page, 'nothing');
  await expect(page.getByText('There is no order and no item nothing.')).toBeVisible();
});

test('a box of 6 asks 6 serials, which are created by a format', async ({ page }) => {
  await openReceive(page);
  await send(page, 'items.save', {
    itemNumber: 'K-1',
    name: 'Kit',
    storageDimensionGroup: '',
    reservationHierarchy: '',
    serialNumberGroup: '',
    batchNumberGroup: '',
    inventoryUnit: 'ea',
    catchWeightUnit: '',
    groupId: 1,
    serialMask: '',
    gtin: '4006381333931',
    units: [{ unit: 'box', quantity: 6000 }],
  });
  await scan(page, '4006381333931');
  await page.getByRole('combobox', { name: 'Unit' }).click();
  await page.getByRole('option', { name: 'box (6)' }).click();
  await expect(page.getByText('= 6 ea')).toBeVisible();
  await expect(page.getByText('0 / 6')).toBeVisible();
  await page.getByRole('button', { name: 'Create serial numbers' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create serial numbers' });
  await dialog.getByRole('textbox', { name: 'Format' }).fill('ABC-###-DEF');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('6 / 6')).toBeVisible();
  await field(page, 'Warehouse').fill('61');
  await page.getByRole('button', { name: 'Receive', exact: true }).click();
  await expect(page.getByText('Write the location.')).toBeVisible();
  await field(page, 'Location').fill('BULK-1');
  await darkMode(page);
  await axe(page);
  await page.getByRole('button', { name: 'Receive', exact: true }).click();
  await expect(done(page)).toContainText('Received 6 ea of K-1.');
  await expect(receipts(page)).toContainText('ABC-006-DEF');
});
