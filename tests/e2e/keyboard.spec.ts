import type { Page } from '@playwright/test';
import { axe, darkMode, expect, test } from './fixtures.ts';
import { releaseSales, stockFlow } from './flow-desk.ts';
import { GROUPS, groupsPage, storeGroups, usualGroups } from './groups-page.ts';
import { openStockedDesk } from './import-files.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' });

test('? lists the shortcuts, but not while something is typed', async ({ page, open }) => {
  await open(GROUPS);
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await page.keyboard.press('?');
  await expect(shortcuts.getByText('Go to a page, a group or an item by its name')).toBeVisible();
  await axe(page);
  await darkMode(page);
  await axe(page);
  await page.keyboard.press('Escape');
  await expect(shortcuts).toBeHidden();

  await open(`${GROUPS}/new`);
  const { name } = groupsPage(page);
  await name.press('?');
  await expect(name).toHaveValue('?');
  await expect(shortcuts).toBeHidden();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(shortcuts).toBeVisible();
});

test('the list of shortcuts says what Ctrl+S does on the page', async ({ page, open }) => {
  await stockFlow(page);
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const expectWords = async (words: string): Promise<void> => {
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await expect(shortcuts.getByText(words, { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(shortcuts).toBeHidden();
  };
  await expectWords('Save the form; receive, pick or pack what is entered');
  await open('/receive');
  await expect(page.getByRole('textbox', { name: 'Order or item' })).toBeFocused();
  await page.keyboard.type('A-100');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'A-100' })).toBeVisible();
  await expectWords('Receive what the form says');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('textbox', { name: 'Order or item' })).toBeFocused();
  await open(`/pick?order=${await releaseSales(page, 'SO-1', ['A-200', 1])}`);
  await expect(page.getByRole('button', { name: 'Short pick' })).toBeVisible();
  await expectWords('Pick what the step says');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('textbox', { name: 'Order', exact: true })).toBeFocused();
});

test('the command palette leads to pages, groups and items by the keyboard alone', async ({ page }) => {
  await openStockedDesk(page);
  const options = palette(page).getByRole('option');
  const box = palette(page).getByRole('combobox', { name: 'Go to' });

  await page.keyboard.press('Control+k');
  await expect(box).toBeFocused();
  await expect(options.first()).toHaveText(/^Gaps/);
  await axe(page);
  await darkMode(page);
  await axe(page);
  await page.keyboard.type('setti');
  await expect(options).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(palette(page)).toBeHidden();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('tracking');
  const chosen = palette(page).locator('[role="option"][aria-selected="true"]');
  await expect(chosen).toHaveText(/^Tracking dimension groups/);
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toHaveText(/^Tracking number groups/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('pick');
  await expect(chosen).toHaveText(/^Pick.*Page$/);
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toHaveText(/^Pick.*Tracking dimension group$/);
  await page.keyboard.press('Enter');
  await expect(groupsPage(page).name).toHaveValue('Pick');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('a-200');
  await expect(options).toHaveText([/^A-200.*Item$/]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Item A-200' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Item A-200' })).toBeHidden();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('nowhere');
  await expect(palette(page).getByText('Nothing has such a name.')).toBeVisible();
});

test('Alt+N and the palette begin a new group', async ({ page, open }) => {
  await open(GROUPS);
  const { name, action } = groupsPage(page);
  // The key is the page's, which hears it once it has loaded its groups.
  await expect(action('New')).toBeVisible();
  await page.keyboard.press('Alt+n');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('');
  await open('/tracking-number-groups');
  await expect(action('New')).toBeVisible();
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('textbox', { name: 'Code', exact: true })).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('new track dim');
  await expect(palette(page).getByRole('option')).toHaveText([/^New tracking dimension group.*Action$/]);
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();
});

test('leaving an edit through the palette asks first', async ({ page, open }) => {
  await open(`${GROUPS}/new`);
  await groupsPage(page).name.fill('Kept');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(groupsPage(page).name).toHaveValue('Kept');
});

test('Ctrl+Z takes the changes of this window back one by one, and typing where something is typed', async ({
  page,
  open,
}) => {
  await storeGroups(page, usualGroups.slice(1, 2));
  await open(GROUPS);
  const { name, description, save } = groupsPage(page);
  const said = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
  const undo = async (): Promise<void> => {
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
  };
  await undo();
  await expect(said('There is no change of this window to undo.')).toBeVisible();

  for (const text of ['One', 'Two']) {
    await description.fill(text);
    await save('Ser');
  }
  await name.pressSequentially('X');
  await name.press('Control+z');
  await expect(name).toHaveValue('Ser');
  await description.fill('Three');
  await undo();
  await expect(said('This page has changes that are not saved.')).toBeVisible();
  await description.fill('Two');
  await expect(page.getByText('Not saved')).toBeHidden();

  await undo();
  await expect(description).toHaveValue('One');
  await undo();
  await expect(description).toHaveValue('Serial from receiving');
  await undo();
  await expect(said('There is no change of this window to undo.')).toBeVisible();
});

test('what was changed since by another window is not undone, and says so', async ({
  page,
  context,
  open,
  watch,
}) => {
  watch.expect(/409/);
  await storeGroups(page, usualGroups.slice(1, 2));
  await open(GROUPS);
  const { description, save } = groupsPage(page);
  await description.fill('Mine');
  await save('Ser');
  const other = await context.newPage();
  await other.goto(page.url());
  await groupsPage(other).description.fill('Theirs');
  await groupsPage(other).save('Ser');
  await other.close();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('alert')).toContainText('Ser was changed since. Nothing was undone');
  await expect(description).toHaveValue(/Mine|Theirs/);
});
