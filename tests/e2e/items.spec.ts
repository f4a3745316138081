import { expect, test } from './fixtures.ts';
import { axe } from './accessibility.ts';
import { bodyCell, bodyRow } from './import-files.ts';
import { drawer, openItems } from './items-page.ts';
import type { Locator, Page } from '@playwright/test';

/** The dialog that a change which reaches stock must pass, by what it asks. */
const whatIf = (page: Page, title: string): Locator =>
  page.getByRole('dialog', { name: 'What this change would do' }).filter({ hasText: title });

async function chooseGroup(page: Page, within: Locator, group: string): Promise<void> {
  await within.getByRole('combobox', { name: 'Tracking dimension group' }).click();
  await page.getByRole('option', { name: group, exact: true }).click();
}

test('an empty desk says where items come from', async ({ page, open }) => {
  await open('/items');
  await expect(page.getByText('No items yet')).toBeVisible();
});

test('the grid shows items with their groups and stock, and finds them', async ({ page }) => {
  const grid = await openItems(page);
  await expect(bodyCell(grid, 1, 'name')).toHaveText('Drone');
  await expect(bodyCell(grid, 1, 'trackingDimensionGroup')).toHaveText('Pick');
  await expect(bodyCell(grid, 1, 'capture')).toHaveText('Picking');
  await expect(bodyCell(grid, 1, 'warehouseProcesses')).toHaveText('Yes');
  await expect(bodyCell(grid, 1, 'onHandQuantity')).toHaveText('43');
  await expect(bodyCell(grid, 1, 'blankQuantity')).toHaveText('42');
  await page.getByRole('textbox', { name: 'Search items' }).fill('printer');
  await expect(bodyRow(grid, 0)).toContainText('A-300');
  await expect(grid).toHaveAttribute('aria-rowcount', '3');
  await page.getByRole('textbox', { name: 'Search items' }).fill('nowhere');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(bodyRow(grid, 0)).toContainText('A-100');
});

test('an item is edited by the keyboard: mask, units, storage dimension group; and it is undone', async ({
  page,
}) => {
  const grid = await openItems(page);
  await bodyCell(grid, 0, 'itemNumber').click();
  await page.keyboard.press('Enter');
  const form = drawer(page, 'A-100');
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await form.getByRole('textbox', { name: 'Serial mask' }).fill('@@@-##');
  await form.getByRole('textbox', { name: 'Test' }).fill('cam-1');
  await expect(form.getByText('does not fit', { exact: true })).toBeVisible();
  await form.getByRole('button', { name: 'Propose' }).click();
  await expect(form.getByRole('textbox', { name: 'Serial mask' })).toHaveValue('CAM-#');
  await expect(form.getByText('Proposed from its 2 serial numbers on hand.')).toBeVisible();
  await expect(form.getByText('fits', { exact: true })).toBeVisible();

  await form.getByRole('button', { name: 'Add unit' }).click();
  await form.getByRole('textbox', { name: 'Unit 1' }).fill('box');
  const quantity = form.getByRole('textbox', { name: 'Quantity 1' });
  await quantity.fill('1.5');
  await expect(form.getByText('A unit must hold a whole number of inventory units.')).toBeVisible();
  await quantity.fill('six');
  await expect(form.getByText('Write a whole number of inventory units.')).toBeVisible();
  await quantity.fill('6');
  await form.getByRole('combobox', { name: 'Storage dimension group' }).fill('SiteWh');
  await expect(form.getByText('New. Uses warehouse management processes.')).toBeVisible();
  await form.getByRole('combobox', { name: 'Serial number group' }).fill('SN-1');
  await expect(form.getByText('There is no tracking number group SN-1.')).toBeVisible();
  await axe(page);
  await page.keyboard.press('Control+s');
  await expect(form).toBeHidden();
  await expect(bodyCell(grid, 0, 'serialMask')).toHaveText('CAM-#');
  await expect(bodyCell(grid, 0, 'storageDimensionGroup')).toHaveText('SiteWh');

  const saved = page.getByRole('status').filter({ hasText: 'Saved A-100.' });
  await saved.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The change was undone.')).toBeVisible();
  await expect(bodyCell(grid, 0, 'serialMask')).toHaveText('');
});

