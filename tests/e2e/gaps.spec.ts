import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { axe, expect, test } from './fixtures.ts';
import { releaseSales } from './flow-desk.ts';
import { board, cells, chooseWarehouse, openGaps, STOCK, tile, totals } from './gaps-page.ts';
import { bodyCell, figure } from './import-files.ts';

test('a new desk begins with Gaps, which says what to do first', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1, name: 'Gaps' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No stock yet' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Export' })).toBeDisabled();
  await axe(page);
  await page.getByRole('link', { name: 'Import sample or own files' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import and export' })).toBeVisible();
});

test('the sentence, the figures and the matrix say what is missing, and each number leads to its rows', async ({
  page,
}) => {
  await openGaps(page);
  const status = page.getByRole('status').filter({ hasText: 'overdue' });
  await expect(status).toHaveText(
    '41 units are overdue in 2 warehouses; the oldest since today. Besides, 2 are invalid.',
  );
  await expect(tile(page, 'Overdue')).toContainText('41');
  await expect(tile(page, 'Overdue')).toContainText('3 rows');
  await expect(tile(page, 'Invalid')).toContainText('1 row');
  await expect(tile(page, 'Expected')).toContainText('12');
  const matrix = page.getByRole('table', { name: 'Verdicts by warehouse' });
  expect(await cells(matrix)).toEqual([
    ['Warehouse', 'Invalid', 'Exception', 'Overdue', 'Due', 'Expected', 'Captured', 'Not tracked'],
    ['61', '2', '0', '34', '0', '12', '1', '0'],
    ['62', '0', '0', '7', '0', '0', '1', '100'],
    ['All warehouses', '2', '0', '41', '0', '12', '2', '100'],
  ]);
  await axe(page);

  await matrix.getByRole('link', { name: '34 units Overdue in warehouse 61' }).click();
  await expect(figure(totals(page), 'Rows')).toHaveText('2');
  await expect(figure(totals(page), 'Quantity')).toHaveText('34');
  const filters = page.getByRole('group', { name: 'Filters' });
  await expect(filters).toContainText('Warehouse is 61');
  await expect(filters).toContainText('Verdict is Overdue');
  await page.goBack();
  await tile(page, 'Invalid').click();
  await expect(figure(totals(page), 'Quantity')).toHaveText('2');
  await expect(
    bodyCell(page.getByRole('grid', { name: 'On-hand inventory' }), 0, 'serialNumber'),
  ).toContainText('CAM-2');
});

test('one warehouse is chosen by the keyboard, stands in the address, and can be saved as a view', async ({
  page,
}) => {
  await openGaps(page);
  const choice = page.getByRole('combobox', { name: 'Warehouse' });
  await chooseWarehouse(page, '62');
  await expect(page.getByRole('status').filter({ hasText: 'overdue' })).toHaveText(
    '7 units are overdue in warehouse 62; the oldest since today.',
  );
  await expect(page).toHaveURL(/\/gaps\?warehouse=62$/);
  expect(await cells(page.getByRole('table', { name: 'Gaps by item' }))).toEqual([
    ['Item number', 'Invalid', 'Exception', 'Overdue', 'Due', 'Total'],
    ['A-100', '0', '0', '7', '0', '7'],
  ]);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('North');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Views: North' })).toBeVisible();
  await tile(page, 'Not tracked').click();
  await expect(figure(totals(page), 'Quantity')).toHaveText('100');
  await page.goBack();
  await expect(choice).toHaveValue('62');

  await page.getByRole('button', { name: /^Views/ }).click();
  await page.getByRole('menuitemradio', { name: 'Everything' }).click();
  await expect(choice).toHaveValue('All warehouses');
  await page
    .getByRole('table', { name: 'Verdicts by warehouse' })
    .getByRole('link', { name: '61', exact: true })
    .click();
  await expect(choice).toHaveValue('61');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitemradio', { name: 'North' }).click();
  await expect(choice).toHaveValue('62');
});

