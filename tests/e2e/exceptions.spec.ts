import type { Locator, Page } from '@playwright/test';
import { darkMode } from './accessibility.ts';
import { axe, expect, test } from './fixtures.ts';
import { ask, send } from './flow-desk.ts';
import { bodyCell, bodyRow, importFiles } from './import-files.ts';

const GROUPS = `GROUPNAME,SERIALNUMBERCAPTURINGOPERATION,ISSERIALNUMBERACTIVE,ISSERIALNUMBERCONTROLENABLED
SerPick,Picking,Yes,Yes
`;
const ITEMS = `ITEMNUMBER,PRODUCTNAME,TRACKINGDIMENSIONGROUPNAME
A-100,Drone,SerPick
B-100,Camera,SerPick
`;
const STOCK = `ITEMNUMBER,WAREHOUSEID,WAREHOUSELOCATIONID,ITEMSERIALNUMBER,ONHANDQUANTITY
A-100,24,BULK-01,,5
B-100,61,BULK-07,,3
`;

/** A desk with three exceptions in two warehouses; shows the page Exceptions. */
async function openExceptions(page: Page): Promise<Locator> {
  await importFiles(
    page,
    { name: 'groups.csv', text: GROUPS },
    { name: 'items.csv', text: ITEMS },
    { name: 'on-hand.csv', text: STOCK },
  );
  const { rows } = await ask<{ rows: readonly { id: number; itemNumber: string }[] }>(page, 'onHand.page', {
    offset: 0,
    limit: 10,
  });
  const record = (item: string, ...reasons: readonly string[]): Promise<unknown> =>
    send(page, 'stock.recordSerials', {
      stockId: rows.find(({ itemNumber }) => itemNumber === item)?.id,
      entries: reasons.map((notReadable) => ({ notReadable })),
    });
  await record('A-100', 'Label torn', 'Missing');
  await record('B-100', 'Label torn');
  await page.getByRole('navigation').getByRole('link', { name: 'Exceptions' }).click();
  const grid = page.getByRole('grid', { name: 'Exceptions' });
  await expect(bodyRow(grid, 2)).toContainText('B-100');
  return grid;
}

const count = (page: Page): Locator => page.getByRole('status').filter({ hasText: /^\d+ exceptions?$/ });

const act = (page: Page, name: string): Locator =>
  page.getByRole('toolbar', { name: 'Exceptions: actions' }).getByRole('button', { name, exact: true });

async function chooseIn(page: Page, select: string, value: string): Promise<void> {
  await page.getByRole('combobox', { name: select, exact: true }).click();
  await page.getByRole('option', { name: value, exact: true }).click();
}

test('an empty desk says in plain words that there is none', async ({ page, open }) => {
  await open('/exceptions');
  await expect(page.getByRole('heading', { name: 'No exceptions' })).toBeVisible();
  await expect(page.getByText('No unit in stock is recorded as not readable or missing.')).toBeVisible();
  await act(page, 'Responsible and due days').click();
  await expect(page.getByText('There is no warehouse yet. Import warehouse on-hand first.')).toBeVisible();
  await axe(page);
});

test('every exception is listed with reason and age, and filtered by them', async ({ page }) => {
  const grid = await openExceptions(page);
  await expect(count(page)).toHaveText('3 exceptions');
  await expect(bodyCell(grid, 0, 'reason')).toHaveText('Label torn');
  await expect(bodyCell(grid, 0, 'location')).toHaveText('BULK-01');
  await expect(bodyCell(grid, 0, 'quantity')).toHaveText('1');
  await expect(bodyCell(grid, 0, 'age')).toHaveText('0 days');
  await expect(bodyCell(grid, 0, 'recorded')).toHaveText(/^\d{4}-\d\d-\d\d$/);

  await chooseIn(page, 'Reason', 'Label torn');
  await expect(count(page)).toHaveText('2 exceptions');
  await page.getByRole('textbox', { name: 'Filter exceptions' }).fill('camera');
  await expect(count(page)).toHaveText('1 exception');
  await expect(bodyCell(grid, 0, 'itemNumber')).toHaveText('B-100');
  await page.getByRole('spinbutton', { name: 'Age Filter Input' }).fill('3');
  await expect(page.getByText('No exception meets all filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(count(page)).toHaveText('3 exceptions');

  await grid.getByRole('columnheader', { name: 'Recorded', exact: true }).click();
  await grid.getByRole('columnheader', { name: 'Recorded', exact: true }).click();
  await expect(bodyCell(grid, 0, 'itemNumber')).toHaveText('B-100');
  const downloading = page.waitForEvent('download');
  await act(page, 'Export').click();
  expect((await downloading).suggestedFilename()).toBe('exceptions.csv');
  await expect(page.getByText('exceptions.csv was written.')).toBeVisible();
  await darkMode(page);
  await axe(page);
});

test('an exception ends by its serial number, or is taken back', async ({ page }) => {
  const grid = await openExceptions(page);
  await expect(act(page, 'Record serial now')).toBeDisabled();
  await bodyRow(grid, 0).click();
  await act(page, 'Record serial now').click();
  const dialog = page.getByRole('dialog', { name: 'Record serial now' });
  await expect(dialog.getByText('1 of A-100 (Drone), not readable, at 24 BULK-01.')).toBeVisible();
  const box = dialog.getByRole('textbox', { name: 'Serial number' });
  await box.fill('DRO-1');
  await box.press('Enter');
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(count(page)).toHaveText('2 exceptions');
  await expect(bodyCell(grid, 0, 'reason')).toHaveText('Missing');

  await bodyRow(grid, 0).click();
  await act(page, 'Take back').click();
  await expect(page.getByText('The exception was taken back: A-100 is blank again.')).toBeVisible();
  await expect(count(page)).toHaveText('1 exception');
  await expect(act(page, 'Take back')).toBeDisabled();

  await bodyRow(grid, 0).click();
  await act(page, 'Transactions').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Transactions' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Item number' })).toHaveValue('B-100');
  await expect(page.getByRole('table', { name: 'Transactions' })).toContainText('Label torn');
});

test('who is responsible is agreed for each warehouse, by the keyboard alone', async ({ page }) => {
  const grid = await openExceptions(page);
  await act(page, 'Responsible and due days').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Responsible and due days' });
  await expect(dialog.getByRole('textbox', { name: '24: Responsible' })).toBeFocused();
  await page.keyboard.type('Night shift');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('Write whole days from 0 to 999, or nothing.');
  await axe(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(bodyCell(grid, 0, 'responsible')).toHaveText('Night shift');
  await expect(bodyCell(grid, 2, 'responsible')).toHaveText('');
  await chooseIn(page, 'Responsible', 'Night shift');
  await expect(count(page)).toHaveText('2 exceptions');

  await page
    .getByRole('status')
    .filter({ hasText: 'Saved responsible and due days.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.getByText('No exception meets all filters.')).toBeVisible();
  await page.getByRole('link', { name: 'History' }).click();
  await expect(
    page
      .getByRole('grid', { name: 'History' })
      .getByRole('row')
      .filter({ hasText: '24: – → Night shift, 3 days' }),
  ).toBeVisible();
});
