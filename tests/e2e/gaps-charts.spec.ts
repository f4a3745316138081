import { axe, darkMode, expect, test } from './fixtures.ts';
import { board, cells, openGaps, STOCK, totals } from './gaps-page.ts';
import { figure } from './import-files.ts';

test('the age of the overdue is a chart and a table, and leads to its rows from both', async ({ page }) => {
  await openGaps(page);
  const aging = board(page, 'Age of the overdue');
  const picture = aging.getByRole('img');
  await expect(picture).toHaveAccessibleName(/0–1 days: 41 units; 2–7 days: 0 units/);
  const box = await picture.boundingBox();
  if (box === null) throw new Error('The chart has no place.');
  // The first bar fills its band from the bottom to the top.
  await page.mouse.click(box.x + 48 + (box.width - 56) / 8, box.y + box.height / 2);
  await expect(figure(totals(page), 'Quantity')).toHaveText('41');
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('Age from 0 days to 1 day');
  await page.goBack();

  const toggle = aging.getByRole('button', { name: 'Table' });
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await toggle.focus();
  await page.keyboard.press('Space');
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  expect(await cells(aging.getByRole('table'))).toEqual([
    ['Overdue for', 'Units', 'Rows'],
    ['0–1 days', '41', '3'],
    ['2–7 days', '0', '0'],
    ['8–30 days', '0', '0'],
    ['More than 30 days', '0', '0'],
  ]);
  await expect(picture).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(aging.getByRole('link', { name: '41 units Overdue for 0–1 days' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(figure(totals(page), 'Rows')).toHaveText('3');
});

test('the trend is a chart and a table, in light and dark', async ({ page }) => {
  await openGaps(page);
  const trend = board(page, 'Last 90 days');
  await expect(trend.getByRole('img')).toHaveAccessibleName(/Overdue: 41 on .*, 41 now\./);
  await expect(trend.getByText(/^Known since/)).toBeVisible();
  await trend.getByRole('button', { name: 'Table' }).click();
  const table = trend.getByRole('table', { name: 'Units with a gap by day' });
  const [heading, today] = await cells(table);
  expect(heading).toEqual(['Day', 'Invalid', 'Exception', 'Overdue', 'Due']);
  expect(today?.slice(1)).toEqual(['2', '0', '41', '0']);
  await axe(page);
  await page.reload();
  await expect(table).toBeVisible();
  await darkMode(page);
  await axe(page);
  await trend.getByRole('button', { name: 'Table' }).click();
  await expect(trend.getByRole('img')).toBeVisible();
  await axe(page);
});

test('who is late follows what is agreed', async ({ page }) => {
  await openGaps(page);
  const late = page.getByRole('table', { name: 'Who is late' });
  expect((await cells(late)).slice(1)).toEqual([
    ['61', 'Nobody', 'None', '–', '0'],
    ['62', 'Nobody', 'None', '–', '0'],
  ]);
  await page.getByRole('button', { name: 'Responsible and due days' }).click();
  const dialog = page.getByRole('dialog', { name: 'Responsible and due days' });
  const row = dialog.getByRole('row').filter({ hasText: '62' });
  await row.getByRole('textbox').first().fill('Night shift');
  await row.getByRole('textbox').last().fill('0');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(late.getByRole('row').filter({ hasText: 'Night shift' })).toBeVisible();
  expect((await cells(late)).find(([warehouse]) => warehouse === '62')).toEqual([
    '62',
    'Night shift',
    '0',
    '0',
    '0',
  ]);
});

test('nothing to do says so, and goes on to show the stock', async ({ page }) => {
  await openGaps(
    page,
    STOCK.split('\n')
      .filter((line) => !/A-100,.*,,|CAM-2/.test(line))
      .join('\n'),
  );
  await expect(page.getByRole('status').filter({ hasText: 'No gaps' })).toHaveText(
    'No gaps: 12 units are still blank, and a later step asks for the serial numbers.',
  );
  await expect(board(page, 'No gaps')).toContainText('Nothing to do');
  await expect(board(page, 'Age of the overdue')).toBeHidden();
  await expect(page.getByRole('table', { name: 'Verdicts by warehouse' })).toBeVisible();
  await axe(page);
});

test('on paper stand the figures, the charts with their tables, and nothing to press', async ({ page }) => {
  await openGaps(page);
  await darkMode(page);
  await expect(page.getByRole('table', { name: 'Gaps by item' })).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'light');
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  for (const name of ['Age of the overdue', 'Last 90 days']) {
    await expect(board(page, name).getByRole('img')).toBeVisible();
    await expect(board(page, name).getByRole('table')).toBeVisible();
  }
  await expect(page.getByText(/^All warehouses, \d/)).toBeVisible();
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
});
