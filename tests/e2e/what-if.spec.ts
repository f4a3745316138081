import { axe, darkMode, expect, test } from './fixtures.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import type { TestFile } from '../fixtures/core.ts';
import { callApi, GROUPS, groupsPage, settingsWith } from './groups-page.ts';
import { importFiles, type MadeUpFile } from './import-files.ts';

const madeUp = ({ name, content }: TestFile): MadeUpFile => ({ name, text: String(content) });

test.beforeEach(async ({ page }) => {
  await importFiles(
    page,
    madeUp(groupsCsv([{ name: 'SerPick', capture: 'Picking', active: true, control: true }])),
    madeUp(itemsCsv(Array.from({ length: 10 }, (_, index) => [`ITEM-${index}`, 'SerPick'] as const))),
    madeUp(
      onHandCsv(
        Array.from({ length: 10 }, (_, index) => ({
          item: `ITEM-${index}`,
          location: 'BULK-1',
          quantity: '4',
        })),
      ),
    ),
  );
});

test('a change that reaches stock is shown, confirmed, undone and restored', async ({ page, open }) => {
  await open('/tracking-dimension-groups');
  await page.getByRole('option', { name: /^SerPick/ }).click();
  const capture = page.getByRole('combobox', { name: 'Capture serial number' });
  const choose = async (setting: string): Promise<void> => {
    await capture.click();
    await page.getByRole('option', { name: setting }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
  };
  const dialog = page.getByRole('dialog', { name: 'What this change would do' });

  await test.step('Cancel changes nothing', async () => {
    await choose('None');
    await expect(dialog).toContainText('40 units of 10 items: Expected → Overdue');
    await expect(dialog.getByRole('table', { name: 'Examples' }).getByRole('row')).toHaveCount(11);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Not saved')).toBeVisible();
  });

  await test.step('Apply saves it', async () => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByRole('button', { name: 'Apply this change' }).click();
    await expect(page.getByText('Saved SerPick.')).toBeVisible();
    await expect(page.getByRole('img', { name: 'Serial number is asked at receiving' })).toBeVisible();
  });

  await test.step('Ctrl+Z takes it back, after the same question', async () => {
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await expect(dialog).toContainText('40 units of 10 items: Overdue → Expected');
    await dialog.getByRole('button', { name: 'Apply this change' }).click();
    await expect(page.getByText('The change was undone.')).toBeVisible();
    await expect(page.getByRole('img', { name: 'Serial number is asked at picking' })).toBeVisible();
  });

  await test.step('its history has every version, and goes back to one', async () => {
    const history = page.getByRole('table', { name: 'History' });
    const rows = history.getByRole('row');
    await expect(rows.nth(1)).toContainText('Capture serial number: None → Picking');
    await expect(rows.nth(1)).toContainText('Undo of change');
    await expect(rows.nth(1)).toContainText('Current');
    await rows.nth(2).getByRole('button', { name: 'Restore this version' }).click();
    await expect(dialog).toContainText('Restore SerPick to the version of');
    await axe(page);
    await dialog.getByRole('button', { name: 'Apply this change' }).click();
    await expect(page.getByText(/^Restored SerPick to the version of/)).toBeVisible();
    await expect(page.getByRole('img', { name: 'Serial number is asked at receiving' })).toBeVisible();
    await expect(rows.nth(1)).toContainText('Restored from event');
  });
});

test('a group made on its page goes to Packing, comes back by Undo, and goes again by its history', async ({
  page,
  open,
}) => {
  await open(`${GROUPS}/new`);
  const { name, box, choose, save, action, group } = groupsPage(page);
  await name.fill('Late');
  await box('Serial number: Active').check();
  await box('Serial number: Blank receipt allowed').check();
  await save('Late');
  await expect(page).toHaveURL(/\/tracking-dimension-groups\/\d+$/);
  const stored = page.url();
  const numbers = Array.from({ length: 10 }, (_, index) => `LATE-${index}`);
  await importFiles(
    page,
    madeUp(itemsCsv(numbers.map((item) => [item, 'Late'] as const))),
    madeUp(onHandCsv(numbers.map((item) => ({ item, location: 'BULK-1', quantity: '3' })))),
  );
  await page.getByRole('navigation').getByRole('link', { name: 'Tracking dimension groups' }).click();
  await group('Late').click();
  await expect(page).toHaveURL(stored);
  await choose('Packing');
  await action('Save').click();
  const dialog = page.getByRole('dialog', { name: 'What this change would do' });
  await expect(dialog).toContainText('10 items with 10 on-hand rows and 30 units');
  await expect(dialog.getByRole('listitem')).toHaveText(['30 units of 10 items: Overdue → Expected']);
  await axe(page);
  await darkMode(page);
  await axe(page);

  await test.step('the rows can be looked at, and the edit is not lost without a question', async () => {
    await dialog.getByRole('button', { name: 'Show all rows in On-hand' }).click();
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
  });

  await action('Save').click();
  await dialog.getByRole('button', { name: 'Apply this change' }).click();
  const saved = page.getByRole('status').filter({ hasText: 'Saved Late.' });
  await saved.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog).toContainText('30 units of 10 items: Expected → Overdue – needs attention');
  await dialog.getByRole('button', { name: 'Apply this change' }).click();
  await expect(page.getByText('The change was undone.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Serial number is asked at receiving' })).toBeVisible();

  const versions = page.getByRole('table', { name: 'History' }).getByRole('row');
  await versions.nth(2).getByRole('button', { name: 'Restore this version' }).click();
  await dialog.getByRole('button', { name: 'Apply this change' }).click();
  await expect(page.getByRole('img', { name: 'Serial number is asked at packing' })).toBeVisible();
});

test('a save asks anew where the data changed after the preview', async ({ page, open, watch }) => {
  watch.expect(/409/);
  await open(GROUPS);
  const { choose, action, group } = groupsPage(page);
  await group('SerPick').click();
  await choose('Packing');
  await choose('None');
  await action('Save').click();
  const dialog = page.getByRole('dialog', { name: 'What this change would do' });
  await expect(dialog).toContainText('40 units of 10 items');
  await callApi(page, 'groups.save', { name: 'Other', description: '', settings: settingsWith({}) });
  await dialog.getByRole('button', { name: 'Apply this change' }).click();
  await expect(dialog.getByRole('status')).toContainText('The data changed after you confirmed');
  await dialog.getByRole('button', { name: 'Apply this change' }).click();
  await expect(page.getByText('Saved SerPick.')).toBeVisible();
});

test('fields that stock holds are disabled and say why', async ({ page, open }) => {
  await open('/tracking-dimension-groups');
  await page.getByRole('option', { name: /^SerPick/ }).click();
  const control = page.getByRole('checkbox', { name: 'Serial number control' });
  await expect(control).toBeDisabled();
  await expect(control).toHaveAccessibleDescription(/an item of this group has on-hand/);
  await expect(page.getByRole('checkbox', { name: 'Serial number: For sales prices' })).toBeEnabled();
});
