import type { Locator, Page } from '@playwright/test';
import { axe, darkMode, expect, test } from './fixtures.ts';
import { importFiles, openStockedDesk, previewFiles, previewOf, figure } from './import-files.ts';

const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Orders' });
const form = (page: Page): Locator => page.getByRole('form', { name: 'Order' });
const cell = (page: Page, column: string, line = 1): Locator =>
  form(page).getByLabel(`Line ${line}: ${column}`, { exact: true });

async function openOrders(page: Page): Promise<void> {
  await openStockedDesk(page);
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Orders', exact: true })).toBeVisible();
}

/** Makes a sales order of one line and saves it. */
async function makeSalesOrder(page: Page, item: string, quantity: string): Promise<void> {
  await page.getByRole('button', { name: 'New' }).click();
  await cell(page, 'Item number').fill(item);
  await cell(page, 'Quantity').fill(quantity);
  await cell(page, 'Warehouse').fill('10');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Saved SO-/)).toBeVisible();
}

test('an order is made by the keyboard alone, released and taken back', async ({ page }) => {
  await openOrders(page);
  await expect(page.getByText('No orders yet')).toBeVisible();
  await axe(page);
  await page.keyboard.press('Alt+n');
  await expect(form(page).getByRole('textbox', { name: 'Number' })).toHaveValue('SO-000001');
  await expect(form(page).getByRole('textbox', { name: 'Number' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('A customer');
  await cell(page, 'Item number').focus();
  await page.keyboard.type('tripod');
  await expect(page.getByRole('option', { name: /A-100/ })).toBeHidden();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('a-100');
  await expect(page.getByRole('option', { name: /A-100/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Item number')).toHaveValue('A-100');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2');
  await cell(page, 'Warehouse').fill('10');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved SO-000001.')).toBeVisible();
  await expect(list(page).getByRole('option', { name: /SO-000001/ })).toContainText('Open');
  await expect(page).toHaveURL(/\/orders\/\d+$/);

  await page.getByRole('button', { name: 'Release' }).click();
  await expect(page.getByText('Released SO-000001: 2, all that was open.')).toBeVisible();
  await expect(list(page).getByRole('option', { name: /SO-000001/ })).toContainText('Released');
  await expect(form(page)).toContainText('To pick 2 of 2');
  await expect(page.getByRole('link', { name: 'Pick', exact: true }).last()).toHaveAttribute(
    'href',
    /\/pick\?order=\d+$/,
  );
  await axe(page);

  await page.getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('dialog', { name: 'Delete SO-000001?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Cancel work' }).click();
  await expect(page.getByText('Took back the open work of SO-000001: 2.')).toBeVisible();
  await page.getByRole('button', { name: 'Delete' }).click();
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No orders yet')).toBeVisible();
});

test('what is wrong stands at its field and nothing typed is lost', async ({ page, watch }) => {
  watch.expect(/400|409/);
  await openOrders(page);
  await page.getByRole('button', { name: 'New' }).click();
  await expect(form(page).getByRole('textbox', { name: 'Number' })).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(form(page).getByText('Choose an item.')).toBeVisible();
  await expect(form(page).getByText('Choose a warehouse.')).toBeVisible();
  await cell(page, 'Item number').fill('NOWHERE');
  await cell(page, 'Warehouse').fill('10');
  await cell(page, 'Quantity').fill('1.5');
  await page.keyboard.press('Control+s');
  await expect(form(page).getByText('There is no item NOWHERE.')).toBeVisible();
  await cell(page, 'Item number').fill('A-100');
  await page.keyboard.press('Control+s');
  await expect(form(page).getByText(/is not a whole number of units/)).toBeVisible();
  await expect(cell(page, 'Quantity')).toHaveValue('1.5');
  await axe(page);

  await page.getByRole('link', { name: 'Items', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(cell(page, 'Quantity')).toHaveValue('1.5');
  await cell(page, 'Quantity').fill('1');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved SO-000001.')).toBeVisible();
});

test('stock that is short is said, and open work of another order is left to it', async ({ page }) => {
  await openOrders(page);
  await makeSalesOrder(page, 'A-100', '500');
  await page.getByRole('button', { name: 'Release' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: /^Released \d+ of 500 of SO-000001/ }),
  ).toBeVisible();
  await makeSalesOrder(page, 'A-100', '1');
  await page.getByRole('button', { name: 'Release' }).click();
  await expect(page.getByText(/^Nothing of SO-000002 was released/)).toBeVisible();
});

test('the list is searched and filtered, and the kinds have their own fields', async ({ page }) => {
  await openOrders(page);
  await makeSalesOrder(page, 'A-100', '1');
  await page.getByRole('button', { name: 'New' }).click();
  await form(page).getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Transfer' }).click();
  await expect(form(page).getByRole('textbox', { name: 'Number' })).toHaveValue('TO-000001');
  await cell(page, 'Item number').fill('A-100');
  await cell(page, 'Warehouse').fill('10');
  await cell(page, 'To warehouse').fill('20');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved TO-000001.')).toBeVisible();
  await expect(page.getByRole('toolbar').getByRole('link', { name: 'Receive' })).toBeVisible();
  await expect(list(page).getByRole('option')).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('Sales');
  await expect(list(page).getByRole('option')).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('');
  await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('Shipped');
  await expect(page.getByText('0 orders')).toBeVisible();
  await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('to-0');
  await expect(list(page).getByRole('option')).toHaveText([/TO-000001/]);
  await axe(page);
  await darkMode(page);
  await axe(page);
});

test('an order that another window changed is not overwritten', async ({ page, watch, context }) => {
  watch.expect(/409/);
  await openOrders(page);
  await makeSalesOrder(page, 'A-100', '1');
  const other = await context.newPage();
  await other.goto(page.url());
  await form(other).getByRole('textbox', { name: 'Name' }).fill('Theirs');
  await other.keyboard.press('Control+s');
  await expect(other.getByText('Saved SO-000001.')).toBeVisible();
  await other.close();
  await form(page).getByRole('textbox', { name: 'Name' }).fill('Mine');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/was changed in another window/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Load their version' }).click();
  await expect(form(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Theirs');
});

test('order lines are imported from a file, and only the good ones', async ({ page }) => {
  await importFiles(page, 'groups.csv', 'items.csv');
  const rows = Array.from({ length: 60 }, (_row, index) => `SO-7,${index + 1},A-100,1,,10`);
  const text = [
    'SALESORDERNUMBER,LINENUMBER,ITEMNUMBER,ORDEREDSALESQUANTITY,SALESUNITSYMBOL,SHIPPINGWAREHOUSEID',
    ...rows,
    'SO-7,61,NOWHERE,1,,10',
  ].join('\n');
  await previewFiles(page, { name: 'sales.csv', text });
  const preview = previewOf(page, 'sales.csv');
  await expect(preview).toContainText('Sales order lines');
  await expect(figure(preview, 'New')).toHaveText('60');
  await expect(figure(preview, 'Refused')).toHaveText('1');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('The import is done')).toBeVisible();
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await expect(list(page).getByRole('option')).toHaveText([/SO-7.*60 lines/s]);
  await expect(form(page).getByText('Lines 1 to 25 of 60')).toBeVisible();
  await form(page).getByRole('button', { name: 'Lines after' }).click();
  await expect(cell(page, 'Item number', 26)).toHaveValue('A-100');
});
