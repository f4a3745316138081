import { expect, test } from './fixtures.ts';
import { GROUPS, groupsPage, storeGroups, usualGroups } from './groups-page.ts';

test.describe('the capture rule', () => {
  for (const setting of ['Picking', 'Packing'] as const) {
    test(`${setting} selects and holds both blank fields, None gives back what was before`, async ({
      page,
      open,
    }) => {
      await open(`${GROUPS}/new`);
      const { box, capture, choose } = groupsPage(page);
      const receipt = box('Serial number: Blank receipt allowed');
      const issue = box('Serial number: Blank issue allowed');
      await box('Serial number: Active').check();
      await receipt.check();

      await choose(setting);
      const reason = `Selected because Capture serial number is ${setting}.`;
      for (const field of [receipt, issue]) {
        await expect(field).toBeChecked();
        await expect(field).toBeDisabled();
        await expect(field).toHaveAccessibleDescription(reason);
      }
      await expect(page.getByRole('listitem').filter({ hasText: reason })).toContainText(
        'Serial number: Blank issue allowed, Blank receipt allowed',
      );
      await issue.hover({ force: true });
      await expect(page.getByRole('tooltip')).toHaveText(reason);

      await choose('None');
      await expect(receipt).toBeEnabled();
      await expect(receipt).toBeChecked();
      await expect(issue).toBeEnabled();
      await expect(issue).not.toBeChecked();
      await expect(capture).toBeEnabled();
    });
  }

  test('a group saved with Packing keeps both blank fields when it goes back to None', async ({
    page,
    open,
  }) => {
    await open(`${GROUPS}/new`);
    const { name, box, choose, save } = groupsPage(page);
    await name.fill('Later');
    await box('Serial number: Active').check();
    await choose('Packing');
    await save('Later');
    await expect(page.getByRole('status').filter({ hasText: 'Saved Later.' })).toContainText(
      'The rules have set Serial number: Blank receipt allowed, Blank issue allowed.',
    );
    await page.reload();
    await choose('None');
    for (const field of ['Serial number: Blank receipt allowed', 'Serial number: Blank issue allowed']) {
      await expect(box(field)).toBeChecked();
      await expect(box(field)).toBeEnabled();
    }
  });

  test('asks for Active first, and holds Active while it asks later', async ({ page, open }) => {
    await open(`${GROUPS}/new`);
    const { box, capture, choose } = groupsPage(page);
    await expect(capture).toHaveText('None');
    await expect(capture).toHaveAttribute('aria-disabled', 'true');
    await expect(capture).toHaveAccessibleDescription(/serial number is not active/);
    await box('Serial number: Active').check();
    await expect(capture).not.toHaveAttribute('aria-disabled', 'true');
    await choose('Picking');
    await expect(box('Serial number: Active')).toBeDisabled();
    await expect(box('Serial number: Active')).toHaveAccessibleDescription(
      /Capture serial number is Picking/,
    );
    await choose('None');
    await expect(box('Serial number: Active')).toBeEnabled();
  });
});

test('Active in sales process clears and holds what it excludes, and keeps the rest', async ({
  page,
  open,
}) => {
  await open(`${GROUPS}/new`);
  const { box, capture, choose } = groupsPage(page);
  const serial = (column: string) => box(`Serial number: ${column}`);
  await serial('Active').check();
  await serial('Physical inventory').check();
  await serial('Blank issue allowed').check();
  await choose('Picking');
  await serial('Active in sales process').check();

  await expect(box('Serial number control')).toBeChecked();
  await expect(box('Serial number control')).toBeDisabled();
  for (const column of [
    'Active',
    'Primary stocking',
    'Physical inventory',
    'Financial inventory',
    'Coverage plan by dimension',
    'For purchase prices',
    'For sales prices',
  ]) {
    await expect(serial(column)).not.toBeChecked();
    await expect(serial(column)).toBeDisabled();
  }
  await expect(capture).toHaveText('Picking');
  await expect(serial('Blank receipt allowed')).toBeChecked();
  await expect(serial('Blank receipt allowed')).toBeDisabled();

  await choose('None');
  await expect(serial('Blank receipt allowed')).not.toBeChecked();
  await expect(serial('Blank receipt allowed')).toBeDisabled();
  await expect(serial('Blank issue allowed')).toBeChecked();
  await expect(serial('Blank issue allowed')).toBeEnabled();

  await serial('Active in sales process').uncheck();
  await expect(serial('Active')).toBeChecked();
  await expect(serial('Physical inventory')).toBeChecked();
});

test('Serial number control takes Physical inventory along', async ({ page, open }) => {
  await open(`${GROUPS}/new`);
  const { box } = groupsPage(page);
  const physical = box('Serial number: Physical inventory');
  await box('Serial number: Active').check();
  await box('Serial number control').check();
  await expect(physical).toBeChecked();
  await expect(physical).toBeDisabled();
  await expect(physical).toHaveAccessibleDescription('Selected because Serial number control is selected.');
  await box('Serial number control').uncheck();
  await expect(physical).not.toBeChecked();
  await physical.check();
  await expect(physical).toBeChecked();
});

