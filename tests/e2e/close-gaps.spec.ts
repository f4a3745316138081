import type { Locator, Page } from '@playwright/test';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { axe, expect, test } from './fixtures.ts';
import { ask, send } from './flow-desk.ts';
import { bodyRow, importFiles } from './import-files.ts';

const file = ({ name, content }: { readonly name: string; readonly content: unknown }) => ({
  name,
  text: String(content),
});

/** A desk with blank units of two items, on the On-hand page. */
async function openDesk(page: Page): Promise<Locator> {
  await importFiles(
    page,
    file(groupsCsv([{ name: 'SerPick', active: true, control: true, capture: 'Picking' }])),
    file(
      itemsCsv([
        ['A', 'SerPick', 'Drill'],
        ['B', 'SerPick', 'Lamp'],
      ]),
    ),
    file(
      onHandCsv([
        { item: 'A', location: 'BULK-1', quantity: '3' },
        { item: 'A', location: 'BULK-2', serial: 'S9', quantity: '1' },
        { item: 'B', location: 'BULK-3', quantity: '2' },
      ]),
    ),
  );
  await page.getByRole('link', { name: 'Show on-hand' }).click();
  const grid = page.getByRole('grid', { name: 'On-hand inventory' });
  await expect(bodyRow(grid, 2)).toContainText('BULK-3');
  return grid;
}

const openDialog = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Close gaps' }).click();
  return page.getByRole('dialog', { name: 'Close gaps' });
};

/** Pastes a text into a box, as a spreadsheet's cells are. */
const paste = (box: Locator, text: string): Promise<void> =>
  box.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    if (element.dispatchEvent(event)) (element as HTMLTextAreaElement).setRangeText(pasted);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

/** What stands in the plan, a line each: serial number, state and location. */
const planLines = (dialog: Locator): Promise<readonly string[]> =>
  dialog
    .getByRole('grid', { name: 'Plan' })
    .locator('[role="row"][row-index]')
    .filter({ has: dialog.page().locator('[role="gridcell"]') })
    .evaluateAll((rows) =>
      rows.map((row) =>
        ['serial', 'leftOut', 'location']
          .map((column) => row.querySelector(`[col-id="${column}"]`)?.textContent ?? '')
          .join(' ')
          .trim(),
      ),
    );

test('a pasted block is seen as a plan, applied at once, and undone at once', async ({ page }) => {
  const grid = await openDesk(page);
  const dialog = await openDialog(page);
  await expect(dialog.getByText('5 blank units.')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Scan serial numbers' })).toBeFocused();
  await axe(page);
  await paste(
    dialog.getByRole('textbox', { name: 'Serial numbers', exact: true }),
    'Item number\tSerial number\nA\tN1\nB\tN2-N3\nA\tS9\nA\t\nX\tN4\nA\tN5\n',
  );
  await expect(dialog.getByText('7 lines')).toBeVisible();
  await dialog.getByRole('button', { name: 'Show the plan' }).click();
  await expect
    .poll(() => planLines(dialog))
    .toEqual([
      'S9 Problem',
      'A Problem',
      'N4 Problem',
      'N1 Planned BULK-1',
      'N2 Planned BULK-3',
      'N3 Planned BULK-3',
      'N5 Planned BULK-1',
    ]);
  await expect(dialog.getByText('S9 stands elsewhere: Warehouse 61, location BULK-2.')).toBeVisible();
  await expect(dialog.getByText('Read by its columns Item number, Serial number.')).toBeVisible();
  await expect(dialog.getByText('Counted out as ranges: N2-N3.')).toBeVisible();
  await axe(page);
  await dialog.getByRole('button', { name: 'Problems' }).click();
  await expect.poll(() => planLines(dialog)).toHaveLength(3);
  await dialog.getByRole('button', { name: 'Planned' }).click();
  await expect.poll(() => planLines(dialog)).toHaveLength(4);
  const plan = dialog.getByRole('grid', { name: 'Plan' });
  await bodyRow(plan, 3).click();
  await dialog.getByRole('button', { name: 'Leave out selected' }).click();
  await expect.poll(() => planLines(dialog)).toContain('N5 Left out BULK-1');
  await dialog.getByRole('button', { name: 'Apply 3' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('3 gaps are closed.')).toBeVisible();
  await expect(grid).toContainText('N3');
  await expect(grid).not.toContainText('N5');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(grid).not.toContainText('N3');
  await expect(bodyRow(grid, 2)).toContainText('BULK-3');
});

test('selected rows take scanned serials; what changed meanwhile is planned anew', async ({
  page,
  watch,
}) => {
  const grid = await openDesk(page);
  await bodyRow(grid, 0).click();
  const dialog = await openDialog(page);
  await expect(dialog.getByText('3 blank units.')).toBeVisible();
  const box = dialog.getByRole('textbox', { name: 'Scan serial numbers' });
  await expect(box).toBeFocused();
  for (const serial of ['N1', 'N2']) {
    await page.keyboard.type(serial);
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(`Scanned ${serial}.`)).toBeVisible();
  }
  // Closed too early, it loses nothing.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await openDialog(page);
  await expect(dialog.getByText('2 lines')).toBeVisible();
  await dialog.getByRole('button', { name: 'Show the plan' }).click();
  await expect.poll(() => planLines(dialog)).toEqual(['N1 Planned BULK-1', 'N2 Planned BULK-1']);
  // Somebody else gives one of the serials away.
  const { rows } = await ask<{ rows: readonly { id: number; serialNumber: string }[] }>(page, 'onHand.page', {
    filter: {},
    offset: 0,
    limit: 10,
  });
  const stockId = rows.find(({ serialNumber }) => serialNumber === 'S9')?.id;
  await send(page, 'stock.correct', { stockId, serial: 'N1' });
  watch.expect(/409 \(Conflict\)/);
  await dialog.getByRole('button', { name: 'Apply 2' }).click();
  await expect(dialog.getByText('The stock has changed since this plan was made.')).toBeVisible();
  await expect.poll(() => planLines(dialog)).toEqual(['N1 Problem', 'N2 Planned BULK-1']);
  await dialog.getByRole('button', { name: 'Apply 1' }).click();
  await expect(page.getByText('1 gap is closed.')).toBeVisible();
});

test('a file is dropped on the dialog, and blank units are recorded as not readable', async ({ page }) => {
  const grid = await openDesk(page);
  const dialog = await openDialog(page);
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    const lines = 'ITEMNUMBER,WAREHOUSELOCATIONID,ITEMSERIALNUMBER\r\nB,BULK-3,N1\r\n';
    data.items.add(new File([lines], 'found.csv', { type: 'text/csv' }));
    return data;
  });
  await dialog.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(dialog.getByText('found.csv, 2 lines')).toBeVisible();
  await dialog.getByRole('button', { name: 'Show the plan' }).click();
  await expect.poll(() => planLines(dialog)).toEqual(['N1 Planned BULK-3']);
  await dialog.getByRole('button', { name: 'Back' }).click();
  await dialog.getByRole('button', { name: 'Clear' }).click();
  await dialog.getByRole('button', { name: 'Record as not readable' }).click();
  await dialog.getByRole('combobox', { name: 'Reason' }).fill('Label missing');
  await dialog.getByRole('textbox', { name: 'Units' }).fill('4');
  await axe(page);
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByText('4 units are recorded as not readable.')).toBeVisible();
  await expect(grid.getByText('Not readable')).toHaveCount(2);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(grid.getByText('Not readable')).toHaveCount(0);
});
