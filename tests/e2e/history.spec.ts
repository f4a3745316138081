import type { Locator, Page } from '@playwright/test';
import { axe, darkMode, expect, test } from './fixtures.ts';
import { callApi, GROUPS, groupsPage, settingsWith, storeGroups, usualGroups } from './groups-page.ts';
import { bodyCell, bodyRow, importFiles } from './import-files.ts';

/** A desk with a group made on its page, another that comes by import, and its items; shows the page History. */
async function openHistory(page: Page): Promise<Locator> {
  await storeGroups(page, [{ name: 'Ser', description: '', settings: settingsWith({ active: true }) }]);
  await importFiles(page, 'groups.csv', 'items.csv', 'on-hand.csv');
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
  const grid = page.getByRole('grid', { name: 'History' });
  await expect(bodyRow(grid, 0)).toContainText('on-hand.csv');
  return grid;
}

async function choose(page: Page, box: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: box }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('a desk without changes says what will be kept, in light and dark', async ({ page, open }) => {
  await open('/history');
  await expect(page.getByRole('heading', { name: 'No changes yet' })).toBeVisible();
  await axe(page);
  await darkMode(page);
  await axe(page);
});

test('every change stands there, newest first, and is found by kind, door, text and day', async ({
  page,
}) => {
  const grid = await openHistory(page);
  const status = page.getByRole('status');
  await expect(bodyRow(grid, 0)).toContainText('Import');
  await choose(page, 'Door', 'Page');
  await expect(bodyCell(grid, 0, 'name')).toHaveText('Ser');
  await expect(status.filter({ hasText: /^1 event$/ })).toBeVisible();
  await choose(page, 'Kind', 'Item');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await choose(page, 'Door', 'All');
  await expect(bodyCell(grid, 0, 'kind')).toHaveText('Item');
  await page.getByRole('textbox', { name: 'Search history' }).fill('a-200');
  await expect(status.filter({ hasText: /^1 event$/ })).toBeVisible();
  await expect(bodyCell(grid, 0, 'name')).toHaveText('A-200');
  await expect(page).toHaveURL(/kind=item/);

  await page.reload();
  await expect(bodyCell(grid, 0, 'name')).toHaveText('A-200');
  await page.getByLabel('Until').fill('2001-01-01');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(bodyRow(grid, 1)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Search history' })).toHaveValue('');
  await axe(page);
});

test('an event is opened by the keyboard and says what changed; its version comes back, and goes again', async ({
  page,
  open,
}) => {
  await storeGroups(page, usualGroups.slice(1, 2));
  await open(GROUPS);
  const groups = groupsPage(page);
  await groups.description.fill('Serial at the gate');
  await groups.save('Ser');
  await groups.action('Delete').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  const deleted = page.getByRole('status').filter({ hasText: 'Deleted Ser.' });
  await expect(deleted.getByRole('button', { name: 'Undo' })).toBeVisible();

  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
  const grid = page.getByRole('grid', { name: 'History' });
  await expect(bodyCell(grid, 0, 'change')).toHaveText('Deleted');
  await expect(bodyCell(grid, 1, 'change')).toHaveText(
    'Description: Serial from receiving → Serial at the gate',
  );
  await bodyCell(grid, 1, 'name').click();
  await page.keyboard.press('Enter');
  const event = page.getByRole('dialog', { name: 'Tracking dimension group Ser' });
  const changed = event.getByRole('table', { name: 'What changed' }).getByRole('row');
  await expect(changed).toHaveCount(2);
  await expect(changed.nth(1)).toHaveText('DescriptionSerial from receivingSerial at the gate');
  await axe(page);
  await darkMode(page);
  await axe(page);
  await event.getByRole('button', { name: 'Restore this version' }).click();
  await expect(event).toBeHidden();
  const restored = page.getByRole('status').filter({ hasText: /^Restored Ser to the version of/ });
  await expect(bodyCell(grid, 0, 'change')).toHaveText('Created');
  await expect(bodyCell(grid, 0, 'note')).toHaveText(/^Restored from event/);
  await restored.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The change was undone.')).toBeVisible();
  await expect(bodyCell(grid, 0, 'change')).toHaveText('Deleted');

  await bodyCell(grid, 0, 'name').click();
  await page.getByRole('button', { name: 'Show event' }).click();
  await expect(event.getByRole('button', { name: 'Restore this version' })).toBeHidden();
  await event.getByRole('button', { name: 'Restore the version before' }).click();
  await expect(page.getByText(/^Restored Ser to the version before/)).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Tracking dimension groups' }).click();
  await expect(groups.description).toHaveValue('Serial at the gate');
});

test('a version that the rules of today refuse says why', async ({ page, open, watch }) => {
  watch.expect(/409/);
  await storeGroups(page, usualGroups.slice(1, 2));
  await callApi(page, 'groups.remove', { id: 1, version: 1 });
  await storeGroups(page, usualGroups.slice(1, 2));
  await open('/history');
  const grid = page.getByRole('grid', { name: 'History' });
  await bodyCell(grid, 1, 'name').dblclick();
  await page.getByRole('button', { name: 'Restore the version before' }).click();
  await expect(page.getByRole('alert')).toContainText('There is already a group named Ser.');
  await axe(page);
});

test('the chain is checked', async ({ page }) => {
  await openHistory(page);
  await page.getByRole('button', { name: 'Check the history' }).click();
  await expect(page.getByText(/^The chain holds for \d+ events\.$/)).toBeVisible();
  await axe(page);
});

test('a group shows its own history, and leads to all of it', async ({ page, open }) => {
  await storeGroups(page, usualGroups.slice(0, 2));
  await open(GROUPS);
  const groups = groupsPage(page);
  await groups.group('Ser').click();
  const rows = page.getByRole('table', { name: 'History' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await groups.description.fill('Changed');
  await groups.save('Ser');
  await expect(rows).toHaveCount(3);
  const restore = rows.nth(2).getByRole('button', { name: 'Restore this version' });
  await groups.description.fill('Changed again');
  await expect(restore).toBeDisabled();
  await groups.save('Ser');
  await rows.nth(3).getByRole('button', { name: 'Restore this version' }).click();
  await expect(groups.description).toHaveValue('Serial from receiving');
  await page.getByRole('link', { name: 'Show them in History' }).click();
  const grid = page.getByRole('grid', { name: 'History' });
  await expect(bodyCell(grid, 0, 'note')).toHaveText(/^Restored from event/);
  await expect(page.getByRole('status').filter({ hasText: /^4 events$/ })).toBeVisible();
});
