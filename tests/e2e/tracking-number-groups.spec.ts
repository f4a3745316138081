import type { Locator, Page } from '@playwright/test';
import { newNumberGroup, type NumberGroupInput } from '../../src-main/domain/tracking-number-group.ts';
import { axe, expect, test } from './fixtures.ts';
import { callApi, importFiles } from './groups-page.ts';

const NUMBERS = '/tracking-number-groups';

/** The page Tracking number groups, by the names that users see. */
function numbersPage(page: Page) {
  const list = page.getByRole('listbox', { name: 'Tracking number groups' });
  const toolbar = page.getByRole('toolbar');
  const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true });
  return {
    list,
    field,
    group: (code: string): Locator => list.getByRole('option', { name: new RegExp(`^${code} `) }),
    box: (name: string): Locator => page.getByRole('checkbox', { name, exact: true }),
    action: (name: string): Locator => toolbar.getByRole('button', { name }),
    tab: (name: string): Locator => page.getByRole('tab', { name }),
    next: page.getByRole('list', { name: 'Next numbers' }).getByRole('listitem'),
    async save(code: string): Promise<void> {
      await toolbar.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('status').filter({ hasText: `Saved ${code}.` })).toBeVisible();
      await expect(page.getByText('Not saved')).toBeHidden();
    },
  };
}

const numbers: NumberGroupInput = {
  ...newNumberGroup,
  code: 'SN',
  name: 'Serials of ours',
  sequence: { ...newNumberGroup.sequence, format: 'SN-######' },
  activations: { ...newNumberGroup.activations, purchase: true },
};

test('a group is made, shows its next numbers as it is typed, and comes back', async ({ page, open }) => {
  await open(NUMBERS);
  await expect(page.getByRole('heading', { name: 'No tracking number groups yet' })).toBeVisible();
  await axe(page);
  const { action, field, box, tab, next, save, group } = numbersPage(page);
  await action('New').click();
  await expect(field('Code')).toBeFocused();
  await expect(next).toHaveText(['000001', '000002', '000003', '000004', '000005']);
  await field('Code').fill('SN');
  await field('Name').fill('Serials of ours');
  await field('Number sequence code').fill('Inve_1');
  await field('Format').fill('SN-####');
  await expect(
    page.getByText(
      /^There are no numbers yet\. The largest number has 6 digits, and the format has room for 4\./,
    ),
  ).toBeVisible();
  await expect(field('Largest')).toHaveAccessibleDescription(/room for 4/);
  await field('Largest').fill('9999');
  await expect(field('Largest')).toHaveAccessibleDescription('');
  await field('Smallest').fill('41');
  await expect(field('Next')).toHaveValue('41');
  await expect(next).toHaveText(['SN-0041', 'SN-0042', 'SN-0043', 'SN-0044', 'SN-0045']);
  await box('Date (YYMMDD)').check();
  await expect(next.first()).toHaveText(/^\d{6}SN-0041$/);
  await axe(page);

  await tab('Activation').click();
  const when = page.getByRole('tabpanel', { name: 'Activation' });
  await expect(when).toContainText('Purchase ordersThe user is asked');
  await box('Purchase').check();
  await expect(when).toContainText('Purchase ordersGenerated');
  await expect(when).toContainText('CountingThe user is asked');
  await box('Inventory').check();
  await expect(when).toContainText('CountingGenerated');
  await expect(when).toContainText('Under Capture serial number Picking or Packing nothing is generated');
  await axe(page);
  await save('SN');
  await expect(page).toHaveURL(/\/tracking-number-groups\/\d+$/);

  await page.reload();
  await expect(group('SN')).toHaveAttribute('aria-selected', 'true');
  await expect(group('SN')).toContainText('SN-####');
  await expect(field('Number sequence code')).toHaveValue('Inve_1');
  await expect(field('Smallest')).toHaveValue('41');
  await expect(field('Largest')).toHaveValue('9999');
  await expect(box('Date (YYMMDD)')).toBeChecked();
  await tab('Activation').click();
  await expect(box('Purchase')).toBeChecked();
  await expect(box('Order')).not.toBeChecked();
});

