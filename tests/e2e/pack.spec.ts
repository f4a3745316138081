import type { Locator, Page } from '@playwright/test';
import { axe, darkMode, expect, test } from './fixtures.ts';
import { ask, field, releaseSales, scanInto, send, stockFlow } from './flow-desk.ts';
import { bodyRow, importFiles } from './import-files.ts';

const order = (page: Page): Locator => field(page, 'Order');
const item = (page: Page): Locator => field(page, 'Item');
const serial = (page: Page): Locator => field(page, 'Serial number');
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const said = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: text });
const lines = (page: Page): Locator => page.getByRole('list', { name: 'Lines of the order' });
const containers = (page: Page): Locator => page.getByRole('list', { name: 'Containers' });
const close = (page: Page): Locator =>
  page.getByRole('region', { name: /^Container / }).getByRole('button', { name: 'Close' });
const contents = (page: Page, number: string): Locator =>
  page.getByRole('list', { name: `Contents of ${number}` });

/** The rows of an item on the on-hand grid: `location serial quantity` each. */
async function expectOnHand(page: Page, itemNumber: string, ...rows: readonly RegExp[]): Promise<void> {
  await page.getByRole('link', { name: 'On-hand', exact: true }).click();
  await page.getByRole('textbox', { name: 'Search on-hand' }).fill(itemNumber);
  const grid = page.getByRole('grid', { name: 'On-hand inventory' });
  await expect(grid.locator('[role="row"][row-index]')).toHaveCount(rows.length);
  for (const [index, row] of rows.entries()) await expect(bodyRow(grid, index)).toContainText(row);
}

/** Picks everything that is released of an order to STAGE, through the API. */
async function pickAll(page: Page, orderId: number, serials: readonly string[] = []): Promise<void> {
  const work = await ask<{ id: number; location: string; licensePlate: string; remaining: number }[]>(
    page,
    'pick.work',
    { orderId },
  );
  for (const { id, location, licensePlate, remaining } of work)
    await send(page, 'pick.pick', {
      workId: id,
      location,
      licensePlate,
      quantity: remaining,
      putLocation: 'STAGE',
      putLicensePlate: '',
      entries: serials.map((one) => ({ serial: one })),
    });
}

/** Opens Pack with the focus in the box for an order. */
async function openPack(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Pack', exact: true }).click();
  await expect(order(page)).toBeFocused();
}

/** Opens a container as the station asks for it: a number, or none, and the packing location. */
async function openContainer(page: Page, number: string, location: string): Promise<void> {
  await scanInto(page, field(page, 'Container number'), number);
  await scanInto(page, field(page, 'Packing location'), location);
}