test('Primary stocking clears and holds both blank fields', async ({ page, open }) => {
  await open(`${GROUPS}/new`);
  const { box } = groupsPage(page);
  for (const row of ['Batch number', 'Serial number']) {
    await box(`${row}: Active`).check();
    await box(`${row}: Blank receipt allowed`).check();
    await box(`${row}: Primary stocking`).check();
    for (const column of ['Blank receipt allowed', 'Blank issue allowed']) {
      await expect(box(`${row}: ${column}`)).not.toBeChecked();
      await expect(box(`${row}: ${column}`)).toBeDisabled();
      await expect(box(`${row}: ${column}`)).toHaveAccessibleDescription(
        'Cleared because Primary stocking is selected.',
      );
    }
    await box(`${row}: Primary stocking`).uncheck();
    await expect(box(`${row}: Blank receipt allowed`)).toBeChecked();
  }
});

test('each dimension has its own cells, and some of them never change', async ({ page, open }) => {
  await open(`${GROUPS}/new`);
  const { box } = groupsPage(page);
  const table = page.getByRole('table', { name: 'Tracking dimensions' });
  await expect(table.getByRole('columnheader')).toHaveText([
    'Active',
    'Active in sales process',
    'Primary stocking',
    'Blank receipt allowed',
    'Blank issue allowed',
    'Physical inventory',
    'Financial inventory',
    'Coverage plan by dimension',
    'For purchase prices',
    'For sales prices',
  ]);
  const cells = { 'Batch number': 9, 'Serial number': 10, Owner: 4, 'Inventory profile': 5, 'GTD number': 1 };
  for (const [row, count] of Object.entries(cells)) {
    const header = page.getByRole('rowheader', { name: row });
    await expect(table.getByRole('row').filter({ has: header }).getByRole('checkbox')).toHaveCount(count);
  }
  const fixed = {
    'Owner: Physical inventory': true,
    'Owner: Financial inventory': true,
    'Owner: Coverage plan by dimension': false,
    'Inventory profile: Primary stocking': true,
    'Inventory profile: Physical inventory': true,
    'Inventory profile: Financial inventory': true,
  };
  await box('Owner: Active').check();
  await box('Inventory profile: Active').check();
  for (const [name, checked] of Object.entries(fixed)) {
    await expect(box(name)).toBeDisabled();
    await expect(box(name)).toBeChecked({ checked });
    await expect(box(name)).toHaveAccessibleDescription(/always|never/);
  }
  await expect(box('Inventory profile: Coverage plan by dimension')).toBeEnabled();
  await box('Owner: Active').focus();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Owner: cells that never change' })).toBeFocused();
  await expect(page.getByRole('tooltip')).toContainText('Owner is always tracked in physical inventory.');
});

test('the capture path follows the settings', async ({ page, open }) => {
  await open(`${GROUPS}/new`);
  const { box, choose } = groupsPage(page);
  const picture = (name: string) => page.getByRole('img', { name, exact: true });
  await expect(picture('Serial number is not tracked')).toBeVisible();
  await box('Serial number: Active').check();
  await expect(picture('Serial number is asked at receiving')).toBeVisible();
  await choose('Picking');
  await expect(picture('Serial number is asked at picking')).toBeVisible();
  await choose('Packing');
  await expect(picture('Serial number is asked at packing')).toBeVisible();
  await box('Serial number: Active in sales process').check();
  await expect(picture('Serial number is asked at packing')).toBeVisible();
  await expect(page.getByText('kept on the sales line')).toBeVisible();
  await choose('None');
  await expect(picture('Serial number is asked on the sales document')).toBeVisible();
});

test.describe('name and description', () => {
  test('have a length, and the name is required', async ({ page, open }) => {
    await open(`${GROUPS}/new`);
    const { name, description, action } = groupsPage(page);
    await action('Save').click();
    await expect(name).toHaveAccessibleDescription(/Give the group a name/);
    await expect(name).toBeFocused();
    await name.fill('ElevenChars');
    await expect(name).toHaveAccessibleDescription(/at most 10 characters.*11 \/ 10/);
    await description.fill('x'.repeat(61));
    await expect(description).toHaveAccessibleDescription(/at most 60 characters.*61 \/ 60/);
    await action('Save').click();
    await expect(page).toHaveURL(/\/new$/);
    await name.fill('  TenLetters  ');
    await expect(name).toHaveAccessibleDescription('10 / 10');
    await description.fill('y'.repeat(60));
    await action('Save').click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved TenLetters.' })).toBeVisible();
    await expect(name).toHaveValue('TenLetters');
  });

  test('a name that another group has, in whatever case, is refused at its field', async ({
    page,
    open,
    watch,
  }) => {
    watch.expect(/409/);
    await storeGroups(page, usualGroups);
    await open(`${GROUPS}/new`);
    const { name, action, list } = groupsPage(page);
    await name.fill('SERPICK');
    await action('Save').click();
    await expect(name).toHaveAccessibleDescription(/There is already a group named SerPick\./);
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await expect(list.getByRole('option')).toHaveCount(usualGroups.length);
    await name.fill('SerPick2');
    await expect(name).toHaveAttribute('aria-invalid', 'false');
    await action('Save').click();
    await expect(list.getByRole('option')).toHaveCount(usualGroups.length + 1);
  });
});
