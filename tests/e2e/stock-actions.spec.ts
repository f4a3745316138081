import type { Locator, Page } from '@playwright/test';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { expect, test } from './fixtures.ts';
import { bodyRow, importFiles } from './import-files.ts';

const file = ({ name, content }: { readonly name: string; readonly content: unknown }) => ({
  name,
  text: String(content),
});

/** A desk with a few blank units and one serial, on the On-hand page. */
async function openDesk(page: Page): Promise<Locator> {
  await importFiles(
    page,
    file(groupsCsv([{ name: 'SerPick', active: true, control: true, capture: 'Picking' }])),
    file(itemsCsv([['A', 'SerPick', 'Drill']])),
    file(
      onHandCsv([
        { item: 'A', location: 'BULK-1', quantity: '3' },
        { item: 'A', location: 'BULK-2', serial: 'S9', quantity: '1' },
      ]),
    ),
  );
  await page.getByRole('link', { name: 'Show on-hand' }).click();
  const grid = page.getByRole('grid', { name: 'On-hand inventory' });
  await expect(bodyRow(grid, 1)).toContainText('S9');
  return grid;
}

/** What the grid shows, a row each: location, serial number and quantity. */
const rows = async (grid: Locator): Promise<readonly string[]> =>
  grid
    .locator('[role="row"][row-index]')
    .filter({ has: grid.page().locator('[role="gridcell"]') })
    .evaluateAll((found) =>
      found.map((row) =>
        ['location', 'serialNumber', 'quantity']
          .map((column) => row.querySelector(`[col-id="${column}"]`)?.textContent ?? '')
          .join(' '),
      ),
    );

const act = (page: Page, name: string): Locator =>
  page.getByRole('toolbar', { name: 'On-hand: actions' }).getByRole('button', { name, exact: true });

test('serials are recorded on blank units, taken back, and stand in the transactions', async ({ page }) => {
  const grid = await openDesk(page);
  await bodyRow(grid, 0).click();
  await act(page, 'Record serial now').click();
  const dialog = page.getByRole('dialog', { name: 'Record serial now' });
  const box = dialog.getByRole('textbox', { name: 'Serial number' });
  await box.fill('N1');
  await box.press('Enter');
  await expect(dialog.getByText('1 / 3')).toBeVisible();
  await box.fill('s9');
  await box.press('Enter');
  await expect(dialog.getByText('s9 stands elsewhere: Warehouse 61, location BULK-2.').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Not readable' }).click();
  const torn = page.getByRole('dialog', { name: 'Not readable' });
  await torn.getByRole('combobox').or(torn.getByRole('textbox')).first().fill('Label torn');
  await torn.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog.getByText('2 / 3')).toBeVisible();
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect
    .poll(() => rows(grid))
    .toEqual(['BULK-1 Blank 1', 'BULK-1 Not readable 1', 'BULK-1 N1Not yet in Dynamics 1', 'BULK-2 S9 1']);

  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => rows(grid)).toEqual(['BULK-1 Blank 3', 'BULK-2 S9 1']);
});

test('a unit moves, is corrected, swapped, counted and adjusted, and its whole life is shown', async ({
  page,
  watch,
}) => {
  const grid = await openDesk(page);
  await test.step('Move', async () => {
    await bodyRow(grid, 1).click();
    await act(page, 'Move').click();
    const dialog = page.getByRole('dialog', { name: 'Move' });
    await dialog.getByRole('textbox', { name: 'To location' }).fill('BULK-7');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows(grid)).toEqual(['BULK-1 Blank 3', 'BULK-7 S9 1']);
  });
  await test.step('Correct serial', async () => {
    await bodyRow(grid, 1).click();
    await act(page, 'Correct serial').click();
    const dialog = page.getByRole('dialog', { name: 'Correct serial' });
    await dialog.getByRole('textbox', { name: 'Right serial number' }).fill('S8');
    await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
    await expect.poll(() => rows(grid)).toEqual(['BULK-1 Blank 3', 'BULK-7 S8 1']);
  });
  await test.step('Swap with a blank unit', async () => {
    await bodyRow(grid, 0).click();
    await act(page, 'Swap with a blank unit').click();
    const dialog = page.getByRole('dialog', { name: 'Swap with a blank unit' });
    await dialog.getByRole('textbox', { name: 'Serial number that stands here' }).fill('s8');
    await dialog.getByRole('button', { name: 'Swap', exact: true }).click();
    await expect.poll(() => rows(grid)).toEqual(['BULK-1 Blank 2', 'BULK-1 S8 1', 'BULK-7 Blank 1']);
  });
  await test.step('Count', async () => {
    await bodyRow(grid, 2).click();
    await act(page, 'Count').click();
    const dialog = page.getByRole('dialog', { name: 'Count' });
    await dialog.getByRole('textbox', { name: 'Counted quantity' }).fill('2');
    const box = dialog.getByRole('textbox', { name: 'Serial number' });
    await box.fill('C1');
    await box.press('Enter');
    await expect(dialog.getByText('the other 1 of the 2 units count as blank')).toBeVisible();
    await dialog.getByRole('button', { name: 'Post the difference' }).click();
    await expect
      .poll(() => rows(grid))
      .toEqual(['BULK-1 Blank 2', 'BULK-1 S8 1', 'BULK-7 Blank 1', 'BULK-7 C1Not yet in Dynamics 1']);
  });
  await test.step('Adjust', async () => {
    await bodyRow(grid, 0).click();
    await act(page, 'Adjust').click();
    const dialog = page.getByRole('dialog', { name: 'Adjust' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Scrapped');
    await dialog.getByRole('button', { name: 'Adjust', exact: true }).click();
    await expect
      .poll(() => rows(grid))
      .toEqual(['BULK-1 Blank 1', 'BULK-1 S8 1', 'BULK-7 Blank 1', 'BULK-7 C1Not yet in Dynamics 1']);
  });
  await test.step('Transactions', async () => {
    await bodyRow(grid, 1).click();
    await act(page, 'Transactions').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Transactions' })).toBeVisible();
    const life = page.getByRole('list', { name: 'Life of S8' });
    await expect(life.getByRole('listitem')).toHaveCount(2);
    await expect(life.getByRole('listitem').last()).toContainText('Swap with a blank unit');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    const events = page.getByRole('table', { name: 'Transactions' });
    await expect(events.getByRole('row')).toHaveCount(8);
    await events.getByRole('button', { name: /^Reverse Adjustment/ }).click();
    await expect(page.getByText('Adjustment was reversed.')).toBeVisible();
    await expect(events.getByRole('row').nth(1)).toContainText('Reversal');
    watch.expect(/409 \(Conflict\)/);
    await events.getByRole('button', { name: /^Reverse Move/ }).click();
    await expect(page.getByText('has taken A S9 further')).toBeVisible();
  });
});