test('Packing: pick asks nothing, pack asks one serial a unit, and the shipment leaves', async ({
  page,
  watch,
}) => {
  // What the server refuses.
  watch.expect(/400/);
  await stockFlow(page);
  await releaseSales(page, 'SO-1', ['A-300', 2]);
  await expectOnHand(page, 'A-300', /BULK-3.*Blank.*5/);

  await page.getByRole('link', { name: 'Pick', exact: true }).click();
  await scanInto(page, order(page), 'SO-1');
  await scanInto(page, field(page, 'Confirm location or license plate'), 'BULK-3');
  await expect(said(page, 'nothing is asked')).toBeVisible();
  await expect(serial(page)).toHaveCount(0);
  await scanInto(page, field(page, 'Put to location'), 'STAGE');
  await page.keyboard.press('Enter');
  await expect(said(page, 'Picked 2 ea of A-300 for SO-1.')).toBeVisible();
  await expectOnHand(page, 'A-300', /BULK-3.*Blank.*3/, /STAGE.*Blank.*2/);

  await openPack(page);
  await expect(page.getByRole('list', { name: 'Orders with picked units' })).toContainText(
    'Sales · Contoso · 2 to pack',
  );
  await scanInto(page, order(page), 'so-1');
  await openContainer(page, '', 'PACK-1');
  await expect(containers(page)).toContainText('C-000001');
  await expect(containers(page)).toContainText('Open');
  await scanInto(page, item(page), 'A-100');
  await expect(page.getByText('A-100 is not on SO-1.')).toBeVisible();
  await scanInto(page, item(page), 'a-300');
  await expect(field(page, 'Quantity')).toBeFocused();
  await expect(field(page, 'Quantity')).toHaveValue('2');
  await expect(said(page, 'One serial number for each unit.')).toBeVisible();
  await page.keyboard.press('Enter');
  await scanInto(page, serial(page), 'PRI-1');
  await expect(page.getByText('1 / 2')).toBeVisible();
  // Too early: what is missing is said, and nothing is lost.
  await page.keyboard.press('Control+s');
  await expect(page.getByText('1 more serial number is needed.')).toBeVisible();
  await axe(page);
  await scanInto(page, serial(page), 'PRI-2');
  await expect(page.getByText('2 / 2')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(said(page, 'Packed 2 ea of A-300 into C-000001.')).toBeVisible();
  await expect(contents(page, 'C-000001')).toContainText('2 ea of A-300 Printer');
  await expect(contents(page, 'C-000001')).toContainText('PRI-2');
  await expectOnHand(page, 'A-300', /BULK-3.*Blank.*3/, /PACK-1.*C-000001.*PRI-1/, /PACK-1.*C-000001.*PRI-2/);

  await openPack(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Close C-000001 first.')).toBeVisible();
  await button(page, 'Confirm shipment').click();
  await expect(page.getByRole('alert').filter({ hasText: 'Close C-000001 first.' })).toBeVisible();
  await close(page).click();
  await expect(containers(page)).toContainText('Closed');
  await expect(page.getByText('Close C-000001 first.')).toHaveCount(0);
  await axe(page);
  await button(page, 'Confirm shipment').click();
  await expect(said(page, 'Shipped 1 line of SO-1.')).toBeVisible();
  await expect(containers(page)).toContainText('Shipped');
  await expectOnHand(page, 'A-300', /BULK-3.*Blank.*3/);
});

test('the shipment is taken back, the container reopened, a part unpacked and the rest removed', async ({
  page,
}) => {
  await stockFlow(page);
  const orderId = await releaseSales(page, 'SO-1', ['A-200', 2]);
  await pickAll(page, orderId, ['DRO-1', 'DRO-2']);
  await openPack(page);
  await scanInto(page, order(page), 'SO-1');
  await openContainer(page, 'BOX-7', 'PACK-1');
  // Enter in the empty box takes the next line; its serials go along unasked.
  await expect(item(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(page, 'Everything here is taken: nothing is asked.')).toBeVisible();
  await expect(serial(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(said(page, 'Packed 2 ea of A-200 into BOX-7.')).toBeVisible();
  await expect(close(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(page, 'Closed BOX-7.')).toBeVisible();
  await expect(button(page, 'Confirm shipment')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(page, 'Shipped 1 line of SO-1.')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(said(page, 'It was taken back.')).toBeVisible();

  await button(page, 'Reopen').click();
  await expect(said(page, 'BOX-7 is open again.')).toBeVisible();
  await button(page, 'Unpack').click();
  const dialog = page.getByRole('dialog', { name: 'Unpack' });
  await expect(dialog.getByRole('textbox', { name: 'Quantity to take out' })).toBeFocused();
  await page.keyboard.type('1');
  await expect(dialog.getByRole('status').first()).toHaveText(
    'A part of what stands here is taken: say which serial numbers.',
  );
  await page.keyboard.press('Enter');
  await scanInto(page, dialog.getByRole('textbox', { name: 'Serial number' }), 'DRO-2');
  await expect(dialog.getByText('1 / 1')).toBeVisible();
  await axe(page);
  await dialog.getByRole('button', { name: 'Unpack' }).click();
  await expect(said(page, 'Took 1 ea of A-200 out of BOX-7.')).toBeVisible();
  await expect(contents(page, 'BOX-7')).toContainText('DRO-1');
  await expect(contents(page, 'BOX-7')).not.toContainText('DRO-2');
  await expect(lines(page)).toContainText('1 ea to pack');
  await button(page, 'Unpack').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unpack' }).click();
  await expect(lines(page)).toContainText('2 ea to pack');
  await button(page, 'Remove').click();
  await expect(said(page, 'Removed BOX-7.')).toBeVisible();
  await expect(field(page, 'Packing location')).toHaveValue('PACK-1');
  await expectOnHand(page, 'A-200', /BULK-2.*Blank.*10/, /FAR-1.*DRO-9/, /PACK-1.*DRO-1/, /PACK-1.*DRO-2/);
});

const SALES_GROUPS = `GROUPNAME,SERIALNUMBERCAPTURINGOPERATION,ISSERIALNUMBERACTIVE,ISSERIALNUMBERCONTROLENABLED,ISSERIALNUMBERENABLEDFORSALESPROCESS
SalesPack,Packing,No,Yes,Yes
SalesNone,None,No,Yes,Yes
`;
const SALES_ITEMS = `ITEMNUMBER,PRODUCTNAME,TRACKINGDIMENSIONGROUPNAME,INVENTORYUNITSYMBOL
A-500,Router,SalesPack,ea
A-600,Switch,SalesNone,ea
`;
const SALES_STOCK = `ITEMNUMBER,WAREHOUSEID,WAREHOUSELOCATIONID,ITEMSERIALNUMBER,ONHANDQUANTITY
A-500,61,BULK-5,,4
A-600,61,BULK-6,,4
`;

test('sales process: serials go to the sales line, before closing and with the packing slip', async ({
  page,
  watch,
}) => {
  // What the server refuses.
  watch.expect(/400/);
  await importFiles(
    page,
    { name: 'groups.csv', text: SALES_GROUPS },
    { name: 'items.csv', text: SALES_ITEMS },
    { name: 'on-hand.csv', text: SALES_STOCK },
  );
  const orderId = await releaseSales(page, 'SO-1', ['A-500', 2], ['A-600', 1]);
  await pickAll(page, orderId);
  await page.getByRole('link', { name: 'Pack', exact: true }).click();
  await scanInto(page, order(page), 'SO-1');
  await openContainer(page, '', 'PACK-1');
  await scanInto(page, item(page), 'A-500');
  await expect(said(page, 'registered on the sales line before the container is closed')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(contents(page, 'C-000001')).toContainText('0 of 2 registered on the sales line');
  await close(page).click();
  await expect(page.getByRole('list', { name: 'What is lacking' })).toContainText(
    '2 units of A-500 lack a serial number on the sales line.',
  );
  await axe(page);
  await button(page, 'Register serials').click();
  const dialog = page.getByRole('dialog', { name: 'Register serials' });
  await scanInto(page, dialog.getByRole('textbox', { name: 'Serial number' }), 'ROU-1');
  await scanInto(page, dialog.getByRole('textbox', { name: 'Serial number' }), 'ROU-2');
  await expect(dialog.getByText('2 / 2')).toBeVisible();
  await dialog.getByRole('button', { name: 'Register' }).click();
  await expect(said(page, 'Registered 2 serial numbers of A-500 on the sales line.')).toBeVisible();
  await close(page).click();
  await expect(containers(page)).toContainText('Closed');

  // The other item needs no container; its serial is registered with the packing slip.
  await button(page, 'Confirm shipment').click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'A-600 needs 1 serial number on line 2; 0 are entered.' }),
  ).toBeVisible();
  await serial(page).focus();
  await scanInto(page, serial(page), 'SWI-1');
  await expect(page.getByText('1 / 1')).toBeVisible();
  await darkMode(page);
  await axe(page);
  await button(page, 'Confirm shipment').click();
  await expect(said(page, 'Shipped 2 lines of SO-1.')).toBeVisible();
  await expectOnHand(page, 'A-500', /BULK-5.*2/);
});
