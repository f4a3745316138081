import { expect, test } from './fixtures.ts';
import { bodyCell } from './import-files.ts';
import { drawer, openItems } from './items-page.ts';

test('the serial number uniqueness and the sign of GS1 labels are chosen and stay', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  const uniqueness = page.getByRole('combobox', { name: 'Serial number uniqueness' });
  await expect(uniqueness).toHaveText('Per item, on-hand');
  await uniqueness.click();
  await page.getByRole('option', { name: 'Per item, for ever' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'The serial number uniqueness was changed.' }),
  ).toBeVisible();
  const sign = page.getByRole('combobox', { name: 'Sign between elements of a GS1 label' });
  await sign.click();
  await page.getByRole('option', { name: '~', exact: true }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'The sign for GS1 labels was changed.' }),
  ).toBeVisible();
  await page.reload();
  await expect(uniqueness).toHaveText('Per item, for ever');
  await expect(sign).toHaveText('~');
});

test('an item gets a GTIN of its own, with its check digit verified', async ({ page, watch }) => {
  const grid = await openItems(page);
  await bodyCell(grid, 0, 'itemNumber').click();
  await page.keyboard.press('Enter');
  const form = drawer(page, 'A-100');
  const gtin = form.getByRole('textbox', { name: 'GTIN' });
  await gtin.fill('4006381333932');
  await expect(form.getByText('The last digit of this GTIN does not fit the others.')).toBeVisible();
  await gtin.fill('400638');
  await expect(form.getByText('A GTIN has 8 to 14 digits.')).toBeVisible();
  await gtin.fill('4006381333931');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved A-100.' })).toBeVisible();
  await bodyCell(grid, 0, 'itemNumber').click();
  await page.keyboard.press('Enter');
  await expect(gtin).toHaveValue('4006381333931');
  await page.keyboard.press('Escape');

  await bodyCell(grid, 1, 'itemNumber').click();
  await page.keyboard.press('Enter');
  const other = drawer(page, 'A-200');
  await other.getByRole('textbox', { name: 'GTIN' }).fill('04006381333931');
  watch.expect(/409 \(Conflict\)/);
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText(/^A-100 \(.+\) has this GTIN already\./)).toBeVisible();
  await expect(other.getByRole('textbox', { name: 'GTIN' })).toBeFocused();
});
