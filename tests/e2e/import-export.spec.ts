import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axe, expect, test } from './fixtures.ts';
import { bodyCell, chooseFiles, figure, importFiles, previewFiles, previewOf } from './import-files.ts';

/** Waits until the preview of a file counts so many rows. */
async function expectCounts(
  page: Page,
  file: string,
  counts: {
    readonly new?: number;
    readonly changed?: number;
    readonly unchanged?: number;
    readonly refused?: number;
  },
): Promise<void> {
  const { new: added = 0, changed = 0, unchanged = 0, refused = 0 } = counts;
  const figures = { New: added, Changed: changed, Unchanged: unchanged, Refused: refused };
  for (const [label, count] of Object.entries(figures))
    await expect(figure(previewOf(page, file), label)).toHaveText(String(count));
}

test('files chosen together are recognised, previewed and applied in one go', async ({ page }) => {
  await previewFiles(page, 'on-hand.csv', 'items.csv', 'groups.csv');
  await expect(previewOf(page, 'groups.csv')).toContainText('Tracking dimension groups');
  await expect(previewOf(page, 'items.csv')).toContainText('Released products');
  await expect(previewOf(page, 'on-hand.csv')).toContainText('Warehouse on-hand');
  await expectCounts(page, 'groups.csv', { new: 4 });
  await expectCounts(page, 'items.csv', { new: 5 });
  await expectCounts(page, 'on-hand.csv', { new: 12 });
  await previewOf(page, 'items.csv').getByRole('button', { name: '3 columns recognised' }).click();
  await expect(previewOf(page, 'items.csv')).toContainText('PRODUCTNAME → Product name');

  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('on-hand.csv: 12 new, 0 changed, 0 unchanged, 0 refused')).toBeVisible();
  await page.getByRole('link', { name: 'Show tracking dimension groups' }).click();
  await expect(page.getByRole('option', { name: /^Pack/ })).toBeVisible();

  await previewFiles(page, 'groups.csv', 'items.csv', 'on-hand.csv');
  await expectCounts(page, 'groups.csv', { unchanged: 4 });
  await expectCounts(page, 'on-hand.csv', { unchanged: 12 });
  await expect(page.getByText('There is nothing to apply')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
});

test('every problem is listed at once, and the good rows are taken all the same', async ({ page }) => {
  await importFiles(page, 'groups.csv', 'items.csv');
  await previewFiles(page, 'on-hand-problems.csv');
  const preview = previewOf(page, 'on-hand-problems.csv');
  await expectCounts(page, 'on-hand-problems.csv', { new: 3, refused: 3 });
  await expect(preview).toContainText('1 added to a row of equal dimensions');
  await expect(preview).toContainText('1 with quantity 0 left out');
  await expect(preview).toContainText('Left out, because no field is known for it: Remark');

  const problems = page.getByRole('grid', { name: 'Problems of on-hand-problems.csv' });
  const lines = [
    ['3', 'ItemNumber', 'NOPE', 'Refused'],
    ['4', 'OnHandQuantity', 'many', 'Refused'],
    ['5', 'OnHandQuantity', '-4', 'Refused'],
  ];
  for (const [index, texts] of lines.entries())
    for (const [column, key] of ['row', 'column', 'value', 'outcome'].entries())
      await expect(bodyCell(problems, index, key)).toHaveText(texts[column] ?? '');
  await expect(bodyCell(problems, 3, 'outcome')).toHaveText('Invalid');
  await expect(bodyCell(problems, 3, 'reason')).toContainText(
    'More than one unit carries this serial number',
  );

  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('link', { name: 'Show on-hand' }).click();
  const totals = page.getByRole('group', { name: 'Totals' });
  await expect(figure(totals, 'Rows')).toHaveText('3');
  await expect(figure(totals, 'Quantity')).toHaveText('11');
});

test('Cancel gives the preview up and leaves nothing', async ({ page }) => {
  await previewFiles(page, 'groups.csv', 'items.csv', 'on-hand.csv');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Apply' })).toBeHidden();
  await page.getByRole('link', { name: 'On-hand' }).click();
  await expect(page.getByText('No stock yet')).toBeVisible();
});

test('a file that is no list is refused with the reason', async ({ page }) => {
  await previewFiles(page, 'unknown.csv');
  const alert = previewOf(page, 'unknown.csv').getByRole('alert');
  await expect(alert).toContainText('The first line (what, is, this) does not name the columns');
  await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
});

