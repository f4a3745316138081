import { axe, expect, test } from './fixtures.ts';
import { importFiles } from './import-files.ts';
import {
  ask,
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

const STOCK = `ITEMNUMBER,WAREHOUSEID,WAREHOUSELOCATIONID,ITEMSERIALNUMBER,ONHANDQUANTITY
A-100,61,BULK-1,S1,1
A-100,61,BULK-1,S2,1
`;

test('a transfer receipt shows the shipped serials; of a part, which units arrived', async ({ page }) => {
  await openReceive(page);
  await importFiles(page, { name: 'on-hand.csv', text: STOCK });
  const orderId = await saveOrder(page, 'Transfer', 'TO-1', lineOf('A-100', 2000, { toWarehouse: '62' }));
  await send(page, 'orders.release', { id: orderId });
  const [work] = (await ask(page, 'pick.work', { orderId })) as { id: number }[];
  await send(page, 'pick.pick', {
    workId: work?.id,
    quantity: 2000,
    location: 'BULK-1',
    licensePlate: '',
    putLocation: 'STAGE',
    putLicensePlate: '',
  });
  await send(page, 'pack.confirmShipment', { orderId });

  await page.getByRole('link', { name: 'Receive' }).click();
  await page.getByRole('list', { name: 'Orders with something to receive' }).getByRole('button').click();
  // The only line of an order is taken at once.
  await expect(field(page, 'Quantity')).toHaveValue('2');
  await expect(asked(page)).toHaveText(
    'Shipped serial numbers arrive with the units and are not entered again.',
  );
  const shipped = page.getByRole('list', { name: 'Shipped serial numbers' });
  await expect(shipped.getByRole('listitem')).toHaveText(['S1', 'S2']);
  await expect(field(page, 'Serial number')).toBeHidden();
  await expect(field(page, 'Batch number')).toBeHidden();
  await axe(page);
  await field(page, 'Quantity').fill('1');
  await expect(asked(page)).toHaveText('A part of what is on its way arrives: scan the units that are here.');
  await field(page, 'Location').fill('RECV');
  await field(page, 'License plate').press('Enter');
  await expect(field(page, 'Serial number')).toBeFocused();
  await scan(page, 'S2');
  await expect(page.getByText('1 / 1')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(done(page)).toContainText('Received 1 ea of A-100.');
  await expect(start(page)).toBeFocused();
  await expect(page.getByText('1 ea left')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(shipped.getByRole('listitem')).toHaveText(['S1']);
  await expect(field(page, 'Location')).toHaveValue('RECV');
  await page.keyboard.press('Control+s');
  await expect(receipts(page).getByRole('listitem')).toHaveCount(2);
  await expect(page.getByText('No order waits to be received.')).toBeVisible();
});
