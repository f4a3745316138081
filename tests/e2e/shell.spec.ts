import { axe, darkMode, expect, ready, test } from './fixtures.ts';
import { GROUPS, groupsPage } from './groups-page.ts';

const pages = [
  { name: 'Gaps', path: '/gaps' },
  { name: 'Exceptions', path: '/exceptions' },
  { name: 'On-hand', path: '/on-hand' },
  { name: 'Receive', path: '/receive' },
  { name: 'Pick', path: '/pick' },
  { name: 'Pack', path: '/pack' },
  { name: 'Orders', path: '/orders' },
  { name: 'Transactions', path: '/transactions' },
  { name: 'Items', path: '/items' },
  { name: 'Tracking dimension groups', path: '/tracking-dimension-groups' },
  { name: 'Tracking number groups', path: '/tracking-number-groups' },
  { name: 'Location stages', path: '/location-stages' },
  { name: 'Import and export', path: '/import-export' },
  { name: 'History', path: '/history' },
  { name: 'Settings', path: '/settings' },
] as const;

test('the navigation leads to every page, in order, and marks the current one', async ({ page }) => {
  await expect(page).toHaveURL(/\/gaps$/);
  const links = page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link');
  await expect(links).toHaveText(pages.map(({ name }) => name));
  for (const { name, path } of pages) {
    await links.filter({ hasText: name }).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page).toHaveTitle(`${name} · Serial Capture Desk`);
    await expect(page.locator('[aria-current="page"]')).toHaveText(name);
    await axe(page);
  }
});

test('every page can be opened by its address and loaded again', async ({ page, open }) => {
  for (const { name, path } of pages) {
    await open(path);
    await page.reload();
    await ready(page);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
});

test('every page is in order in dark mode', async ({ page, open }) => {
  await darkMode(page);
  for (const { name, path } of pages) {
    await open(path);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await axe(page);
  }
});

test('the navigation folds to icons, and stays so', async ({ page }) => {
  const navigation = page.getByRole('navigation', { name: 'Main navigation' });
  const width = async (): Promise<number> => (await navigation.boundingBox())?.width ?? 0;
  const wide = await width();
  await page.getByRole('button', { name: 'Fold the navigation' }).click();
  await expect(page.getByRole('button', { name: 'Unfold the navigation' })).toBeVisible();
  await page.reload();
  await ready(page);
  await expect.poll(width).toBeLessThan(wide / 2);
  await expect(navigation.getByRole('link')).toHaveText(pages.map(({ name }) => name));
  await axe(page);
  await navigation.getByRole('link', { name: 'Settings' }).click();
  await expect(page).toHaveURL(/\/settings$/);
  await page.getByRole('button', { name: 'Unfold the navigation' }).click();
  await expect(page.getByRole('button', { name: 'Fold the navigation' })).toBeVisible();
});

test('an address without a page says so and leads back', async ({ page, open }) => {
  await open('/no-such-page');
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: 'Go to On-hand' }).click();
  await expect(page).toHaveURL(/\/on-hand$/);
});

test('files dropped anywhere go to Import and export', async ({ page, open }) => {
  await open('/settings');
  const carried = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(
      new File(['ITEMNUMBER,TRACKINGDIMENSIONGROUPNAME\r\nA1,None\r\n'], 'released-products.csv'),
    );
    return data;
  });
  const heading = page.getByRole('heading', { level: 1 });
  await heading.dispatchEvent('dragenter', { dataTransfer: carried });
  await expect(page.getByText('Drop the files to import them')).toBeVisible();
  await heading.dispatchEvent('drop', { dataTransfer: carried });
  await expect(page.getByRole('heading', { level: 1, name: 'Import and export' })).toBeVisible();
  await expect(page.getByText('released-products.csv').first()).toBeVisible();
  await expect(page.getByText('Drop the files to import them')).toBeHidden();
});

test.describe('what goes wrong', () => {
  test('a page that breaks leaves the navigation, and can be loaded again', async ({ page, watch }) => {
    watch.expect(/./);
    await page.route('**/api/trpc/groups.list*', (route) =>
      route.fulfill({ json: { result: { data: [{ id: 1, name: 'No settings' }] } } }),
    );
    await page.getByRole('link', { name: 'Tracking dimension groups' }).click();
    await expect(page.getByRole('heading', { name: 'This page broke' })).toBeVisible();
    await axe(page);
    await page.unroute('**/api/trpc/groups.list*');
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('heading', { name: 'No tracking dimension groups yet' })).toBeVisible();
  });

  test('an app that does not answer is said, and asked again', async ({ page, watch }) => {
    watch.expect(/ERR_FAILED/);
    await page.route('**/api/trpc/groups.list*', (route) => route.abort());
    await page.getByRole('link', { name: 'Tracking dimension groups' }).click();
    await expect(page.getByRole('alert')).toContainText('The app does not answer.');
    await page.unroute('**/api/trpc/groups.list*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'No tracking dimension groups yet' })).toBeVisible();
  });

  test('a save that does not arrive says so and keeps what was entered', async ({ page, open, watch }) => {
    watch.expect(/ERR_FAILED/);
    await open(`${GROUPS}/new`);
    const { name, action, save } = groupsPage(page);
    await page.route('**/api/trpc/groups.save*', (route) => route.abort());
    await name.fill('Kept');
    await action('Save').click();
    await expect(page.getByRole('alert')).toContainText('The app does not answer.');
    await expect(name).toHaveValue('Kept');
    await page.unroute('**/api/trpc/groups.save*');
    await save('Kept');
  });
});

test('the desktop’s menu reaches the pages', async ({ page, open }) => {
  // Stands in for the object that the preload script adds; the listener is kept for the test to call.
  await page.addInitScript(() => {
    const listeners = new Set<(command: unknown) => void>();
    Object.assign(window, {
      desk: {
        onCommand: (listener: (command: unknown) => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      giveCommand: (command: unknown) => {
        for (const listener of listeners) listener(command);
      },
    });
  });
  const give = (command: string) =>
    page.evaluate(
      (text) => (window as unknown as { giveCommand(command: unknown): void }).giveCommand(text),
      command,
    );
  await open('/on-hand');
  await give('go:/tracking-dimension-groups');
  await expect(page).toHaveURL(/tracking-dimension-groups$/);
  await page.getByRole('button', { name: 'New' }).first().click();
  const { name } = groupsPage(page);
  await name.fill('Menu');
  await give('save');
  await expect(page.getByRole('status').filter({ hasText: 'Saved Menu.' })).toBeVisible();
  await give('find');
  await expect(groupsPage(page).filter).toBeFocused();
  const chooser = page.waitForEvent('filechooser');
  await give('choose-files');
  await chooser;
  await page.evaluate(() => {
    const bytes = new TextEncoder().encode('ITEMNUMBER,TRACKINGDIMENSIONGROUPNAME\r\nA1,Menu\r\n').buffer;
    (window as unknown as { giveCommand(command: unknown): void }).giveCommand({
      kind: 'open-file',
      name: 'opened.csv',
      bytes,
    });
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Import and export' })).toBeVisible();
  await expect(page.getByText('opened.csv').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Apply' })).toBeEnabled();
});
