import type { Locator, Page } from '@playwright/test';
import { axe, darkMode, expect, test } from './fixtures.ts';
import { importFiles } from './import-files.ts';

const GROUPS = `GROUPNAME,SERIALNUMBERCAPTURINGOPERATION,ISSERIALNUMBERACTIVE,ISSERIALNUMBERCONTROLENABLED,ISBLANKRECEIPTALLOWEDFORSERIALNUMBER
Ser,None,Yes,Yes,Yes
`;
const ITEMS = `ITEMNUMBER,PRODUCTNAME,TRACKINGDIMENSIONGROUPNAME
A-100,Camera,Ser
`;

const box = (page: Page): Locator => page.getByRole('textbox', { name: 'Serial number', exact: true });
const said = (page: Page, text: string): Locator => page.getByRole('status').filter({ hasText: text });
const refused = (page: Page, text: string): Locator => page.getByRole('alert').filter({ hasText: text });
const entered = (page: Page): Locator =>
  page.getByRole('list', { name: /^Entered serial numbers/ }).getByRole('listitem');

/** The box on Receive, for so many units of an item whose serials are asked there. */
async function openBox(page: Page, units: number): Promise<void> {
  await importFiles(page, { name: 'groups.csv', text: GROUPS }, { name: 'items.csv', text: ITEMS });
  await page.getByRole('link', { name: 'Receive' }).click();
  await page.keyboard.type('A-100');
  await page.keyboard.press('Enter');
  const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true });
  await expect(field('Warehouse')).toBeFocused();
  await field('Warehouse').fill('61');
  await field('Location').fill('BULK-1');
  await field('Quantity').fill(String(units));
  await expect(page.getByText(`0 / ${units.toLocaleString('en')}`)).toBeVisible();
  await box(page).focus();
}

/** What a scanner does: the text at once, and its suffix. */
async function scan(page: Page, text: string, suffix = 'Enter'): Promise<void> {
  await page.keyboard.insertText(text);
  await page.keyboard.press(suffix);
}

