import { axe, expect, test } from './fixtures.ts';
import { bodyCell, bodyRow } from './import-files.ts';
import { drawer, openItems } from './items-page.ts';

test('an item is made by the keyboard alone, and undone, and deleted', async ({ page, watch }) => {
  watch.expect(/409/);
  const grid = await openItems(page);
  await bodyCell(grid, 0, 'itemNumber').click();
  await page.keyboard.press('Alt+n');
  const form = page.getByRole('dialog', { name: 'New item' });
  await expect(form.getByRole('textbox', { name: 'Item number' })).toBeFocused();
  await axe(page);
  await page.keyboard.type('a-100');
  await page.keyboard.press('Control+s');
  await expect(form.getByText('There is already an item A-100.')).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Item number' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('A-150');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Tripod');
  await page.keyboard.press('Tab');
  await expect(form.getByRole('combobox', { name: 'Tracking dimension group' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pack');
  await page.keyboard.press('Enter');
  await expect(form.getByText('Serial number is asked at packing.')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('SiteWh');
  await page.keyboard.press('Control+s');
  await expect(form).toBeHidden();
  await expect(bodyCell(grid, 1, 'itemNumber')).toHaveText('A-150');
  await expect(bodyCell(grid, 1, 'name')).toHaveText('Tripod');
  await expect(bodyCell(grid, 1, 'trackingDimensionGroup')).toHaveText('Pack');
  await expect(bodyCell(grid, 1, 'storageDimensionGroup')).toHaveText('SiteWh');

  const undo = async (said: string): Promise<void> => {
    await page.getByRole('status').filter({ hasText: said }).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('The change was undone.')).toBeVisible();
  };
  await undo('Created A-150.');
  await expect(bodyCell(grid, 1, 'itemNumber')).toHaveText('A-200');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('new item');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('textbox', { name: 'Item number' })).toBeFocused();
  await page.keyboard.type('A-150');
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await bodyCell(grid, 1, 'itemNumber').dblclick();
  await drawer(page, 'A-150').getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('dialog', { name: 'Delete A-150?' });
  await axe(page);
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(drawer(page, 'A-150')).toBeHidden();
  await expect(bodyCell(grid, 1, 'itemNumber')).toHaveText('A-200');
  await undo('Deleted A-150.');
  await expect(bodyCell(grid, 1, 'itemNumber')).toHaveText('A-150');
});

test('an item with on-hand is not deleted, and says why', async ({ page, watch }) => {
  watch.expect(/409/);
  const grid = await openItems(page);
  await bodyCell(grid, 1, 'itemNumber').dblclick();
  const form = drawer(page, 'A-200');
  await form.getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('dialog', { name: 'Delete A-200?' });
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(question.getByRole('alert')).toContainText('A-200 has on-hand, so it cannot be deleted.');
  await question.getByRole('button', { name: 'Close' }).click();
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Drone');
});

test('search, filters and order stand in the address: Back and a shared link keep them', async ({
  page,
  open,
}) => {
  const grid = await openItems(page);
  const search = page.getByRole('textbox', { name: 'Search items' });
  const header = grid.getByRole('columnheader', { name: 'Item number' });
  for (const order of ['ascending', 'descending']) {
    await header.click();
    await expect(header).toHaveAttribute('aria-sort', order);
  }
  await search.fill('pick');
  await expect(page).toHaveURL(/search=pick/);
  await expect(grid).toHaveAttribute('aria-rowcount', '3');
  const address = page.url();
  await bodyCell(grid, 0, 'itemNumber').dblclick();
  await drawer(page, 'A-200').getByRole('button', { name: 'Close' }).click();
  await expect(page).toHaveURL(address);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.goBack();
  await expect(search).toHaveValue('pick');
  await expect(bodyRow(grid, 0)).toContainText('A-200');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await open(address);
  await expect(search).toHaveValue('pick');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).click();
  await expect(search).toHaveValue('');
  await page.goBack();
  await expect(search).toHaveValue('pick');
});
