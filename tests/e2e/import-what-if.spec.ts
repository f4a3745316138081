import type { Locator, Page } from '@playwright/test';
import type { TestFile } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { axe, darkMode, expect, test } from './fixtures.ts';
import { bodyCell, bodyRow, figure, importFiles, previewFiles, type MadeUpFile } from './import-files.ts';

const madeUp = ({ name, content }: TestFile): MadeUpFile => ({ name, text: String(content) });

const picking = { name: 'SerPick', capture: 'Picking', active: true, control: true } as const;
const numbers = Array.from({ length: 12 }, (_, index) => `ITEM-${10 + index}`);
const receiving = madeUp(groupsCsv([{ ...picking, capture: 'None' }]));

const section = (page: Page): Locator =>
  page.getByRole('region', { name: 'What this import would do to the stock' });
const apply = (page: Page): Locator => page.getByRole('button', { name: 'Apply' });

test.beforeEach(async ({ page }) => {
  await importFiles(
    page,
    madeUp(groupsCsv([picking, { name: 'No' }])),
    madeUp(itemsCsv(numbers.map((item) => [item, 'SerPick'] as const))),
    madeUp(
      onHandCsv([
        ...numbers.map((item) => ({ item, location: 'BULK-1', quantity: '4' })),
        { item: 'ITEM-10', location: 'BULK-1', serial: 'S-1', quantity: '1' },
      ]),
    ),
  );
});

test('a file that changes what governs stock says so, and is applied only once that is confirmed', async ({
  page,
}) => {
  await previewFiles(page, receiving);
  const confirmation = section(page).getByRole('checkbox', {
    name: 'I have seen what this does to 13 rows of stock',
  });

  await test.step('figures and examples as in the dialog of a save', async () => {
    await expect(section(page)).toContainText('It reaches 12 items with 13 on-hand rows and 49 units.');
    await expect(section(page).getByRole('listitem')).toHaveText([
      '48 units of 12 items: Expected → Overdue – needs attention',
    ]);
    await expect(section(page).getByRole('table', { name: 'Examples' }).getByRole('row')).toHaveCount(11);
    await expect(apply(page)).toBeDisabled();
    await expect(apply(page)).toHaveAccessibleDescription(/until you have confirmed below/);
    await axe(page);
    await darkMode(page);
    await axe(page);
  });

  await test.step('all rows that it reaches, and back', async () => {
    await section(page).getByRole('button', { name: 'Show all rows in On-hand' }).click();
    await expect(figure(page.getByRole('group', { name: 'Totals' }), 'Rows')).toHaveText('13');
    await page.getByRole('link', { name: 'Import and export' }).click();
    await expect(apply(page)).toBeDisabled();
  });

  await test.step('confirmed and applied without a mouse', async () => {
    await page.getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.press('Tab');
    await expect(confirmation).toBeFocused();
    await page.keyboard.press('Space');
    await expect(confirmation).toBeChecked();
    await expect(apply(page)).toBeEnabled();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(apply(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('The import is done')).toBeVisible();
  });

  await page.getByRole('link', { name: 'Show tracking dimension groups' }).click();
  await page.getByRole('option', { name: /^SerPick/ }).click();
  await expect(page.getByRole('img', { name: 'Serial number is asked at receiving' })).toBeVisible();
});

test('what would lose serial numbers is refused in its row, and the rest is shown and applied', async ({
  page,
}) => {
  await previewFiles(
    page,
    madeUp(
      itemsCsv([
        ['ITEM-10', 'No'],
        ['ITEM-11', 'No'],
      ]),
    ),
  );
  const problems = page.getByRole('grid', { name: 'Problems of released-products.csv' });
  await expect(bodyRow(problems, 0)).toBeVisible();
  await expect(bodyCell(problems, 0, 'row')).toHaveText('2');
  await expect(bodyCell(problems, 0, 'reason')).toContainText(
    'The on-hand of ITEM-10 carries serial numbers',
  );
  await expect(section(page).getByRole('listitem')).toHaveText(['4 units of 1 item: Expected → Not tracked']);
  await section(page).getByRole('checkbox', { name: 'I have seen what this does to 1 row of stock' }).check();
  await apply(page).click();
  await expect(
    page.getByText('released-products.csv: 0 new, 1 changed, 0 unchanged, 1 refused'),
  ).toBeVisible();
});

test('a file that changes nothing of it is applied at once', async ({ page }) => {
  await previewFiles(page, madeUp(onHandCsv([{ item: 'ITEM-10', location: 'BULK-1', quantity: '5' }])));
  await expect(apply(page)).toBeEnabled();
  await expect(section(page)).toBeHidden();
});
