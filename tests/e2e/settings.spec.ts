import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { bodyCell, bodyRow, figure, openStockedDesk } from './import-files.ts';

test('theme and density stay as they were chosen', async ({ page }) => {
  const grid = await openStockedDesk(page);
  const rowHeight = async (): Promise<number> => (await bodyRow(grid, 0).boundingBox())?.height ?? 0;
  const compact = await rowHeight();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('group', { name: 'Theme' }).getByRole('button', { name: 'Dark' }).click();
  await page
    .getByRole('group', { name: 'Density of tables' })
    .getByRole('button', { name: 'Comfortable' })
    .click();
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('link', { name: 'On-hand' }).click();
  await expect(bodyRow(grid, 0)).toContainText('A-100');
  await expect.poll(rowHeight).toBeGreaterThan(compact);
});

test('a longer serial number is in order once the setting allows it', async ({ page }) => {
  const grid = await openStockedDesk(page);
  const long = grid.getByRole('row').filter({ hasText: 'PRI-2-WITH-A-VERY-LONG-NUMBER' });
  await expect(long.getByText('Invalid')).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Longest serial number' }).click();
  await page.getByRole('option', { name: /^60 characters/ }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'The longest serial number was changed.' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'On-hand' }).click();
  await expect(long).toBeVisible();
  await expect(long.getByText('Invalid')).toBeHidden();
});

test('the on-hand of one warehouse is cleared after a question and a backup', async ({
  page,
  dataFolder,
}) => {
  const grid = await openStockedDesk(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Warehouse' }).click();
  await page.getByRole('option', { name: 'warehouse 20 (5 rows)' }).click();
  await page.getByRole('button', { name: 'Clear on-hand' }).click();
  const dialog = page.getByRole('dialog', { name: 'Clear the on-hand of warehouse 20?' });
  await expect(dialog).toContainText('5 rows of on-hand will be taken away.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Clear on-hand' }).click();
  await dialog.getByRole('button', { name: 'Clear on-hand' }).click();

  const note = page.getByRole('status').filter({ hasText: '5 rows of warehouse 20 taken away.' });
  await expect(note).toBeVisible();
  const [backup] = await readdir(join(dataFolder, 'backups'));
  await expect(note).toContainText(backup ?? 'there is no backup');
  await page.getByRole('link', { name: 'On-hand' }).click();
  await expect(bodyCell(grid, 0, 'warehouse')).toHaveText('10');
  await expect(figure(page.getByRole('group', { name: 'Totals' }), 'Rows')).toHaveText('7');
});

test('starting over wants the words typed, and leaves an empty desk and a backup', async ({
  page,
  dataFolder,
}) => {
  await openStockedDesk(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Start over' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start over?' });
  await expect(dialog.getByRole('button', { name: 'Start over' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Type START OVER to confirm' }).fill('start over');
  await dialog.getByRole('button', { name: 'Start over' }).click();
  const note = page.getByRole('status').filter({ hasText: '12 on-hand rows' });
  await expect(note).toBeVisible();
  const [backup] = await readdir(join(dataFolder, 'backups'));
  await expect(note).toContainText(backup ?? 'there is no backup');
  await page.getByRole('link', { name: 'On-hand' }).click();
  await expect(page.getByText('No stock yet')).toBeVisible();
});

test('About names the version and the data file', async ({ page, open, dataFolder }) => {
  await open('/settings');
  const about = page.getByRole('region', { name: 'About' });
  await expect(figure(about, 'Version')).toHaveText(/^\d+\.\d+\.\d+/);
  await expect(figure(about, 'Data file')).toContainText(dataFolder);
});

test('a setting stands in the history: it is undone from its message and by the keyboard, and restored', async ({
  page,
  open,
}) => {
  await open('/settings');
  const uniqueness = page.getByRole('combobox', { name: 'Serial number uniqueness' });
  const done = page.getByRole('status').filter({ hasText: 'The serial number uniqueness was changed.' });
  const undone = page.getByRole('status').filter({ hasText: 'The change was undone.' });
  const choose = async (option: string): Promise<void> => {
    await uniqueness.click();
    await page.getByRole('option', { name: option }).click();
    await expect(done).toBeVisible();
  };
  await choose('Across items');
  await done.getByRole('button', { name: 'Undo' }).click();
  await expect(undone).toBeVisible();
  await expect(uniqueness).toHaveText('Per item, on-hand');
  await choose('Per item, for ever');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(undone).toBeVisible();
  await expect(uniqueness).toHaveText('Per item, on-hand');

  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Settings', exact: true }).click();
  const grid = page.getByRole('grid', { name: 'History' });
  await expect(bodyRow(grid, 3)).toContainText('Serial number uniqueness: Per item, on-hand → Across items');
  await bodyCell(grid, 3, 'name').click();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Settings', exact: true });
  await dialog.getByRole('button', { name: 'Restore this version' }).click();
  await expect(bodyRow(grid, 0)).toContainText('Restored from event 1');
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await expect(uniqueness).toHaveText('Across items');
});
