import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { bodyCell, bodyRow, figure, importFiles, openStockedDesk } from './import-files.ts';

/** Copies by the keyboard and pastes into the page, which a test can read; the clipboard itself it cannot. */
async function copied(page: Page): Promise<string> {
  await page.keyboard.press('Control+c');
  await page.evaluate(() => {
    document.addEventListener(
      'paste',
      (event) => {
        event.preventDefault();
        document.body.dataset['pasted'] = event.clipboardData?.getData('text/plain') ?? '';
      },
      { once: true, capture: true },
    );
  });
  await page.getByRole('textbox', { name: 'Search on-hand' }).focus();
  await page.keyboard.press('Control+v');
  await expect(page.locator('body')).toHaveAttribute('data-pasted');
  return (await page.locator('body').getAttribute('data-pasted')) ?? '';
}

test('an empty desk says what to do', async ({ page, open }) => {
  await open('/on-hand');
  await expect(page.getByText('No stock yet')).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('link', { name: /import/i })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import and export' })).toBeVisible();
});

test('blank and invalid serial numbers carry a chip, and nothing else does', async ({ page }) => {
  const grid = await openStockedDesk(page);
  await expect(bodyCell(grid, 0, 'serialNumber')).toHaveText('CAM-1');
  await expect(bodyCell(grid, 2, 'serialNumber')).toHaveText('Blank');
  await expect(bodyCell(grid, 3, 'serialNumber')).toHaveText('Blank');
  await expect(bodyCell(grid, 3, 'capture')).toHaveText('Picking');
  const untracked = grid.getByRole('row').filter({ hasText: 'Cable' }).first();
  await expect(untracked.locator('[col-id="serialNumber"]')).toHaveText('');
  await expect(untracked.locator('[col-id="capture"]')).toHaveText('');

  const invalid = grid.getByRole('row').filter({ hasText: 'PRI-2-WITH-A-VERY-LONG-NUMBER' });
  await expect(invalid.getByText('Invalid')).toHaveAccessibleDescription(
    'The serial number is longer than 20 characters.',
  );
  await invalid.locator('[col-id="serialNumber"]').click();
  await expect(page.getByRole('status').filter({ hasText: 'longer than 20 characters' })).toBeVisible();
});

test('totals and rows follow the toggle and the search', async ({ page }) => {
  const grid = await openStockedDesk(page);
  const totals = page.getByRole('group', { name: 'Totals' });
  await expect(figure(totals, 'Rows')).toHaveText('12');
  await expect(figure(totals, 'Quantity')).toHaveText('170.5');
  await expect(figure(totals, 'Blank quantity')).toHaveText('57.5');
  await expect(page.getByText(/^Warehouse 10 imported \d+ \w+ \d\d:\d\d, on-hand\.csv$/)).toBeVisible();

  const toggle = page.getByRole('group', { name: 'Serial number' });
  await toggle.getByRole('button', { name: 'Blank' }).click();
  await expect(figure(totals, 'Rows')).toHaveText('4');
  await expect(figure(totals, 'Quantity')).toHaveText('57.5');
  await expect(grid).toHaveAttribute('aria-rowcount', '6');
  await toggle.getByRole('button', { name: 'Captured' }).click();
  await expect(figure(totals, 'Rows')).toHaveText('5');
  await expect(figure(totals, 'Blank quantity')).toHaveText('0');
  await toggle.getByRole('button', { name: 'All' }).click();

  const search = page.getByRole('textbox', { name: 'Search on-hand' });
  await search.fill('dro');
  await expect(figure(totals, 'Rows')).toHaveText('3');
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await expect(figure(totals, 'Rows')).toHaveText('12');

  await search.fill('nowhere to be found');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(bodyRow(grid, 0)).toContainText('A-100');
  await expect(search).toHaveValue('');
});

