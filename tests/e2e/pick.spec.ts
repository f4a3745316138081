import type { Locator, Page } from '@playwright/test';
import { axe, darkMode, expect, test } from './fixtures.ts';
import { ask, field, releaseSales, scanInto, send, stockFlow } from './flow-desk.ts';
import { bodyRow } from './import-files.ts';

const order = (page: Page): Locator => field(page, 'Order');
const place = (page: Page): Locator => field(page, 'Confirm location or license plate');
const put = (page: Page): Locator => field(page, 'Put to location');
const serial = (page: Page): Locator => field(page, 'Serial number');
const pickButton = (page: Page): Locator => page.getByRole('button', { name: 'Pick', exact: true });
const said = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: text });
const picked = (page: Page): Locator => page.getByRole('list', { name: 'Picked, not packed' });

/** Opens Pick with the focus in the box for an order. */
async function openPick(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Pick', exact: true }).click();
  await expect(order(page)).toBeFocused();
}

/** The rows of an item on the on-hand grid: `location serial quantity` each. */
async function expectOnHand(page: Page, item: string, ...rows: readonly RegExp[]): Promise<void> {
  await page.getByRole('link', { name: 'On-hand', exact: true }).click();
  await page.getByRole('textbox', { name: 'Search on-hand' }).fill(item);
  const grid = page.getByRole('grid', { name: 'On-hand inventory' });
  await expect(grid.locator('[role="row"][row-index]')).toHaveCount(rows.length);
  for (const [index, row] of rows.entries()) await expect(bodyRow(grid, index)).toContainText(row);
}