test('leaving an edit asks first', async ({ page }) => {
  const grid = await openItems(page);
  await bodyCell(grid, 1, 'name').dblclick();
  const form = drawer(page, 'A-200');
  await form.getByRole('textbox', { name: 'Name' }).fill('Quadcopter');
  await form.getByRole('button', { name: 'Close' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Quadcopter');
  await form.getByRole('button', { name: 'Close' }).click();
  await question.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(bodyCell(grid, 1, 'name')).toHaveText('Quadcopter');
});

test('another group is confirmed when it reaches stock, and refused when serial numbers would be lost', async ({
  page,
  watch,
}) => {
  watch.expect(/409/);
  const grid = await openItems(page);
  await bodyCell(grid, 0, 'itemNumber').dblclick();
  const form = drawer(page, 'A-100');
  await chooseGroup(page, form, 'Plain');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText('The on-hand of A-100 carries serial numbers');

  await chooseGroup(page, form, 'Pack');
  await expect(form.getByText('Serial number is asked at packing.')).toBeVisible();
  await form.getByRole('button', { name: 'Save' }).click();
  const question = whatIf(page, 'Save A-100?');
  await expect(question.getByRole('table', { name: 'Examples' })).toContainText('Expected');
  await axe(page);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await expect(form).toBeVisible();
  await form.getByRole('button', { name: 'Save' }).click();
  await question.getByRole('button', { name: 'Apply this change' }).click();
  await expect(form).toBeHidden();
  await expect(bodyCell(grid, 0, 'trackingDimensionGroup')).toHaveText('Pack');
});

test('a group is assigned to many with one confirmation and one undo', async ({ page }) => {
  const grid = await openItems(page);
  await bodyCell(grid, 1, 'itemNumber').click();
  await bodyCell(grid, 2, 'itemNumber').click({ modifiers: ['Control'] });
  await page.getByRole('toolbar').getByRole('button', { name: 'Assign group' }).click();
  const dialog = page.getByRole('dialog', { name: 'Assign group' });
  await expect(dialog.getByRole('radio', { name: 'Selected: 2 items' })).toBeChecked();
  await axe(page);
  await chooseGroup(page, dialog, 'Receive');
  await dialog.getByRole('button', { name: 'Assign' }).click();
  const question = whatIf(page, 'Assign Receive to 2 items?');
  await test.step('all rows that it reaches can be looked at first', async () => {
    await question.getByRole('button', { name: 'Show all rows in On-hand' }).click();
    const stock = page.getByRole('grid', { name: 'On-hand inventory' });
    await expect(bodyRow(stock, 0)).toContainText('A-200');
    const chip = page.getByRole('button', { name: 'What the change reaches: remove this filter' });
    await expect(chip).toBeVisible();
    await expect(stock).not.toContainText('A-100');
    await axe(page);
    await chip.click();
    await expect(stock).toContainText('A-100');
    await page.goBack();
    await expect(stock).not.toContainText('A-100');
    await page.goBack();
    await bodyCell(grid, 1, 'itemNumber').click();
    await bodyCell(grid, 2, 'itemNumber').click({ modifiers: ['Control'] });
    await page.getByRole('toolbar').getByRole('button', { name: 'Assign group' }).click();
    await chooseGroup(page, dialog, 'Receive');
    await dialog.getByRole('button', { name: 'Assign' }).click();
  });
  await question.getByRole('button', { name: 'Apply this change' }).click();
  await expect(dialog).toBeHidden();
  await expect(bodyCell(grid, 1, 'trackingDimensionGroup')).toHaveText('Receive');
  await expect(bodyCell(grid, 2, 'trackingDimensionGroup')).toHaveText('Receive');
  await page
    .getByRole('status')
    .filter({ hasText: 'Assigned Receive to 2 items.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await whatIf(page, 'Undo this change?').getByRole('button', { name: 'Apply this change' }).click();
  await expect(bodyCell(grid, 1, 'trackingDimensionGroup')).toHaveText('Pick');
  await expect(bodyCell(grid, 2, 'trackingDimensionGroup')).toHaveText('Pack');
});

test('storage dimension groups say whether warehouse management processes are used, and items warn of dead ends', async ({
  page,
}) => {
  const grid = await openItems(page);
  await page.getByRole('button', { name: 'Storage dimension groups' }).click();
  const dialog = page.getByRole('dialog', { name: 'Storage dimension groups' });
  await dialog.getByRole('textbox', { name: 'New storage dimension group' }).fill('Plain');
  await page.keyboard.press('Enter');
  const flag = dialog.getByRole('checkbox', { name: 'Plain: Use warehouse management processes' });
  await expect(flag).toBeChecked();
  await flag.click();
  await expect(flag).not.toBeChecked();
  await axe(page);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await bodyCell(grid, 1, 'itemNumber').dblclick();
  const form = drawer(page, 'A-200');
  await form.getByRole('combobox', { name: 'Storage dimension group' }).fill('plain');
  await expect(form.getByText('Does not use warehouse management processes.')).toBeVisible();
  await expect(form.getByRole('alert')).toContainText(
    'Pick will never ask for a serial number: A-200 does not use',
  );
  await form.getByRole('textbox', { name: 'Catch weight unit' }).fill('kg');
  await expect(form.getByRole('alert')).toHaveCount(2);
  await form.getByRole('textbox', { name: 'Catch weight unit' }).fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await whatIf(page, 'Save A-200?').getByRole('button', { name: 'Apply this change' }).click();
  await expect(form).toBeHidden();
  await expect(bodyCell(grid, 1, 'warehouseProcesses')).toHaveText('No');

  await page.getByRole('button', { name: 'Storage dimension groups' }).click();
  for (const title of ['on', 'off']) {
    await flag.click();
    await whatIf(page, 'Change Plain?').getByRole('button', { name: 'Apply this change' }).click();
    await expect(flag).toBeChecked({ checked: title === 'on' });
  }
  await expect(dialog.getByRole('alert')).toContainText(
    'Pick will never ask for a serial number: A-200 does not use',
  );
  await axe(page);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('link', { name: 'Tracking dimension groups' }).click();
  await page
    .getByRole('listbox', { name: 'Tracking dimension groups' })
    .getByRole('option', { name: /^Pick / })
    .click();
  await expect(page.getByRole('alert').filter({ hasText: 'A-200 does not use' })).toBeVisible();
});
