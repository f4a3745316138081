import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { axe, darkMode, expect, ready, test } from './fixtures.ts';
import { GROUPS, groupsPage, storeGroups, usualGroups } from './groups-page.ts';
import { bodyRow, figure, openStockedDesk } from './import-files.ts';

const section = (page: Page): Locator => page.getByRole('region', { name: 'Backups' });
const rows = (page: Page): Locator =>
  section(page).getByRole('table', { name: 'Backups' }).locator('tbody').getByRole('row');

async function backUp(page: Page): Promise<void> {
  await section(page).getByRole('button', { name: 'Back up now' }).click();
  await expect(section(page).getByText('The backup was made and checked')).toBeVisible();
}

/** Presses a button of the keyboard's focus, wherever it is. */
async function press(button: Locator, key = 'Enter'): Promise<void> {
  await button.focus();
  await button.press(key);
}

test('a backup is made, the data changes, and the restored data is there again, by keyboard alone', async ({
  page,
}) => {
  await openStockedDesk(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(section(page)).toContainText('There are no backups yet.');
  await press(section(page).getByRole('button', { name: 'Back up now' }));
  await expect(section(page).getByText('The backup was made and checked')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('By hand');

  await page.getByRole('combobox', { name: 'Warehouse' }).click();
  await page.getByRole('option', { name: 'warehouse 20 (5 rows)' }).click();
  await page.getByRole('button', { name: 'Clear on-hand' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear on-hand' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: '5 rows of warehouse 20 taken away.' }),
  ).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('Before clearing 20');

  await press(
    rows(page)
      .nth(1)
      .getByRole('button', { name: /^Restore the backup of .*, by hand$/ }),
  );
  const dialog = page.getByRole('dialog', { name: 'Restore this backup?' });
  const replaced = dialog.getByRole('table', { name: 'What is replaced' });
  await expect(replaced.getByRole('row', { name: 'On-hand rows' })).toHaveText('On-hand rows712');
  await axe(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(rows(page)).toHaveCount(2);

  await press(
    rows(page)
      .nth(1)
      .getByRole('button', { name: /^Restore/ }),
  );
  await press(dialog.getByRole('button', { name: 'Restore' }));
  await expect(
    section(page).getByText(/^The backup of .* was restored\. The data before it is kept in the list/),
  ).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText('Before restoring');
  await page.getByRole('link', { name: 'On-hand' }).click();
  await expect(figure(page.getByRole('group', { name: 'Totals' }), 'Rows')).toHaveText('12');
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
  await expect(bodyRow(page.getByRole('grid', { name: 'History' }), 0)).toContainText('Restored a backup');

  await page.getByRole('link', { name: 'Settings' }).click();
  await darkMode(page);
  await axe(page);
});

test('a file from elsewhere is checked before it is restored; a wrong one is refused', async ({
  page,
  dataFolder,
  open,
}) => {
  await storeGroups(page, usualGroups);
  await open('/settings');
  await backUp(page);
  const [name = ''] = await readdir(join(dataFolder, 'backups'));
  const choose = async (file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await section(page).getByRole('button', { name: 'Restore from a file' }).click();
    await (await choosing).setFiles(file);
  };
  await choose({ name: 'list.db', mimeType: '', buffer: Buffer.from('no database at all') });
  await expect(section(page).getByRole('alert')).toContainText(
    'list.db is not a data file of Serial Capture Desk',
  );
  await choose(join(dataFolder, 'backups', name));
  const dialog = page.getByRole('dialog', { name: 'Restore this backup?' });
  await expect(dialog).toContainText(name);
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(section(page).getByText(/was restored\. The data before it is kept/)).toBeVisible();
});

test('a backup is downloaded and deleted, and the nightly one is set', async ({ page, open }) => {
  await open('/settings');
  await backUp(page);
  const downloading = page.waitForEvent('download');
  await rows(page)
    .getByRole('button', { name: /^Download the backup of/ })
    .click();
  expect((await downloading).suggestedFilename()).toMatch(/^Serial Capture Desk .* by hand .*\.db$/);
  await rows(page)
    .getByRole('button', { name: /^Delete the backup of/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Delete this backup?' });
  await axe(page);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(section(page)).toContainText('There are no backups yet.');

  const nightly = section(page).getByRole('switch', { name: 'Nightly backup' });
  await expect(nightly).toBeChecked();
  await nightly.click();
  await expect(page.getByText('The nightly backup was turned off.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(nightly).toBeChecked();
  await section(page).getByRole('combobox', { name: 'Nightly backups to keep' }).click();
  await page.getByRole('option', { name: '14', exact: true }).click();
  await expect(section(page).getByRole('combobox', { name: 'Nightly backups to keep' })).toHaveText('14');
  await section(page).getByRole('combobox', { name: 'Hour of the nightly backup' }).click();
  await page.getByRole('option', { name: '23:00' }).click();
  await expect(section(page).getByRole('combobox', { name: 'Hour of the nightly backup' })).toHaveText(
    '23:00',
  );
});

test.describe('other windows', () => {
  test.skip(({ host }) => host !== 'browser', 'the desktop has one window');

  test('load the restored data by themselves, and ask first where something is unsaved', async ({
    page,
    open,
    context,
    watch,
  }) => {
    watch.expect(/409/);
    await storeGroups(page, usualGroups);
    await open('/settings');
    await backUp(page);

    const reader = await context.newPage();
    await reader.goto(new URL(GROUPS, page.url()).href);
    await ready(reader);
    const writer = await context.newPage();
    await writer.goto(new URL(`${GROUPS}/3`, page.url()).href);
    await ready(writer);
    const edited = groupsPage(writer);
    await edited.description.fill('Saved after the backup');
    await edited.save('SerPick');
    await edited.description.fill('Not saved');
    await reader.reload();
    await expect(reader.getByText('Saved after the backup')).toBeVisible();

    await rows(page)
      .first()
      .getByRole('button', { name: /^Restore/ })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await expect(section(page).getByText(/was restored\./)).toBeVisible();
    await expect(reader.getByText('Serial at picking')).toBeVisible();
    await expect(reader.getByText('Saved after the backup')).toBeHidden();

    const dialog = writer.getByRole('dialog', { name: 'A backup was restored' });
    await dialog.getByRole('button', { name: 'Not yet' }).click();
    await expect(edited.description).toHaveValue('Not saved');
    await edited.action('Save').click();
    await expect(dialog).toBeVisible();
    await axe(writer);
    await dialog.getByRole('button', { name: 'Load the restored data' }).click();
    await expect(edited.description).toHaveValue('Serial at picking');
    await reader.close();
    await writer.close();
  });
});