test('several filters and sorts at once stand as chips and in the address', async ({ page }) => {
  const grid = await openStockedDesk(page);
  const totals = page.getByRole('group', { name: 'Totals' });
  await page.getByRole('textbox', { name: 'Location Filter Input' }).fill('bulk');
  await page.getByRole('combobox', { name: 'Capture Filter' }).selectOption('Not tracked');
  await expect(figure(totals, 'Rows')).toHaveText('3');
  await page.getByRole('spinbutton', { name: 'Quantity Filter Input' }).fill('7');
  await expect(figure(totals, 'Rows')).toHaveText('1');
  const filters = page.getByRole('group', { name: 'Filters' });
  await filters.getByRole('button', { name: 'Quantity = 7: remove this filter' }).click();
  await expect(figure(totals, 'Rows')).toHaveText('3');
  await expect(page.getByRole('spinbutton', { name: 'Quantity Filter Input' })).toHaveValue('');
  await page.goBack();
  await expect(figure(totals, 'Rows')).toHaveText('1');
  await expect(page.getByRole('spinbutton', { name: 'Quantity Filter Input' })).toHaveValue('7');
  await filters.getByRole('button', { name: 'Clear filters' }).click();
  await expect(filters).toBeHidden();
  await expect(figure(totals, 'Rows')).toHaveText('12');

  await grid.getByRole('columnheader', { name: 'Warehouse' }).click();
  await grid.getByRole('columnheader', { name: 'Warehouse' }).click();
  await grid.getByRole('columnheader', { name: 'Quantity' }).click({ modifiers: ['Shift'] });
  await expect(grid.getByRole('columnheader', { name: 'Warehouse' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(grid.getByRole('columnheader', { name: 'Quantity' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(bodyCell(grid, 0, 'warehouse')).toHaveText('20');
  await expect(bodyCell(grid, 4, 'quantity')).toHaveText('7');
  await expect(bodyCell(grid, 11, 'quantity')).toHaveText('100');
});

test('a link can name a tracking dimension group', async ({ page, open }) => {
  const grid = await openStockedDesk(page);
  await open('/on-hand?group=Pack');
  const totals = page.getByRole('group', { name: 'Totals' });
  await expect(figure(totals, 'Rows')).toHaveText('3');
  await expect(bodyCell(grid, 0, 'itemNumber')).toHaveText('A-300');
  await page.getByRole('button', { name: 'Tracking dimension group is Pack: remove this filter' }).click();
  await expect(figure(totals, 'Rows')).toHaveText('12');
});

test('the last of 20,000 rows can be reached', async ({ page }) => {
  await importFiles(page, 'groups.csv', 'items.csv');
  const lines = Array.from(
    { length: 20_000 },
    (_, index) => `A-400,10,L${String(index).padStart(5, '0')},,1`,
  );
  const text = ['ITEMNUMBER,WAREHOUSEID,WAREHOUSELOCATIONID,ITEMSERIALNUMBER,ONHANDQUANTITY', ...lines].join(
    '\n',
  );
  await importFiles(page, { name: 'large.csv', text });
  await page.getByRole('link', { name: 'Show on-hand' }).click();
  const grid = page.getByRole('grid', { name: 'On-hand inventory' });
  await expect(grid).toHaveAttribute('aria-rowcount', '20002');
  await bodyCell(grid, 0, 'itemNumber').click();
  await page.keyboard.press('Control+End');
  await expect(bodyCell(grid, 19_999, 'location')).toHaveText('L19999');
  await page.keyboard.press('Control+Home');
  await expect(bodyCell(grid, 0, 'location')).toHaveText('L00000');

  await page.keyboard.press('Control+a');
  await expect(
    page.getByRole('status').filter({ hasText: 'At most 10,000 rows can be selected' }),
  ).toBeVisible();
  await page.getByRole('textbox', { name: 'Location Filter Input' }).fill('L12');
  await expect(grid).toHaveAttribute('aria-rowcount', '1002');
  await bodyCell(grid, 0, 'location').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+End');
  await expect(bodyRow(grid, 999)).toHaveAttribute('aria-selected', 'true');
  const copiedLines = (await copied(page)).split('\r\n');
  expect(copiedLines).toHaveLength(1000);
  expect(copiedLines[500]).toContain('L12500');
});

test('columns stay as they were left, until they are reset', async ({ page }) => {
  const grid = await openStockedDesk(page);
  const order = (): Promise<string[]> =>
    grid
      .getByRole('columnheader')
      .evaluateAll((headers) =>
        headers
          .toSorted((one, other) => one.getBoundingClientRect().left - other.getBoundingClientRect().left)
          .map((header) => header.getAttribute('col-id') ?? ''),
      );
  await page.getByRole('button', { name: 'Columns' }).click();
  const chooser = page.getByRole('dialog', { name: 'Columns' });
  await chooser.getByRole('checkbox', { name: 'Product name' }).uncheck();
  await chooser.getByRole('checkbox', { name: 'Owner' }).check();
  await chooser.getByRole('button', { name: 'Pin Quantity' }).click();
  await page.keyboard.press('Escape');
  await grid.getByRole('columnheader', { name: 'Warehouse' }).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect
    .poll(order)
    .toEqual([
      'quantity',
      'itemNumber',
      'trackingDimensionGroup',
      'capture',
      'location',
      'warehouse',
      'licensePlate',
      'inventoryStatus',
      'batchNumber',
      'serialNumber',
      'verdict',
      'age',
      'owner',
    ]);
  const left = await order();
  await page.reload();
  await expect(bodyRow(grid, 0)).toContainText('A-100');
  await expect.poll(order).toEqual(left);

  await page.getByRole('button', { name: 'Columns' }).click();
  await chooser.getByRole('button', { name: 'Reset columns' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await order()).slice(0, 2)).toEqual(['itemNumber', 'productName']);
});

test('selected rows are copied for a spreadsheet', async ({ page }) => {
  const grid = await openStockedDesk(page);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Copy column names with the rows' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Search on-hand' }).fill('BULK-0');
  await expect(grid).toHaveAttribute('aria-rowcount', '10');
  await bodyCell(grid, 4, 'itemNumber').click();
  await bodyCell(grid, 7, 'itemNumber').click({ modifiers: ['Control'] });
  expect(await copied(page)).toBe(
    [
      'Item number\tProduct name\tTracking dimension group\tCapture\tWarehouse\tLocation\tLicense plate\tInventory status\tBatch number\tSerial number\tQuantity\tVerdict\tAge',
      'A-300\tPrinter\tPack\tPacking\t10\tBULK-04\t\tAvailable\t\t\t12.5\tInvalid\t0',
      'A-500\t"\'=HYPERLINK(""x"")"\tPlain\t\t20\tBULK-06\t\tAvailable\t\t\t1\tNot tracked\t',
    ].join('\r\n'),
  );
});

test('Export writes what the filter shows, in the columns as they stand', async ({ page }) => {
  await openStockedDesk(page);
  await page.getByRole('group', { name: 'Serial number' }).getByRole('button', { name: 'Blank' }).click();
  await page.getByRole('button', { name: 'Columns' }).click();
  for (const name of ['Product name', 'Tracking dimension group', 'Capture', 'License plate', 'Batch number'])
    await page.getByRole('checkbox', { name }).uncheck();
  await page.getByRole('button', { name: 'Pin Quantity' }).click();
  await page.keyboard.press('Escape');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  // Hidden dimensions follow the shown columns, so that the file can be read back without mixing up rows.
  const shown = lines.map((line) => line.split(',').slice(0, 8).join(','));
  expect(shown).toEqual([
    'ONHANDQUANTITY,ITEMNUMBER,WAREHOUSEID,WAREHOUSELOCATIONID,INVENTORYSTATUSID,ITEMSERIALNUMBER,VERDICT,AGEINDAYS',
    '3,A-100,10,BULK-02,Available,,Overdue,0',
    '40,A-200,10,BULK-03,Available,,Expected,0',
    '2,A-200,20,PICK-02,Blocking,,Expected,0',
    '12.5,A-300,10,BULK-04,Available,,Invalid,0',
  ]);
});

test('names are shown as they are written, HTML and formulas too', async ({ page }) => {
  const grid = await openStockedDesk(page);
  await page.getByRole('textbox', { name: 'Item number Filter Input' }).fill('A-4');
  await expect(bodyCell(grid, 0, 'productName')).toHaveText('<b>Cable</b> <img src=x onerror=alert(1)>');
  await page.getByRole('textbox', { name: 'Item number Filter Input' }).fill('A-5');
  await expect(bodyCell(grid, 0, 'productName')).toHaveText('=HYPERLINK("x")');
});