test('what cannot be is refused where it stands', async ({ page, open, watch }) => {
  watch.expect(/status of 4(00|09)/);
  await callApi(page, 'numberGroups.save', numbers);
  await open(`${NUMBERS}/new`);
  const { field, box, tab, action } = numbersPage(page);
  await field('Code').fill('sn');
  await box('Date (YYMMDD)').check();
  await box('Reference No.').check();
  await box('Lot ID').check();
  const refusal =
    /A number would have 28 characters .* Judged by the reference PO000123 and the lot ID L0004567\./;
  await expect(box('Lot ID')).toHaveAccessibleDescription(refusal);
  await tab('Activation').click();
  await action('Save').click();
  await expect(tab('General')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('Not saved')).toBeVisible();
  await box('Lot ID').uncheck();
  await box('Date (YYMMDD)').uncheck();
  await expect(box('Lot ID')).toHaveAccessibleDescription(/A number has 14 of at most 20 characters/);

  await field('Format').fill('no digits');
  await expect(field('Format')).toHaveAccessibleDescription(/one run of #/);
  await field('Format').fill('######');
  await field('Next').fill('x');
  await expect(field('Next')).toHaveAccessibleDescription('Write a whole number.');
  await field('Next').fill('7');
  await field('Per qty').fill('1.5');
  await action('Save').click();
  await expect(field('Code')).toHaveAccessibleDescription(/already a group with the code SN/);
  await expect(field('Code')).toBeFocused();
  await field('Code').fill('SN2');
  await numbersPage(page).save('SN2');
  await expect(field('Per qty')).toHaveValue('1.5');

  await field('Next').fill('3');
  await action('Save').click();
  await expect(field('Next')).toHaveAccessibleDescription(/cannot go back to 3: the numbers before 7/);
  await axe(page);
  await field('Next').fill('9');
  await numbersPage(page).save('SN2');
});

test('Manual generates nothing and says so', async ({ page, open }) => {
  await callApi(page, 'numberGroups.save', numbers);
  await open(NUMBERS);
  const { box, tab, next } = numbersPage(page);
  await expect(next).toHaveCount(5);
  await box('Manual').check();
  await expect(
    page.getByText('Manual is on: the user writes the number, nothing is generated.'),
  ).toBeVisible();
  await expect(next).toHaveCount(0);
  await tab('Activation').click();
  await expect(page.getByRole('tabpanel')).toContainText('Purchase ordersThe user is asked');
  await numbersPage(page).save('SN');
});

test('where used names the items, and a group in use is not deleted', async ({ page, watch }) => {
  watch.expect(/status of 409/);
  await callApi(page, 'numberGroups.save', numbers);
  await importFiles(page, [
    {
      name: 'released-products.csv',
      lines: [
        'ITEMNUMBER,TRACKINGDIMENSIONGROUPNAME,SERIALNUMBERGROUPCODE,BATCHNUMBERGROUPCODE',
        'A1,,sn,',
        'A2,,SN,Sn',
      ],
    },
  ]);
  await page.getByRole('link', { name: 'Tracking number groups' }).click();
  const { action, list } = numbersPage(page);
  await expect(page.getByText('Serial number group of items: A1, A2.')).toBeVisible();
  await expect(page.getByText('Batch number group of items: A2.')).toBeVisible();
  await action('Delete').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(/^A1, A2 name SN\./);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await action('Duplicate').click();
  await expect(numbersPage(page).field('Code')).toHaveValue('SN2');
  await numbersPage(page).save('SN2');
  await action('Delete').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Deleted SN2.' })).toBeVisible();
  await expect(list.getByRole('option')).toHaveCount(1);
});

test('all of it works by keyboard, and nothing unsaved is lost', async ({ page, open }) => {
  await callApi(page, 'numberGroups.save', numbers);
  await callApi(page, 'numberGroups.save', { ...numbers, code: 'BN', name: 'Batches' });
  await open(NUMBERS);
  const { list, group, field, tab, box } = numbersPage(page);
  await expect(field('Code')).toHaveValue('BN');
  await list.focus();
  await page.keyboard.press('s');
  await expect(group('SN')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(field('Code')).toHaveValue('BN');
  await field('Name').focus();
  await page.keyboard.press('Tab');
  await expect(tab('General')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tab('Activation')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tab('Activation')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Tab');
  await expect(box('Purchase')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(box('Order')).toBeChecked();
  await expect(page.getByText('Not saved')).toBeVisible();

  await list.focus();
  await page.keyboard.press('End');
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Stay' }).press('Enter');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status').filter({ hasText: 'Saved BN.' })).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox', { name: 'Filter groups' })).toBeFocused();
  await page.keyboard.type('ours');
  await expect(list.getByRole('option')).toHaveCount(1);
});

test('a change is undone from its notification, and restored from the history without turning the counter back', async ({
  page,
  open,
}) => {
  await callApi(page, 'numberGroups.save', numbers);
  await open(NUMBERS);
  const { field, save } = numbersPage(page);
  await field('Name').fill('Later');
  await field('Next').fill('50');
  await save('SN');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The change was undone.' })).toBeVisible();
  await expect(field('Name')).toHaveValue('Serials of ours');
  await expect(field('Next')).toHaveValue('50');
  const history = page.getByRole('table', { name: 'History' });
  await expect(history.getByRole('row')).toHaveCount(4);
  await history.getByRole('button', { name: 'Restore this version' }).first().click();
  await expect(field('Name')).toHaveValue('Later');
  await expect(field('Next')).toHaveValue('50');
});

test('another window changes the group first', async ({ page, open, watch }) => {
  watch.expect(/status of 409/);
  await callApi(page, 'numberGroups.save', numbers);
  await open(NUMBERS);
  const { field, action, box } = numbersPage(page);
  await field('Name').fill('Mine');
  await expect(page).toHaveURL(/\/\d+$/);
  const id = Number(/\d+$/.exec(new URL(page.url()).pathname)?.[0]);
  await callApi(page, 'numberGroups.save', { ...numbers, manual: true, id, version: 1 });
  await action('Save').click();
  const dialog = page.getByRole('dialog', { name: 'Changed in another window' });
  await expect(dialog.getByRole('row', { name: 'Manual' })).toHaveText('ManualNoYesNo');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect(box('Manual')).toBeChecked();
  await expect(field('Name')).toHaveValue('Mine');
  await numbersPage(page).save('SN');
});
