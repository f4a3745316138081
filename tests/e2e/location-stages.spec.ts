import type { Locator, Page } from '@playwright/test';
import { darkMode } from './accessibility.ts';
import { axe, expect, test } from './fixtures.ts';
import { importFiles } from './import-files.ts';

const GROUPS = `GROUPNAME,SERIALNUMBERCAPTURINGOPERATION,ISSERIALNUMBERACTIVE,ISSERIALNUMBERCONTROLENABLED
SerPick,Picking,Yes,Yes
SerPack,Packing,Yes,Yes
`;
const ITEMS = `ITEMNUMBER,PRODUCTNAME,TRACKINGDIMENSIONGROUPNAME
A-100,Drone,SerPick
B-100,Camera,SerPack
`;
const STOCK = `ITEMNUMBER,WAREHOUSEID,WAREHOUSELOCATIONID,ITEMSERIALNUMBER,ONHANDQUANTITY
A-100,24,PACK-01,,5
A-100,24,BULK-01,,3
B-100,24,PACK-02,,2
B-100,61,PACK-01,,4
B-100,61,BAYDOOR,,1
`;

/** A desk with stock in named locations; shows the page Location stages. */
async function openStages(page: Page): Promise<void> {
  await importFiles(
    page,
    { name: 'groups.csv', text: GROUPS },
    { name: 'items.csv', text: ITEMS },
    { name: 'on-hand.csv', text: STOCK },
  );
  await page.getByRole('navigation').getByRole('link', { name: 'Location stages' }).click();
  await expect(page.getByRole('heading', { name: 'Location stages', level: 1 })).toBeVisible();
}

const cell = (page: Page, row: number, label: 'Warehouse' | 'Location pattern'): Locator =>
  page.getByRole('textbox', { name: `Row ${row}: ${label}` });

const stageOf = (page: Page, row: number): Locator =>
  page.getByRole('combobox', { name: `Row ${row}: Stage` });

