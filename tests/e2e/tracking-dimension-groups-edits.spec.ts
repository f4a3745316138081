import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { axe, darkMode, expect, test } from './fixtures.ts';
import { GROUPS, groupsPage, importFiles, storeGroups, usualGroups } from './groups-page.ts';

test.describe('unsaved changes', () => {
  const ways: readonly { name: string; leave: (page: Page) => Promise<unknown>; there: RegExp }[] = [
    { name: 'another group', leave: (page) => groupsPage(page).group('Ser').click(), there: /groups\/2$/ },
    { name: 'New', leave: (page) => groupsPage(page).action('New').click(), there: /groups\/new$/ },
    {
      name: 'Duplicate',
      leave: (page) => groupsPage(page).action('Duplicate').click(),
      there: /new\?from=3$/,
    },
    {
      name: 'another page',
      leave: (page) => page.getByRole('link', { name: 'Settings' }).click(),
      there: /settings$/,
    },
    { name: 'Back', leave: (page) => page.evaluate(() => history.back()), there: /groups\/1$/ },
  ];
  for (const { name, leave, there } of ways) {
    test(`are asked about before ${name}`, async ({ page, open }) => {
      await storeGroups(page, usualGroups);
      await open(GROUPS);
      const { group, description } = groupsPage(page);
      await group('SerPick').click();
      await expect(description).toHaveValue('Serial at picking');
      await description.fill('Changed');
      await leave(page);
      const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
      await dialog.getByRole('button', { name: 'Stay' }).click();
      await expect(dialog).toBeHidden();
      await expect(description).toHaveValue('Changed');
      await leave(page);
      await dialog.getByRole('button', { name: 'Discard' }).click();
      await expect(page).toHaveURL(there);
      await expect(dialog).toBeHidden();
    });
  }

  test('can be saved on the way out, and keep the user where that fails', async ({ page, open, watch }) => {
    watch.expect(/409/);
    await storeGroups(page, usualGroups);
    await open(`${GROUPS}/3`);
    const { group, name, description } = groupsPage(page);
    const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
    await name.fill('Ser');
    await group('SerPack').click();
    await axe(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(name).toHaveAccessibleDescription(/There is already a group named Ser\./);
    await expect(page).toHaveURL(/groups\/3$/);

    await name.fill('SerPick');
    await description.fill('Saved while leaving');
    await group('SerPack').click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveURL(/groups\/4$/);
    await expect(group('SerPick')).toContainText('Saved while leaving');
  });

  test('keep the window open until the user agrees', async ({ page, open, host }) => {
    test.skip(host !== 'browser', 'the desktop asks in a native dialog');
    await open(`${GROUPS}/new`);
    await groupsPage(page).name.fill('Half done');
    await expect(page.getByText('Not saved')).toBeVisible();
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await expect(groupsPage(page).name).toHaveValue('Half done');
  });

  test('are none where a change was taken back', async ({ page, open }) => {
    await storeGroups(page, usualGroups);
    await open(`${GROUPS}/2`);
    const { box, choose, group } = groupsPage(page);
    await choose('Picking');
    await expect(page.getByText('Not saved')).toBeVisible();
    await choose('None');
    await expect(page.getByText('Not saved')).toBeHidden();
    await box('Owner: Active').check();
    await box('Owner: Active').uncheck();
    await group('SerPack').click();
    await expect(page).toHaveURL(/groups\/4$/);
  });
});

test.describe('Delete', () => {
  test('takes a group away after a question', async ({ page, open }) => {
    await storeGroups(page, usualGroups);
    await open(`${GROUPS}/3`);
    const { action, group, list } = groupsPage(page);
    const dialog = page.getByRole('dialog', { name: 'Delete SerPick?' });
    await action('Delete').click();
    await axe(page);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(group('SerPick')).toBeVisible();
    await action('Delete').click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Deleted SerPick.' })).toBeVisible();
    await expect(list.getByRole('option')).toHaveCount(4);
    await expect(group('SerPack')).toHaveAttribute('aria-selected', 'true');
  });

  test('means the group that was chosen last, however fast the hand is', async ({ page, open }) => {
    await storeGroups(page, usualGroups);
    await open(`${GROUPS}/1`);
    const { action, group } = groupsPage(page);
    const button = await action('Delete').elementHandle();
    await group('SerPick').evaluate(async (option, target) => {
      if (option instanceof HTMLElement) option.click();
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      if (target instanceof HTMLElement) target.click();
    }, button);
    await expect(page.getByRole('dialog', { name: 'Delete SerPick?' })).toBeVisible();
  });

  test('is refused while an item uses the group, which Where used shows', async ({ page, open, watch }) => {
    watch.expect(/409/);
    await storeGroups(page, usualGroups);
    await importFiles(page, [
      { name: 'released-products.csv', lines: ['ITEMNUMBER,TRACKINGDIMENSIONGROUPNAME', 'A100,SerPick'] },
      {
        name: 'warehouse-on-hand.csv',
        lines: ['ITEMNUMBER,WAREHOUSEID,ITEMSERIALNUMBER,ONHANDQUANTITY', 'A100,61,,12', 'A100,61,S1,1'],
      },
    ]);
    await open(`${GROUPS}/3`);
    const { action, group } = groupsPage(page);
    const used = page.getByRole('region', { name: 'Where used' });
    await expect(used.getByRole('definition')).toHaveText(['1', '2', '13', '12']);
    await expect(used).toContainText('Used by A100.');

    await action('Delete').click();
    const dialog = page.getByRole('dialog', { name: 'Delete SerPick?' });
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(dialog.getByRole('alert')).toHaveText(
      'SerPick is used by A100. Move these items to another group first.',
    );
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(group('SerPick')).toBeVisible();

    await used.getByRole('link', { name: 'Show on-hand of this group' }).click();
    await expect(page).toHaveURL(/\/on-hand\?group=SerPick$/);
  });
});

test('Duplicate starts a new group with the same settings and a free name', async ({ page, open }) => {
  await storeGroups(page, usualGroups);
  await open(`${GROUPS}/3`);
  const { action, name, capture, description, save, list, box } = groupsPage(page);
  await action('Duplicate').click();
  await expect(name).toHaveValue('SerPick2');
  await expect(name).toBeFocused();
  await expect(description).toHaveValue('Serial at picking');
  await expect(capture).toHaveText('Picking');
  await expect(box('Serial number: Blank receipt allowed')).toBeChecked();
  await save('SerPick2');
  await expect(list.getByRole('option')).toHaveCount(6);
});

test.describe('Export', () => {
  test.skip(({ host }) => host !== 'browser', 'the desktop asks in a native dialog where to save');

  test('writes Dynamics’ CSV and the own JSON, of one group or of all', async ({ page, open }) => {
    await storeGroups(page, usualGroups);
    await open(`${GROUPS}/3`);
    const { action } = groupsPage(page);
    const download = async (choice: string): Promise<{ name: string; text: string }> => {
      await action('Export').click();
      await axe(page);
      const started = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: choice }).click();
      return readDownload(await started);
    };
    const csv = await download('All groups as CSV (Dynamics 365)');
    expect(csv.name).toMatch(/\.csv$/);
    expect(csv.text.endsWith('\r\n')).toBe(true);
    const lines = csv.text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(usualGroups.length + 1);
    expect(lines.every((line) => !line.includes('\n'))).toBe(true);
    expect(lines[0]?.split(',')).toHaveLength(28);
    expect(lines.find((line) => line.startsWith('SerPick,'))).toMatch(
      /^SerPick,Serial at picking,Picking,No,Yes,/,
    );

    const one = await download('SerPick as CSV (Dynamics 365)');
    expect(one.text.trimEnd().split('\r\n')).toHaveLength(2);

    const json = await download('SerPick as JSON');
    expect(json.name).toMatch(/\.scdesk$/);
    expect(JSON.stringify(JSON.parse(json.text))).toContain('"captureSerialNumber":"Picking"');
    const again = await download('SerPick as JSON');
    expect(again.text).toBe(json.text);
  });
});

