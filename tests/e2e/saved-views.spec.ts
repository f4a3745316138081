import type { Locator, Page } from '@playwright/test';
import { darkMode } from './accessibility.ts';
import { axe, expect, ready, test } from './fixtures.ts';
import { send } from './flow-desk.ts';
import { figure, openStockedDesk } from './import-files.ts';

/** The button, whichever view it names. */
const views = (page: Page): Locator => page.getByRole('button', { name: /^Views/ });

async function choose(page: Page, name: string): Promise<void> {
  await views(page).click();
  await page.getByRole('menu').getByText(name, { exact: true }).click();
  await expect(page.getByRole('menu')).toBeHidden();
}

const rowsShown = (page: Page): Locator => figure(page.getByRole('group', { name: 'Totals' }), 'Rows');

const search = (page: Page): Locator => page.getByRole('textbox', { name: 'Search on-hand' });

const shelf = { column: 'shelf', operator: 'contains', value: 'A' };

/** Saves a view as the page would, and answers its id. */
async function saveView(page: Page, name: string, view: object): Promise<number> {
  const saved = await send<{ view: { id: number } }>(page, 'views.save', { page: 'on-hand', name, view });
  return saved.view.id;
}

test('a view keeps filter, order and columns, and brings them back', async ({ page, watch }) => {
  const grid = await openStockedDesk(page);
  const header = (name: string): Locator => grid.getByRole('columnheader', { name, exact: true });
  await page.getByRole('group', { name: 'Serial number' }).getByRole('button', { name: 'Blank' }).click();
  await search(page).fill('bulk');
  await expect(rowsShown(page)).toHaveText('3');
  await header('Quantity').click();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'License plate', exact: true }).uncheck();
  await page.keyboard.press('Escape');
  await expect(header('License plate')).toBeHidden();

  await views(page).click();
  await expect(page.getByRole('menuitemradio')).toHaveText(['Everything']);
  await page.getByRole('menuitem', { name: 'Save view…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('Give the view a name.');
  await page.keyboard.type('Blank in bulk');
  await axe(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(views(page)).toHaveAccessibleName('Views: Blank in bulk');

  await choose(page, 'Everything');
  await expect(rowsShown(page)).toHaveText('12');
  await expect(header('License plate')).toBeVisible();
  await expect(views(page)).toHaveAccessibleName('Views');
  await choose(page, 'Blank in bulk');
  await expect(rowsShown(page)).toHaveText('3');
  await expect(search(page)).toHaveValue('bulk');
  await expect(header('License plate')).toBeHidden();
  await expect(header('Quantity')).toHaveAttribute('aria-sort', 'ascending');
  await expect(views(page)).toHaveAccessibleName('Views: Blank in bulk');

  await test.step('the same name is refused, and nothing typed is lost', async () => {
    watch.expect(/409 \(Conflict\)/);
    await choose(page, 'Save view…');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('BLANK IN BULK');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toHaveText('There is already a view named Blank in bulk.');
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('BLANK IN BULK');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
  await test.step('Back leads to what was shown before', async () => {
    await page.goBack();
    await expect(rowsShown(page)).toHaveText('12');
    await page.goForward();
    await expect(views(page)).toHaveAccessibleName('Views: Blank in bulk');
  });
});

test('a view says that it is changed, is updated, renamed, deleted and brought back', async ({ page }) => {
  await openStockedDesk(page);
  await saveView(page, 'Cameras', { search: 'A-100' });
  await page.reload();
  await ready(page);
  await choose(page, 'Cameras');
  await expect(rowsShown(page)).toHaveText('3');
  await expect(views(page)).toHaveAccessibleName('Views: Cameras');

  await search(page).fill('CAM');
  await expect(rowsShown(page)).toHaveText('3');
  await expect(views(page)).toHaveAccessibleName('Views: Cameras (changed)');
  await expect(views(page)).toHaveText(/^Cameras *\(changed\)$/);
  await views(page).click();
  await expect(page.getByRole('menuitemradio', { name: 'Cameras' })).toHaveAttribute('aria-checked', 'true');
  await axe(page);
  await page.getByRole('menuitem', { name: 'Update Cameras' }).click();
  await expect(views(page)).toHaveAccessibleName('Views: Cameras');

  await choose(page, 'Rename…');
  const dialog = page.getByRole('dialog', { name: 'Rename view' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Cameras');
  await page.keyboard.type('Night shift');
  await page.keyboard.press('Enter');
  await expect(views(page)).toHaveAccessibleName('Views: Night shift');

  await test.step('by the keyboard alone', async () => {
    await views(page).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('End');
    await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(views(page)).toHaveAccessibleName('Views');
  });
  // What is shown stays as it is; only its name is gone.
  await expect(search(page)).toHaveValue('CAM');
  await page
    .getByRole('status')
    .filter({ hasText: 'Deleted the view Night shift.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.getByText('The change was undone.')).toBeVisible();
  await choose(page, 'Night shift');
  await expect(views(page)).toHaveAccessibleName('Views: Night shift');

  await page.getByRole('link', { name: 'History' }).click();
  const history = page.getByRole('grid', { name: 'History' });
  await expect(history.getByRole('row').filter({ hasText: 'Search: A-100 → CAM' })).toBeVisible();
});

test('an address opens a view; what it names and is gone is left out and said', async ({ page, open }) => {
  await openStockedDesk(page);
  const id = await saveView(page, 'Odd', {
    choices: { serial: 'blank', colour: 'red' },
    list: 'b7a8c7a2-6a0c-4a52-9d6f-0d6f3b0f9c11',
    conditions: [shelf, { column: 'warehouse', operator: 'equals', value: '10' }],
    columns: [
      { key: 'serialNumber', width: 200, hidden: false, pinned: 'left' },
      { key: 'aisle', width: 80, hidden: false, pinned: null },
    ],
  });
  await open(`/on-hand?view=${id}`);
  await expect(
    page.getByText(
      'Odd was saved with what is not there any more: the column shelf, the column aisle, the list of items that a change reached. The rest of it is shown.',
    ),
  ).toBeVisible();
  await expect(rowsShown(page)).toHaveText('3');
  await expect(views(page)).toHaveAccessibleName('Views: Odd');
  const first = page.getByRole('grid', { name: 'On-hand inventory' }).getByRole('columnheader').first();
  await expect(first).toHaveText('Serial number');

  await test.step('loaded again, the page stays as the user left it', async () => {
    await search(page).fill('PICK');
    await expect(rowsShown(page)).toHaveText('0');
    await page.reload();
    await ready(page);
    await expect(search(page)).toHaveValue('PICK');
    await expect(views(page)).toHaveAccessibleName('Views: Odd (changed)');
  });
  await test.step('a view that was deleted is said to be', async () => {
    await open('/on-hand?view=999');
    await expect(page.getByText('This view was deleted.')).toBeVisible();
    await expect(rowsShown(page)).toHaveText('12');
    await expect(views(page)).toHaveAccessibleName('Views');
  });
  await darkMode(page);
  await axe(page);
});