test('Picking asks each unit, by scanner alone, and the on-hand carries it afterwards', async ({ page }) => {
  await stockFlow(page);
  await releaseSales(page, 'SO-1', ['A-200', 2], ['A-300', 1]);
  await openPick(page);
  await scanInto(page, order(page), 'so-1');
  await scanInto(page, place(page), 'BULK-3');
  await expect(page.getByText('BULK-3 is not the place: it is BULK-2.')).toBeVisible();
  await scanInto(page, place(page), 'bulk-2');
  await expect(said(page, 'BULK-2 is confirmed.')).toBeVisible();
  await scanInto(page, put(page), 'STAGE');
  await page.keyboard.press('Enter');
  await expect(said(page, 'One serial number for each unit. 12 ea here: 12 blank.')).toBeVisible();
  await scanInto(page, serial(page), 'DRO-1');
  await expect(page.getByText('1 / 2')).toBeVisible();
  // Too early: what is missing is said, and nothing is lost.
  await page.keyboard.press('Control+s');
  await expect(page.getByText('1 more serial number is needed.')).toBeVisible();
  await scanInto(page, serial(page), 'DRO-2');
  await expect(page.getByText('2 / 2')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(said(page, 'Picked 2 ea of A-200 for SO-1.')).toBeVisible();
  // The next step is at hand.
  await expect(page.getByRole('heading', { name: '1 ea of A-300 Printer' })).toBeVisible();
  await expect(place(page)).toBeFocused();
  await expect(picked(page)).toContainText('2 ea of A-200 Drone');
  await expect(picked(page)).toContainText('STAGE · 2 with a serial number');
  await expectOnHand(page, 'A-200', /BULK-2.*Blank.*10/, /FAR-1.*DRO-9/, /STAGE.*DRO-1/, /STAGE.*DRO-2/);
});

test('the next step takes scans at once, and the last one leads to Pack', async ({ page }) => {
  await stockFlow(page);
  await releaseSales(page, 'SO-1', ['A-200', 1], ['A-300', 2]);
  await openPick(page);
  await scanInto(page, order(page), 'SO-1');
  await scanInto(page, place(page), 'BULK-2');
  await scanInto(page, put(page), 'STAGE');
  await page.keyboard.press('Enter');
  await scanInto(page, serial(page), 'DRO-1');
  await expect(page.getByText('1 / 1')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to Pack' })).toHaveCount(0);
  // What the page reads anew after the pick takes its time; the scanner does not wait for it.
  const slow = Promise.withResolvers<undefined>();
  const isReading = (url: URL): boolean => url.pathname.includes('/api/trpc/');
  await page.route(isReading, async (route) => {
    if (route.request().method() === 'GET') await slow.promise;
    await route.continue();
  });
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: '2 ea of A-300 Printer' })).toBeVisible();
  await scanInto(page, place(page), 'BULK-3');
  await expect(said(page, 'BULK-3 is confirmed.')).toBeVisible();
  slow.resolve(undefined);
  await expect(said(page, 'Blank units go first: nothing is asked. 5 ea here: 5 blank.')).toBeVisible();
  await page.unroute(isReading);
  await expect(said(page, 'BULK-3 is confirmed.')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(said(page, 'Everything that is released of this order is picked.')).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: 'Go to Pack' }).click();
  await expect(page.getByRole('heading', { name: 'Sales order SO-1' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Lines of the order' })).toContainText('2 ea to pack');
});

test('Packing asks nothing, and None asks which in a part and nothing for the whole', async ({ page }) => {
  await stockFlow(page);
  await releaseSales(page, 'SO-1', ['A-300', 2]);
  await releaseSales(page, 'SO-2', ['A-100', 1]);
  await openPick(page);
  // Enter in the empty box takes the first order with open work.
  await page.keyboard.press('Enter');
  await scanInto(page, place(page), 'BULK-3');
  await scanInto(page, put(page), 'STAGE');
  await expect(said(page, 'Blank units go first: nothing is asked. 5 ea here: 5 blank.')).toBeVisible();
  await expect(serial(page)).toHaveCount(0);
  await expect(field(page, 'Put to license plate')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(page, 'Picked 2 ea of A-300 for SO-1.')).toBeVisible();
  await expect(page.getByText('Everything that is released of this order is picked.')).toBeVisible();
  await scanInto(page, order(page), 'SO-2');
  await scanInto(page, place(page), 'LP-1');
  await expect(
    said(
      page,
      'A part of what stands here is taken: say which serial numbers. 3 ea here: 3 with a serial number.',
    ),
  ).toBeVisible();
  // The location is remembered for the warehouse, so the serials come next.
  await expect(put(page)).toHaveValue('STAGE');
  await scanInto(page, serial(page), 'CAM-7');
  await expect(page.getByText('CAM-7 does not stand here.')).toBeVisible();
  await scanInto(page, serial(page), 'CAM-2');
  await expect(page.getByText('1 / 1')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(said(page, 'Picked 1 ea of A-100 for SO-2.')).toBeVisible();
  await expect(order(page)).toBeFocused();
  const third = await releaseSales(page, 'SO-3', ['A-100', 2]);
  await page.goto(new URL(`/pick?order=${third}`, page.url()).href);
  await scanInto(page, place(page), 'BULK-1');
  await expect(said(page, 'Everything here is taken: nothing is asked.')).toBeVisible();
  await expect(serial(page)).toHaveCount(0);
  await expect(pickButton(page)).toBeFocused();
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(said(page, 'Picked 2 ea of A-100 for SO-3.')).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test('a serial that stands elsewhere is refused and swapped with a blank unit here', async ({ page }) => {
  await stockFlow(page);
  await releaseSales(page, 'SO-1', ['A-200', 2]);
  await openPick(page);
  await scanInto(page, order(page), 'SO-1');
  await scanInto(page, place(page), 'BULK-2');
  await scanInto(page, put(page), 'STAGE');
  await page.keyboard.press('Enter');
  await scanInto(page, serial(page), 'DRO-9');
  await expect(page.getByText('DRO-9 stands elsewhere: Warehouse 61, location FAR-1.')).toBeVisible();
  await page.getByRole('button', { name: 'Swap with a blank unit here' }).click();
  await expect(page.getByText('1 / 2')).toBeVisible();
  await expect(page.getByText('DRO-9 accepted.')).toBeVisible();
  await page.getByRole('button', { name: 'Not readable' }).click();
  await page.getByRole('combobox', { name: 'Reason' }).fill('Label torn');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 / 2')).toBeVisible();
  await pickButton(page).click();
  await expect(said(page, 'Picked 2 ea of A-200 for SO-1.')).toBeVisible();
  await expect(picked(page)).toContainText('1 with a serial number, 1 not readable');
  await expectOnHand(page, 'A-200', /BULK-2.*10/, /FAR-1.*Blank/, /STAGE.*Not readable/, /STAGE.*DRO-9/);
});

test('a short pick gives a reason, keeps the order line open, and can be undone', async ({ page }) => {
  await stockFlow(page);
  await releaseSales(page, 'SO-1', ['A-200', 3]);
  await openPick(page);
  await scanInto(page, order(page), 'SO-1');
  await scanInto(page, place(page), 'BULK-2');
  await scanInto(page, put(page), 'STAGE');
  await page.keyboard.press('Enter');
  await scanInto(page, serial(page), 'DRO-1');
  await expect(page.getByText('1 / 3')).toBeVisible();
  await page.getByRole('button', { name: 'Short pick' }).click();
  const dialog = page.getByRole('dialog', { name: 'Short pick' });
  await expect(dialog.getByRole('textbox', { name: 'Quantity found' })).toHaveValue('1');
  await expect(dialog.getByText('2 ea of A-200 are given up here and stay open on SO-1.')).toBeVisible();
  await axe(page);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Give a reason.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Reason' }).fill('Two units missing');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Short pick' }).click();
  await expect(said(page, 'Short pick: 1 ea of A-200 for SO-1. 2 ea stay open on the order')).toBeVisible();
  await expect(page.getByText('Everything that is released of this order is picked.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: '3 ea of A-200 Drone' })).toBeVisible();
  await expect(picked(page)).toHaveCount(0);
});

test('a picked unit goes back with its serial', async ({ page }) => {
  await stockFlow(page);
  await releaseSales(page, 'SO-1', ['A-200', 2]);
  await openPick(page);
  await scanInto(page, order(page), 'SO-1');
  await scanInto(page, place(page), 'BULK-2');
  await scanInto(page, put(page), 'STAGE');
  await page.keyboard.press('Enter');
  await scanInto(page, serial(page), 'DRO-1');
  await scanInto(page, serial(page), 'DRO-2');
  await expect(page.getByText('2 / 2')).toBeVisible();
  await pickButton(page).click();
  await page.getByRole('button', { name: 'Reduce picked quantity' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reduce picked quantity' });
  const reduce = dialog.getByRole('button', { name: 'Reduce picked quantity' });
  await dialog.getByRole('textbox', { name: 'Quantity that goes back' }).fill('3');
  await expect(dialog.getByText('Only 2 ea are picked.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Quantity that goes back' }).fill('1');
  await dialog.getByRole('textbox', { name: 'Put back to location' }).fill('BULK-2');
  await expect(reduce).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Serial number' }).fill('DRO-2');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('1 / 1')).toBeVisible();
  await axe(page);
  await reduce.click();
  await expect(said(page, '1 ea of A-200 went back to BULK-2.')).toBeVisible();
  await expect(picked(page)).toContainText('1 ea of A-200 Drone');
  await expectOnHand(page, 'A-200', /BULK-2.*Blank.*10/, /BULK-2.*DRO-2/, /FAR-1.*DRO-9/, /STAGE.*DRO-1/);
});

test('blank units that may not leave are recorded first, and the sales line keeps the serials of another item', async ({
  page,
}) => {
  await stockFlow(page);
  await releaseSales(page, 'SO-1', ['A-100', 5]);
  await releaseSales(page, 'SO-2', ['A-400', 1]);
  await openPick(page);
  await scanInto(page, order(page), 'SO-1');
  await page
    .getByRole('list', { name: 'Work of SO-1' })
    .getByRole('button', { name: /BULK-9/ })
    .click();
  await scanInto(page, place(page), 'BULK-9');
  await expect(
    page.getByText('2 units here have no serial number, and Blank issue allowed is off'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Record serial now' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record serial now' });
  await scanInto(page, dialog.getByRole('textbox', { name: 'Serial number' }), 'CAM-8');
  await scanInto(page, dialog.getByRole('textbox', { name: 'Serial number' }), 'CAM-9');
  await expect(dialog.getByText('2 / 2')).toBeVisible();
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(said(page, 'Everything here is taken: nothing is asked.')).toBeVisible();
  await darkMode(page);
  await axe(page);
  await order(page).fill('SO-2');
  await page.keyboard.press('Enter');
  await scanInto(page, place(page), 'BULK-4');
  await expect(said(page, 'One serial number for each unit, kept on the sales line')).toBeVisible();
  await scanInto(page, put(page), 'STAGE');
  await page.keyboard.press('Enter');
  await scanInto(page, serial(page), 'ANT-1');
  await expect(page.getByText('1 / 1')).toBeVisible();
  await pickButton(page).click();
  await expect(picked(page)).toContainText('1 registered on the sales line');
});

test('what went elsewhere meanwhile is picked there', async ({ page }) => {
  await stockFlow(page);
  await releaseSales(page, 'SO-1', ['A-300', 2]);
  const { rows } = await ask<{ rows: readonly { id: number }[] }>(page, 'onHand.page', {
    filter: { search: 'A-300', serial: 'all', conditions: [] },
    sort: [],
    offset: 0,
    limit: 10,
  });
  await send(page, 'stock.move', {
    rows: rows.map(({ id }) => ({ stockId: id, quantity: 5000 })),
    location: 'BULK-7',
    licensePlate: 'LP-7',
  });
  await openPick(page);
  await scanInto(page, order(page), 'SO-1');
  await expect(page.getByText('Nothing of A-300 stands here any more.')).toBeVisible();
  await page.getByRole('button', { name: 'Another place' }).click();
  await expect(field(page, 'Pick from location')).toBeFocused();
  await page.keyboard.press('Control+a');
  await scanInto(page, field(page, 'Pick from location'), 'BULK-7');
  await scanInto(page, field(page, 'Pick from license plate'), 'LP-7');
  await expect(said(page, 'BULK-7, license plate LP-7 is confirmed.')).toBeVisible();
  await expect(said(page, 'Blank units go first: nothing is asked. 5 ea here: 5 blank.')).toBeVisible();
  await scanInto(page, put(page), 'STAGE');
  await page.keyboard.press('Control+s');
  await expect(said(page, 'Picked 2 ea of A-300 for SO-1.')).toBeVisible();
});
