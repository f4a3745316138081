import { expect, test } from './fixtures.ts';
import { send, stockFlow } from './flow-desk.ts';
import { importFiles, previewFiles, previewOf } from './import-files.ts';

const AGAIN = {
  name: 'tuesday.csv',
  text: 'ITEMNUMBER,WAREHOUSEID,WAREHOUSELOCATIONID,ITEMSERIALNUMBER,ONHANDQUANTITY\nA-200,61,BULK-2,,12\n',
};

/** Captures two of the twelve blank drones. */
async function captureTwo(page: Parameters<typeof send>[0]): Promise<void> {
  const stockId = await page.evaluate(async () => {
    const input = { filter: { search: 'BULK-2', conditions: [] }, sort: [], offset: 0, limit: 10 };
    const answer = await fetch(`/api/trpc/onHand.page?input=${encodeURIComponent(JSON.stringify(input))}`);
    const found = (await answer.json()) as {
      result: { data: { rows: { id: number; itemNumber: string }[] } };
    };
    return found.result.data.rows.find(({ itemNumber }) => itemNumber === 'A-200')?.id;
  });
  const entries = [{ serial: 'DRO-1' }, { serial: 'DRO-2' }];
  await send(page, 'stock.recordSerials', { stockId, entries });
}

test('importing again keeps what was captured here, says so, and can be undone', async ({ page, open }) => {
  await stockFlow(page);
  await captureTwo(page);
  await open('/on-hand');
  const sources = page.getByRole('list', { name: 'Imports by warehouse' });
  await expect(sources).toContainText('on-hand.csv, 2 captured since');

  await previewFiles(page, AGAIN);
  await expect(previewOf(page, 'tuesday.csv')).toContainText('2 captured here, not yet in this file, stay');
  await page.getByRole('radio', { name: 'Only the items in the file' }).check();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('The import is done')).toBeVisible();
  await page.getByRole('link', { name: 'Show on-hand' }).click();
  const grid = page.getByRole('grid', { name: 'On-hand inventory' });
  const captured = grid.getByRole('row').filter({ hasText: 'DRO-1' });
  await expect(captured.getByText('Not yet in Dynamics')).toBeAttached();
  await expect(grid.getByRole('row').filter({ hasText: 'FAR-1' })).toBeHidden();
  await expect(sources).toContainText('tuesday.csv');

  await page.getByRole('link', { name: 'Import and export' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('The change was undone.')).toBeVisible();
  await page.getByRole('link', { name: 'On-hand' }).click();
  await expect(grid.getByRole('row').filter({ hasText: 'FAR-1' })).toBeVisible();
  await expect(sources).toContainText('on-hand.csv, 2 captured since');

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Check the ledger' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The ledger holds' })).toBeVisible();
});

test('the history undoes an import too, and says when it cannot', async ({ page, open, watch }) => {
  await stockFlow(page);
  await importFiles(page, AGAIN);
  await open('/history');
  const imported = page.getByRole('row').filter({ hasText: 'tuesday.csv' });
  await imported.first().getByText('tuesday.csv').first().dblclick();
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByText('The change was undone.')).toBeVisible();
  await captureTwo(page);
  watch.expect(/409 \(Conflict\)/);
  const first = page.getByRole('row').filter({ hasText: 'on-hand.csv' }).filter({ hasText: 'On-hand' });
  await first.first().getByText('on-hand.csv').first().dblclick();
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be undone' })).toBeVisible();
});

test('a large import is undone while other pages are used, and says when it is done', async ({ page }) => {
  await importFiles(page, 'groups.csv', 'items.csv');
  const rows = Array.from({ length: 10_050 }, (_, index) => `A-100,61,BULK-${index % 9},SN-${index},1`);
  const header = 'ITEMNUMBER,WAREHOUSEID,WAREHOUSELOCATIONID,ITEMSERIALNUMBER,ONHANDQUANTITY';
  await importFiles(page, { name: 'large.csv', text: `${[header, ...rows].join('\n')}\n` });
  // The page hears of the end only once it has shown that it waits for it.
  const { promise: seen, resolve: isSeen } = Promise.withResolvers<void>();
  await page.route('**/api/trpc/jobs.get*', async (route) => {
    await seen;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  const progress = page.getByRole('progressbar', { name: 'Undoing the change' });
  await expect(progress).toBeVisible();
  await page.getByRole('link', { name: 'Items' }).click();
  await expect(page.getByRole('grid', { name: 'Items' }).getByText('A-100')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('status').filter({ hasText: 'Something is being undone.' })).toBeVisible();
  await expect(progress).toBeVisible();
  isSeen();
  await expect(page.getByText('The change was undone.')).toBeVisible();
  await expect(progress).toBeHidden();
  await page.getByRole('link', { name: 'On-hand' }).click();
  await expect(page.getByText('SN-1', { exact: true })).toBeHidden();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Check the ledger' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The ledger holds' })).toBeVisible();
});