test('the gaps are cut by location, group, batch and order, and every line leads to its rows', async ({
  page,
  open,
}) => {
  await openGaps(page);
  await releaseSales(page, 'SO-1', ['A-200', 5]);
  await open('/gaps');
  await expect(tile(page, 'Due')).toContainText('5');
  const by = page.getByRole('group', { name: 'Gaps by' });
  const table = (name: string): Locator => page.getByRole('table', { name: `Gaps by ${name}` });

  await by.getByRole('button', { name: 'Location' }).click();
  await expect(table('location')).toBeVisible();
  expect(await cells(table('location'))).toEqual([
    ['Warehouse', 'Location', 'Invalid', 'Exception', 'Overdue', 'Due', 'Total'],
    ['61', 'BULK-1', '2', '0', '30', '0', '32'],
    ['62', 'BULK-1', '0', '0', '7', '0', '7'],
    ['61', 'BULK-3', '0', '0', '0', '5', '5'],
    ['61', 'BULK-2', '0', '0', '4', '0', '4'],
  ]);
  await table('location').getByRole('link', { name: '32 units with a gap: 61, BULK-1' }).click();
  await expect(figure(totals(page), 'Rows')).toHaveText('2');
  await page.goBack();
  await expect(table('location')).toBeVisible();

  await by.getByRole('button', { name: 'Tracking dimension group' }).click();
  await expect(table('tracking dimension group')).toBeVisible();
  expect((await cells(table('tracking dimension group'))).slice(1)).toEqual([
    ['Ser', '2', '0', '41', '0', '43'],
    ['SerPick', '0', '0', '0', '5', '5'],
  ]);
  await table('tracking dimension group').getByRole('link', { name: 'SerPick', exact: true }).click();
  await expect(figure(totals(page), 'Rows')).toHaveText('1');
  await page.goBack();

  await by.getByRole('button', { name: 'Batch' }).click();
  await expect(table('batch')).toBeVisible();
  expect((await cells(table('batch')))[1]).toEqual(['A-100', 'No batch', '2', '0', '41', '0', '43']);
  await by.getByRole('button', { name: 'Order' }).click();
  await expect(table('order')).toBeVisible();
  await table('order').getByRole('link', { name: 'Not held for an order', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('Held for order is blank');
  await expect(figure(totals(page), 'Rows')).toHaveText('5');
});

test('Close gaps takes the overdue of the warehouse, and the figures follow', async ({ page }) => {
  await openGaps(page);
  await chooseWarehouse(page, '62');
  await expect(tile(page, 'Overdue')).toContainText('7');
  await page.getByRole('button', { name: 'Close gaps' }).click();
  const dialog = page.getByRole('dialog', { name: 'Close gaps' });
  await expect(dialog.getByText('7 blank units.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Serial numbers', exact: true }).fill('S71\nS72');
  await dialog.getByRole('button', { name: 'Show the plan' }).click();
  await dialog.getByRole('button', { name: 'Apply 2' }).click();
  await expect(dialog).toBeHidden();
  await expect(tile(page, 'Overdue')).toContainText('5');
  await expect(page.getByRole('status').filter({ hasText: 'overdue' })).toContainText('5 units are overdue');
  await expect(tile(page, 'Captured')).toContainText('3');
});

test('Export writes the worklist to Excel and to CSV', async ({ page }) => {
  await openGaps(page);
  const exported = async (name: string): Promise<string> => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name }).click();
    return (await downloading).path();
  };
  const workbook = await readXlsx(await readFile(await exported('Worklist to Excel')));
  const rows = workbook.sheets[0]?.rows ?? [];
  const column = rows[0]?.indexOf('Verdict') ?? -1;
  expect(rows.slice(1).map((cellsOfRow) => cellsOfRow[column])).toEqual([
    'Invalid',
    'Overdue',
    'Overdue',
    'Overdue',
  ]);
  await expect(page.getByRole('status').filter({ hasText: 'gaps.xlsx was written.' })).toBeVisible();
  const text = await readFile(await exported('Worklist to CSV'), 'utf8');
  expect(text.trimEnd().split('\r\n')).toHaveLength(5);
  expect(text).toContain('Ser asks at receiving');
});

test('200 lines of a cut are shown, and how many there are', async ({ page }) => {
  const lines = Array.from(
    { length: 230 },
    (_, index) => `A-100,61,L-${String(index).padStart(3, '0')},,${index + 1}`,
  );
  await openGaps(page, `${STOCK.split('\n')[0]}\n${lines.join('\n')}\n`);
  await page.getByRole('group', { name: 'Gaps by' }).getByRole('button', { name: 'Location' }).click();
  await expect(
    board(page, 'Gaps by location').getByText('200 of 230 locations: those with the most units'),
  ).toBeVisible();
  const [, first] = await cells(page.getByRole('table', { name: 'Gaps by location' }));
  expect(first?.slice(0, 2)).toEqual(['61', 'L-229']);
});