async function chooseStage(page: Page, row: number, stage: string): Promise<void> {
  await stageOf(page, row).click();
  await page.getByRole('option', { name: stage, exact: true }).click();
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save' }).click();

const effect = (page: Page): Locator => page.getByRole('list', { name: 'What becomes of the stock' });

test('an empty desk says what a stage is for, in light and dark', async ({ page, open }) => {
  await open('/location-stages');
  await expect(page.getByText('There are no patterns yet, so every location is Storage.')).toBeVisible();
  await expect(page.getByText('Patterns are proposed from the locations of the on-hand')).toBeVisible();
  await axe(page);
  await darkMode(page);
  await axe(page);
});

test('proposed patterns are added by the user, their effect is shown, confirmed and undone', async ({
  page,
}) => {
  await openStages(page);
  await expect(page.getByRole('alert')).toHaveText(
    'No location has the stage Packing, so Pack will never ask for a serial number of SerPack.',
  );
  const proposals = page.getByRole('table', { name: 'Proposed patterns' });
  await expect(proposals.getByRole('row')).toHaveCount(4);
  await expect(proposals.getByRole('row').nth(1)).toContainText(
    /PACK-\*.*3.*24, 61.*PACK-01, PACK-02.*Packing/,
  );
  // Proposed is not used: nothing is saved, nothing has changed.
  await expect(page.getByText('Not saved')).toBeHidden();
  await page.getByRole('button', { name: 'Add the 2 that are not Storage' }).click();
  await expect(cell(page, 1, 'Location pattern')).toHaveValue('PACK-*');
  await expect(stageOf(page, 2)).toHaveText('Loaded');
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(proposals.getByRole('row')).toHaveCount(2);
  await expect(effect(page).getByRole('listitem')).toHaveText([
    '6 units of 2 items: Expected → Overdue',
    '6 units of 1 item: Expected → Due',
  ]);
  await axe(page);

  await save(page);
  const dialog = page.getByRole('dialog', { name: 'What this change would do' });
  await expect(dialog.getByRole('table', { name: 'Examples' })).toContainText('BAYDOOR');
  await axe(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Not saved')).toBeVisible();
  await save(page);
  await dialog.getByRole('button', { name: 'Apply this change' }).click();
  const saved = page.getByRole('status').filter({ hasText: 'Saved the location stages.' });
  await expect(saved).toBeVisible();
  // Stored, they stand in their order.
  await expect(cell(page, 1, 'Location pattern')).toHaveValue('BAYDOOR');
  const history = page.getByRole('table', { name: 'History' });
  await expect(history).toContainText('BAYDOOR: – → Loaded; PACK-*: – → Packing');

  await saved.getByRole('button', { name: 'Undo' }).click();
  await dialog.getByRole('button', { name: 'Apply this change' }).click();
  await expect(page.getByText('There are no patterns yet, so every location is Storage.')).toBeVisible();
  await expect(history).toContainText('PACK-*: Packing → –');
});

test('the test box says which pattern decides, a named warehouse before any', async ({ page, open }) => {
  await open('/location-stages');
  await page.getByRole('button', { name: 'Add pattern' }).click();
  await cell(page, 1, 'Location pattern').fill('PACK-*');
  await page.getByRole('button', { name: 'Add pattern' }).click();
  await cell(page, 2, 'Location pattern').fill('pack-9*');
  await chooseStage(page, 2, 'Staged after pick');
  await page.getByRole('button', { name: 'Add pattern' }).click();
  await cell(page, 3, 'Warehouse').fill('24');
  await cell(page, 3, 'Location pattern').fill('*');
  await chooseStage(page, 3, 'Loaded');

  const box = page.getByRole('group', { name: 'Test a location' });
  const answer = box.getByRole('status');
  await box.getByRole('textbox', { name: 'Location' }).fill('PACK-01');
  await expect(answer).toHaveText('Packing: PACK-* decides.');
  await box.getByRole('textbox', { name: 'Location' }).fill('PACK-91');
  await expect(answer).toHaveText('Staged after pick: pack-9* decides.');
  await box.getByRole('textbox', { name: 'Warehouse' }).fill('24');
  await expect(answer).toHaveText('Loaded: * in warehouse 24 decides.');
  await box.getByRole('textbox', { name: 'Warehouse' }).fill('61');
  await box.getByRole('textbox', { name: 'Location' }).fill('BULK-1');
  await expect(answer).toHaveText('Storage: no pattern fits.');
});

test('patterns are written, corrected, saved and deleted by the keyboard', async ({ page, open }) => {
  await open('/location-stages');
  await page.keyboard.press('Alt+n');
  await expect(cell(page, 1, 'Location pattern')).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Write a location, or a pattern such as PACK-*.')).toBeVisible();
  await expect(cell(page, 1, 'Location pattern')).toBeFocused();
  await page.keyboard.type('PACK-*');
  await page.keyboard.press('Tab');
  await expect(stageOf(page, 1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Packing' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(stageOf(page, 1)).toHaveText('Loaded');
  await page.keyboard.press('Alt+n');
  await expect(cell(page, 2, 'Location pattern')).toBeFocused();
  await page.keyboard.type('pack-**');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('pack-* stands here twice.')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Delete row 2' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Add pattern' })).toBeFocused();
  await expect(cell(page, 2, 'Location pattern')).toBeHidden();
  // Nothing stands in such a location, so nothing has to be confirmed.
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status').filter({ hasText: 'Saved the location stages.' })).toBeVisible();
  await expect(page.getByText('Not saved')).toBeHidden();
  await page.reload();
  await expect(stageOf(page, 1)).toHaveText('Loaded');
});

test('another window that was faster is never overwritten', async ({ page, open, context, watch }) => {
  watch.expect(/409/);
  await open('/location-stages');
  await page.getByRole('button', { name: 'Add pattern' }).click();
  await cell(page, 1, 'Location pattern').fill('MINE');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Add pattern' }).click();
  await cell(other, 1, 'Location pattern').fill('THEIRS');
  await save(other);
  await expect(other.getByRole('status').filter({ hasText: 'Saved the location stages.' })).toBeVisible();
  await other.close();

  await save(page);
  await expect(page.getByRole('alert').filter({ hasText: 'THEIRS is now Packing' })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'changed in another window' })).toBeVisible();
  await page.getByRole('button', { name: 'Load the present ones' }).click();
  await expect(cell(page, 1, 'Location pattern')).toHaveValue('THEIRS');
  await expect(page.getByRole('alert')).toHaveCount(0);
});
