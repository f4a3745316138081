import { axe, expect, ready, test } from './fixtures.ts';
import { GROUPS, callApi, groupsPage, storeGroups, usualGroups } from './groups-page.ts';

test.describe('two windows on one group', () => {
  test.skip(({ host }) => host !== 'browser', 'the desktop has one window');

  test('the second save is refused, shows what changed, and keeps both edits when asked to', async ({
    page,
    open,
    context,
    watch,
  }) => {
    watch.expect(/409/);
    await storeGroups(page, usualGroups);
    await open(`${GROUPS}/3`);
    const first = groupsPage(page);
    await expect(first.name).toHaveValue('SerPick');

    const other = await context.newPage();
    await other.goto(page.url());
    await ready(other);
    const second = groupsPage(other);
    await second.description.fill('From the second window');
    await second.box('Batch number: Active').check();
    await second.save('SerPick');

    await first.box('Owner: Active').check();
    await first.description.fill('From the first window');
    await first.action('Save').click();
    const dialog = page.getByRole('dialog', { name: 'Changed in another window' });
    const rows = dialog.getByRole('table', { name: 'Changed meanwhile' }).getByRole('row');
    await expect(rows).toHaveText([
      'FieldBeforeTheir versionYours',
      'DescriptionSerial at pickingFrom the second windowFrom the first window',
      'Batch number: ActiveNoYesNo',
    ]);
    await axe(page);
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await expect(first.box('Batch number: Active')).toBeChecked();
    await expect(first.box('Owner: Active')).toBeChecked();
    await expect(first.description).toHaveValue('From the first window');
    await expect(page.getByText('Not saved')).toBeVisible();
    await other.reload();
    await expect(second.description).toHaveValue('From the second window');

    await first.save('SerPick');
    await other.reload();
    await expect(second.description).toHaveValue('From the first window');
    await expect(second.box('Owner: Active')).toBeChecked();
    await other.close();
  });

  test('the other version can be loaded instead', async ({ page, open, context, watch }) => {
    watch.expect(/409/);
    await storeGroups(page, usualGroups);
    await open(`${GROUPS}/3`);
    const first = groupsPage(page);
    await first.description.fill('Mine');
    const other = await context.newPage();
    await other.goto(page.url());
    await ready(other);
    const second = groupsPage(other);
    await second.description.fill('Theirs');
    await second.save('SerPick');
    await other.close();

    await first.action('Save').click();
    await page.getByRole('button', { name: 'Load their version' }).click();
    await expect(first.description).toHaveValue('Theirs');
    await expect(page.getByText('Not saved')).toBeHidden();
    await first.description.fill('Mine after all');
    await first.save('SerPick');
  });

  test('a group deleted meanwhile can be saved as new', async ({ page, open, watch }) => {
    watch.expect(/404/);
    await storeGroups(page, usualGroups);
    await open(`${GROUPS}/3`);
    const { description, action, list, group } = groupsPage(page);
    await description.fill('Still wanted');
    await callApi(page, 'groups.remove', { id: 3, version: 1 });
    await action('Save').click();
    const dialog = page.getByRole('dialog', { name: 'Deleted in another window' });
    await axe(page);
    await dialog.getByRole('button', { name: 'Save as new' }).click();
    await expect(page).toHaveURL(/groups\/6$/);
    await expect(list.getByRole('option')).toHaveCount(5);
    await expect(group('SerPick')).toContainText('Still wanted');
  });

  test('a window without changes of its own follows the other one', async ({ page, open, context }) => {
    await storeGroups(page, usualGroups);
    await open(`${GROUPS}/3`);
    const first = groupsPage(page);
    await expect(first.description).toHaveValue('Serial at picking');
    // A headless browser shows all its windows at once, so it never says that one comes back to the front.
    const comeBack = () =>
      page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    const other = await context.newPage();
    await other.goto(page.url());
    await ready(other);
    const second = groupsPage(other);
    await second.description.fill('Theirs');
    await second.save('SerPick');
    await second.action('Delete').click();
    await comeBack();
    await expect(first.description).toHaveValue('Theirs');

    await other.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(second.list.getByRole('option')).toHaveCount(4);
    await other.close();
    await comeBack();
    await expect(page.getByText('This group does not exist any more.')).toBeVisible();
    await expect(first.action('Save')).toBeDisabled();
  });
});