/** Pastes into what has the focus. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

test('scans follow each other by Enter or Tab and the box never loses the focus', async ({ page }) => {
  await openBox(page, 5);
  await scan(page, 'N1');
  await expect(said(page, 'N1 accepted.')).toBeVisible();
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
  await scan(page, ' N2 ', 'Tab');
  await expect(said(page, 'N2 accepted.')).toBeVisible();
  await expect(box(page)).toBeFocused();
  await expect(page.getByText('2 / 5')).toBeVisible();

  await scan(page, 'n1');
  await expect(refused(page, 'n1 is entered already.')).toBeVisible();
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('n1');
  await axe(page);
  // What was refused is selected: the next scan takes its place.
  await scan(page, 'A-100');
  await expect(refused(page, "A-100 is the item's barcode, not a serial number.")).toBeVisible();
  await scan(page, 'N3');
  await expect(said(page, 'N3 accepted.')).toBeVisible();
  await expect(entered(page)).toHaveText([/N3$/, /N2$/, /N1$/]);

  await page.getByRole('button', { name: 'Remove N2' }).click();
  await expect(entered(page)).toHaveText([/N3$/, /N1$/]);
  await expect(box(page)).toBeFocused();
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByText('0 / 5')).toBeVisible();
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(entered(page)).toHaveText([/N3$/, /N1$/]);
  await darkMode(page);
  await axe(page);
});

test('scans that are faster than the server are all taken, in their order', async ({ page }) => {
  await openBox(page, 100);
  await page.evaluate(() => {
    const input = document.activeElement as HTMLInputElement;
    const texts = Array.from({ length: 60 }, (_, index) => (index === 30 ? 'F7' : `F${index}`));
    for (const text of texts) {
      input.value = text;
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    }
  });
  await expect(page.getByText('59 / 100')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Not taken (1)' })).toBeVisible();
  const order = Array.from({ length: 60 }, (_, index) => 59 - index).filter((index) => index !== 30);
  await expect(entered(page)).toHaveText(order.map((index) => new RegExp(`F${index}$`)));
  await expect(box(page)).toBeFocused();
});

test('a pasted list is taken at once, with all its problems', async ({ page }) => {
  await openBox(page, 5);
  await scan(page, 'L0');
  await paste(page, 'L1\r\nL1\r\nAB9-AB1\r\nB7-B8\r\n1-200\r\nL-WITH-A-LONG-NUMBER-1');
  await expect(refused(page, '3 accepted, 4 not taken.')).toBeVisible();
  const problems = page.getByRole('region', { name: 'Not taken (4)' }).getByRole('listitem');
  await expect(problems).toHaveText([
    /^L1 is entered twice\./,
    /^AB9-AB1 is a range that runs backwards: AB9 comes after AB1\./,
    /^1-200 is a range of 200 serial numbers; only 1 more can be entered\./,
    /^L-WITH-A-LONG-NUMBER-1 is longer than 20 characters\./,
  ]);
  await expect(entered(page)).toHaveText([/B8$/, /B7$/, /L1$/, /L0$/]);
  await expect(box(page)).toBeFocused();
  await axe(page);
  await problems.nth(1).getByRole('button', { name: 'It is one serial number' }).click();
  await expect(said(page, 'AB9-AB1 accepted. All 5 are entered.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Not taken (3)' })).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss all' }).click();
  await expect(page.getByRole('heading', { name: /^Not taken/ })).toBeHidden();
});

test('a range says how it was read, and can be read otherwise', async ({ page }) => {
  await openBox(page, 20);
  await scan(page, 'AB100-AB110');
  await expect(said(page, 'AB100-AB110: 11 accepted.')).toBeVisible();
  await page.getByRole('button', { name: 'It is one serial number' }).click();
  await expect(said(page, 'AB100-AB110 accepted.')).toBeVisible();
  await expect(entered(page)).toHaveText([/AB100-AB110$/]);
  const switched = page.getByRole('switch', { name: 'Lists and ranges' });
  await expect(switched).not.toBeChecked();
  await expect(box(page)).toBeFocused();
  await scan(page, '1-3');
  await expect(said(page, '1-3 accepted.')).toBeVisible();
  await page.getByRole('button', { name: 'It is a range of 3' }).click();
  await expect(entered(page)).toHaveText([/3$/, /2$/, /1$/, /AB100-AB110$/]);
  await switched.click();
  await scan(page, '001 × 3');
  await expect(said(page, '001 × 3: 3 accepted.')).toBeVisible();
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await page.keyboard.insertText('P1, P2;P3\n100~+2');
  await axe(page);
  await page.getByRole('button', { name: 'Take the list' }).click();
  await expect(said(page, '5 accepted.')).toBeVisible();
  await expect(box(page)).toBeFocused();
});

test('a GS1 label gives its serial; a scanner may send FNC1 as Ctrl+]', async ({ page }) => {
  await openBox(page, 3);
  await page.keyboard.insertText(']C110LOT-7');
  await page.keyboard.press('Control+]');
  await scan(page, '21G1');
  await expect(said(page, 'G1 accepted.')).toBeVisible();
  await scan(page, '(01)04006381333931(21)G2');
  await expect(said(page, 'G2 accepted. The GTIN 04006381333931 of this label is not')).toBeVisible();
  await scan(page, ']C10104006381333932');
  await expect(refused(page, 'is a GS1 label that cannot be read')).toBeVisible();
  await expect(entered(page)).toHaveText([/G2$/, /G1$/]);
});

test('labels that cannot be read and created numbers are entered; Enter goes on', async ({ page }) => {
  await openBox(page, 3);
  await page.getByRole('button', { name: 'Not readable' }).click();
  const unreadable = page.getByRole('dialog', { name: 'Not readable' });
  await page.keyboard.press('Enter');
  await expect(unreadable.getByText('Give a reason.')).toBeVisible();
  await page.keyboard.type('Label torn');
  await axe(page);
  await page.keyboard.press('Enter');
  await expect(entered(page)).toHaveText([/Not readable\s*Label torn$/]);
  await expect(box(page)).toBeFocused();

  await page.getByRole('button', { name: 'Create serial numbers' }).click();
  const creating = page.getByRole('dialog', { name: 'Create serial numbers' });
  await page.keyboard.type('ABC-#-DEF');
  await creating.getByRole('textbox', { name: 'From' }).fill('9');
  await creating.getByRole('textbox', { name: 'To' }).fill('10');
  await expect(creating.getByText('10 needs 2 digits; the format has 1 #.')).toBeVisible();
  await creating.getByRole('textbox', { name: 'Format' }).fill('ABC-##-DEF');
  await expect(creating.getByRole('status')).toHaveText('2 serial numbers: ABC-09-DEF, ABC-10-DEF.');
  await axe(page);
  await page.keyboard.press('Enter');
  await expect(said(page, '2 accepted. All 3 are entered.')).toBeVisible();
  await expect(box(page)).toBeFocused();

  const sounds = page.getByRole('button', { name: 'Sounds' });
  await sounds.click();
  await expect(sounds).toHaveAttribute('aria-pressed', 'false');
  await box(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /^Received 3/ })).toBeVisible();
});

test('ten thousand entries are taken, and the next scan is quick', async ({ page }) => {
  await openBox(page, 10_001);
  await paste(page, Array.from({ length: 10_000 }, (_, index) => `Q${index}`).join('\n'));
  await expect(page.getByText('10,000 / 10,001')).toBeVisible();
  await expect(entered(page)).toHaveCount(100);
  await scan(page, 'Z1');
  await expect(said(page, 'Z1 accepted. All 10,001 are entered.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Find an entry' }).fill('q9999');
  await expect(entered(page)).toHaveText([/Q9999$/]);
});
