import type { Locator, Page } from '@playwright/test';
import { axe, darkMode, expect, test } from './fixtures.ts';
import { ask, releaseSales, send, stockFlow } from './flow-desk.ts';
import { bodyCell, figure } from './import-files.ts';

/** Three of the twelve blank drones are waited for, two printers are picked; one printer's label is torn. */
async function openJudgedStock(page: Page, open: (path: string) => Promise<void>): Promise<Locator> {
  await stockFlow(page);
  await releaseSales(page, 'SO-1007', ['A-200', 3]);
  const orderId = await releaseSales(page, 'SO-1008', ['A-300', 2]);
  const [work] = await ask<readonly { id: number }[]>(page, 'pick.work', { orderId });
  await send(page, 'pick.pick', {
    workId: work?.id,
    quantity: 2000,
    location: 'BULK-3',
    licensePlate: '',
    putLocation: 'STAGE',
    putLicensePlate: '',
    entries: [],
  });
  const filter = { search: 'BULK-3' };
  const { rows } = await ask<{ rows: readonly { id: number }[] }>(page, 'onHand.page', {
    filter,
    offset: 0,
    limit: 1,
  });
  await send(page, 'stock.recordSerials', { stockId: rows[0]?.id, entries: [{ notReadable: 'Label torn' }] });
  await open('/on-hand');
  return page.getByRole('grid', { name: 'On-hand inventory' });
}

/** The rows of the grid by what their Verdict says. */
const rowsOf = (grid: Locator, verdict: string | RegExp): Locator =>
  grid
    .locator('[role="row"][row-index]')
    .filter({ has: grid.page().locator('[col-id="verdict"]').getByText(verdict, { exact: true }) });

test('every row shows its verdict and its age, and says why', async ({ page, open }) => {
  const grid = await openJudgedStock(page, open);
  await expect(rowsOf(grid, 'Captured')).toHaveCount(4);
  await expect(rowsOf(grid, 'Overdue')).toHaveCount(1);
  await expect(rowsOf(grid, 'Expected')).toHaveCount(2);
  await expect(rowsOf(grid, 'Exception')).toHaveCount(1);
  const due = rowsOf(grid, 'Due 3 of 12');
  await expect(due.locator('[col-id="age"]')).toHaveText('0 days');
  await expect(due.getByText('Due 3 of 12')).toHaveAccessibleDescription(
    'SerPick asks at picking; open pick work holds 3 of these 12 units, so their serial numbers are due; the rest may be blank until they are picked.',
  );
  await expect(due.getByText('0 days')).toHaveAttribute('title', /^\d+ \w+ \d\d:\d\d$/);
  const untracked = grid.getByRole('row').filter({ hasText: 'Antenna' });
  await expect(untracked.locator('[col-id="verdict"]')).toHaveText('');
  await expect(untracked.locator('[col-id="age"]')).toHaveText('');

  // By keyboard: the row that has the focus says why in a line below the grid.
  const why = page.getByRole('status', { name: 'Why this verdict' });
  await expect(why).toHaveText('');
  await bodyCell(grid, 0, 'itemNumber').click();
  await expect(why).toContainText('Captured: The serial number is captured; it has stood in on-hand since');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(why).toHaveText(
    'Overdue: Ser asks at receiving; these 2 units are in storage at BULK-9 and are still blank.',
  );
  await rowsOf(grid, 'Exception').locator('[col-id="itemNumber"]').click();
  await expect(why).toHaveText(
    /^Exception: The label was recorded as not readable on \d+ \w+: Label torn\.$/,
  );
  await grid.getByRole('row').filter({ hasText: 'STAGE' }).locator('[col-id="itemNumber"]').click();
  await expect(why).toHaveText(
    /^Expected: SerPack asks at packing; these 2 units were picked on \d+ \w+ for SO-1008, so they may be blank until they are packed\.$/,
  );
  await axe(page);
  await darkMode(page);
  await axe(page);
});

test('verdicts and ages are filtered and sorted, the worst first', async ({ page, open }) => {
  const grid = await openJudgedStock(page, open);
  const rows = figure(page.getByRole('group', { name: 'Totals' }), 'Rows');
  await page.getByRole('combobox', { name: 'Verdict Filter' }).selectOption('Due');
  await expect(rows).toHaveText('1');
  await expect(bodyCell(grid, 0, 'itemNumber')).toHaveText('A-200');
  // Any number of them, in the filter's menu.
  await grid
    .locator('.ag-floating-filter[col-id="verdict"]')
    .getByRole('button', { name: 'Open Filter Menu' })
    .click();
  await page.getByRole('checkbox', { name: 'Overdue' }).check();
  await page.keyboard.press('Escape');
  await expect(rows).toHaveText('2');
  const filters = page.getByRole('group', { name: 'Filters' });
  await filters.getByRole('button', { name: 'Verdict is Due or Overdue: remove this filter' }).click();
  await page.getByRole('combobox', { name: 'Verdict Filter' }).selectOption('Not tracked');
  await expect(rows).toHaveText('1');
  await filters.getByRole('button', { name: 'Verdict is Not tracked: remove this filter' }).click();

  const age = page.getByRole('spinbutton', { name: 'Age Filter Input' });
  await age.fill('0');
  await expect(rows).toHaveText('9');
  await age.fill('5');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await filters.getByRole('button', { name: 'Age = 5 days: remove this filter' }).click();
  await expect(rows).toHaveText('10');

  const header = grid.getByRole('columnheader', { name: 'Verdict' });
  await header.click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(bodyCell(grid, 0, 'verdict')).toHaveText('Exception');
  await expect(bodyCell(grid, 1, 'verdict')).toHaveText('Overdue');
  await expect(bodyCell(grid, 2, 'verdict')).toHaveText('Due 3 of 12');
  await expect(bodyCell(grid, 9, 'verdict')).toHaveText('');
});