test('stock that a file no longer names is listed before it disappears', async ({ page }) => {
  await importFiles(page, 'groups.csv', 'items.csv', 'on-hand.csv');
  await previewFiles(page, 'on-hand-later.csv');
  await expectCounts(page, 'on-hand-later.csv', { new: 1, changed: 1, unchanged: 1 });
  const warning = page.getByRole('alert').filter({ hasText: 'will disappear' });
  await expect(warning).toContainText('3 rows with quantity 9 will disappear');
  await expect(warning).toContainText('A-300 in 20 PACK-01, serial PRI-2-WITH-A-VERY-LONG-NUMBER');
  await expect(warning).toContainText('A-400 in 20 BULK-05');
  await page.getByRole('radio', { name: 'Only the items in the file' }).check();
  await expect(warning).toContainText('1 row with quantity 1 will disappear');

  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('1 row with quantity 1 disappeared')).toBeVisible();
  await page.getByRole('link', { name: 'Show on-hand' }).click();
  await expect(figure(page.getByRole('group', { name: 'Totals' }), 'Rows')).toHaveText('12');
  await expect(page.getByRole('gridcell', { name: 'PRI-3' })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: 'PRI-2' })).toBeHidden();
});

test('a preview waits while other pages are shown, and is looked at again when the data changed', async ({
  page,
}) => {
  await importFiles(page, 'groups.csv', 'items.csv', 'on-hand.csv');
  await previewFiles(page, 'on-hand-later.csv');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Warehouse' }).click();
  await page.getByRole('option', { name: /warehouse 20/ }).click();
  await page.getByRole('button', { name: 'Clear on-hand' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear on-hand' }).click();
  await expect(page.getByRole('status')).toContainText('The backup is');

  await page.getByRole('link', { name: 'Import and export' }).click();
  await expectCounts(page, 'on-hand-later.csv', { new: 1, changed: 1, unchanged: 1 });
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Look again' }).click();
  await expect(figure(previewOf(page, 'on-hand-later.csv'), 'New')).toHaveText('3');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('The import is done')).toBeVisible();
});

test('files can be dropped on any page', async ({ page, open }) => {
  await open('/settings');
  const text = await readFile(new URL('../fixtures/files/groups.csv', import.meta.url), 'utf8');
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'dropped.csv'));
    return transfer;
  }, text);
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(previewOf(page, 'dropped.csv')).toContainText('Tracking dimension groups');
});

test('sending files can be cancelled', async ({ page, host }) => {
  test.skip(host !== 'browser', 'only a browser lets a test hold a request back');
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/api/uploads/**', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await page.getByRole('link', { name: 'Import and export' }).click();
  await chooseFiles(page, 'groups.csv');
  await expect(page.getByRole('progressbar', { name: 'Import' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toBeHidden();
  letGo();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the configuration goes out in every format, and comes back unchanged', async ({ page }) => {
  await importFiles(page, 'groups.csv');
  for (const [format, name, list] of [
    ['JSON', 'configuration.scdesk', ''],
    ['CSV (Dynamics 365)', 'Tracking dimension groups.csv', ''],
    ['Excel', 'configuration.xlsx', ''],
    ['Dynamics 365 data package', 'Serial Capture Desk package.zip', ' › Tracking dimension groups.xlsx'],
  ] as const) {
    await page.getByRole('combobox', { name: 'Format', exact: true }).click();
    await page.getByRole('option', { name: format }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).last().click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(name);
    await chooseFiles(page, { name, text: await readFile(await download.path()) });
    await expect(figure(previewOf(page, `${name}${list}`), 'Unchanged')).toHaveText('4');
    await page.getByRole('button', { name: 'Cancel' }).click();
  }
});

test('what goes into the file is chosen list by list; what Dynamics refuses is said', async ({ page }) => {
  await importFiles(page, 'groups.csv', 'items.csv', 'on-hand.csv');
  await page.getByRole('combobox', { name: 'Format', exact: true }).click();
  await page.getByRole('option', { name: 'Dynamics 365 data package' }).click();
  const lists = page.getByRole('group', { name: 'Lists' });
  await expect(lists.getByRole('checkbox')).toHaveCount(4);
  await expect(lists.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await lists.getByRole('checkbox', { name: 'Tracking dimension groups' }).uncheck();
  const button = page.getByRole('button', { name: 'Export' }).last();
  await expect(button).toBeDisabled();
  await lists.getByRole('checkbox', { name: 'Released products' }).check();
  await page.getByRole('combobox', { name: 'Source data format' }).click();
  await page.getByRole('option', { name: 'CSV-Unicode' }).click();
  const downloading = page.waitForEvent('download');
  await button.click();
  expect((await downloading).suggestedFilename()).toBe('Serial Capture Desk package.zip');
  await expect(page.getByText('Dynamics refuses another tracking dimension group')).toBeVisible();
  await axe(page);
});
