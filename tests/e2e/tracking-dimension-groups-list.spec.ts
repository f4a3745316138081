import { expect, test } from './fixtures.ts';
import { GROUPS, groupsPage, storeGroups, usualGroups } from './groups-page.ts';

test.describe('the list', () => {
  test('shows the capture setting, filters, and follows the keyboard', async ({ page, open }) => {
    await storeGroups(page, usualGroups);
    await open(GROUPS);
    const { list, group, filter, name } = groupsPage(page);
    await expect(list.getByRole('option')).toHaveCount(5);
    await expect(group('SerPick')).toContainText('Picking');
    await expect(group('SerPick')).toContainText('Serial at picking');
    await expect(group('SerPack')).toContainText('Packing');
    await expect(group('Sales')).toContainText('Sales process');

    await list.focus();
    const typed: readonly (readonly [string, string])[] = [
      ['End', 'SerPick'],
      ['Home', 'None'],
      ['ArrowDown', 'Sales'],
      ['s', 'Ser'],
      ['ArrowUp', 'Sales'],
    ];
    for (const [key, expected] of typed) {
      await page.keyboard.press(key);
      await expect(group(expected)).toHaveAttribute('aria-selected', 'true');
      await expect(name).toHaveValue(expected);
    }
    const address = page.url();
    await page.reload();
    await expect(name).toHaveValue('Sales');
    expect(page.url()).toBe(address);

    await filter.fill('picking ser');
    await expect(list.getByRole('option')).toHaveCount(1);
    await expect(page.getByText('1 of 5 groups')).toBeVisible();
    await filter.press('Escape');
    await expect(filter).toHaveValue('');
    await expect(list.getByRole('option')).toHaveCount(5);
  });

  test('is empty at first and leads to the import', async ({ page, open }) => {
    await open(GROUPS);
    await expect(page.getByRole('heading', { name: 'No tracking dimension groups yet' })).toBeVisible();
    await page.getByRole('link', { name: 'Import sample or own files' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Import and export' })).toBeVisible();
  });
});

test('sections fold and stay so', async ({ page, open }) => {
  await storeGroups(page, usualGroups);
  await open(GROUPS);
  const { box, group } = groupsPage(page);
  const header = page.getByRole('heading', { level: 2 }).getByRole('button', { name: 'Tracking dimensions' });
  await header.click();
  await expect(box('Batch number: Active')).toBeHidden();
  await group('Ser').click();
  await expect(group('Ser')).toHaveAttribute('aria-selected', 'true');
  await page.reload();
  await expect(header).toHaveAttribute('aria-expanded', 'false');
  await header.click();
  await expect(box('Batch number: Active')).toBeVisible();
});