async function readDownload(download: Download): Promise<{ name: string; text: string }> {
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('the whole way by keyboard: New, fill in, save, choose another group', async ({ page, open }) => {
  await storeGroups(page, usualGroups);
  await open(GROUPS);
  const { name, box, capture, group, list, filter, action } = groupsPage(page);
  const tabTo = async (wanted: () => Promise<boolean>): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await wanted()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('The Tab key does not get there.');
  };
  const focused = (locator: typeof name) => () =>
    locator.evaluate((element) => element === document.activeElement);

  // The address of the first group comes a moment later, and moving there would take the focus along.
  await expect(name).toHaveValue('None');
  await tabTo(focused(action('New')));
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();
  await page.keyboard.type('Keys');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Made without a mouse');
  await tabTo(focused(box('Serial number: Active')));
  await page.keyboard.press('Space');
  await expect(box('Serial number: Active')).toBeChecked();
  await tabTo(focused(capture));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'None', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(capture).toHaveText('Picking');
  await expect(capture).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status').filter({ hasText: 'Saved Keys.' })).toBeVisible();
  await expect(capture).toBeFocused();
  await expect(group('Keys')).toContainText('Picking');

  await page.keyboard.press('Control+f');
  await expect(filter).toBeFocused();
  await page.keyboard.type('ser');
  await page.keyboard.press('Tab');
  await expect(list).toBeFocused();
  await page.keyboard.press('End');
  await expect(name).toHaveValue('SerPick');
});

test('is in order in dark mode too', async ({ page, open }) => {
  await darkMode(page);
  await storeGroups(page, usualGroups);
  await open(`${GROUPS}/3`);
  const { description, action } = groupsPage(page);
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
  await axe(page);
  await description.fill('x'.repeat(61));
  await expect(description).toHaveAttribute('aria-invalid', 'true');
  await axe(page);
  await action('Export').click();
  await axe(page);
});
