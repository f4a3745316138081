import { expect, type Locator, type Page } from '@playwright/test';
import { importFiles } from './import-files.ts';

const GROUPS = `GROUPNAME,SERIALNUMBERCAPTURINGOPERATION,ISSERIALNUMBERACTIVE,ISSERIALNUMBERCONTROLENABLED
Ser,None,Yes,Yes
SerPick,Picking,Yes,Yes
SerPack,Packing,Yes,Yes
`;
const ITEMS = `ITEMNUMBER,PRODUCTNAME,TRACKINGDIMENSIONGROUPNAME,SERIALNUMBERGROUPCODE,INVENTORYUNITSYMBOL
A-100,Camera,Ser,,ea
B-100,Drone,SerPick,,ea
C-100,Gimbal,SerPack,,ea
G-100,Battery,Ser,SN,ea
`;

/** Asks the API as the page would. */
export async function ask(page: Page, procedure: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([name, body]) => {
      const answer = await fetch(`/api/trpc/${name}?input=${encodeURIComponent(body)}`);
      return ((await answer.json()) as { result: { data: unknown } }).result.data;
    },
    [procedure, JSON.stringify(input)] as const,
  );
}

/** Sends a change to the API as the page would. */
export async function send(page: Page, procedure: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([name, body]) => {
      const answer = await fetch(`/api/trpc/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      if (!answer.ok) throw new Error(await answer.text());
      return ((await answer.json()) as { result: { data: unknown } }).result.data;
    },
    [procedure, JSON.stringify(input)] as const,
  );
}

/** A line of an order; quantity in thousandths. */
export const lineOf = (itemNumber: string, quantity: number, changes: object = {}): object => ({
  itemNumber,
  quantity,
  unit: '',
  site: '',
  warehouse: '61',
  toSite: '',
  toWarehouse: '',
  ...changes,
});

/** Saves an order and returns its id. */
export async function saveOrder(
  page: Page,
  kind: string,
  number: string,
  ...lines: readonly object[]
): Promise<number> {
  const saved = await send(page, 'orders.save', { order: { kind, number, name: 'Contoso', lines } });
  return (saved as { id: number }).id;
}

/** A desk with an item of each policy; shows the page Receive. */
export async function openReceive(page: Page): Promise<void> {
  await importFiles(page, { name: 'groups.csv', text: GROUPS }, { name: 'items.csv', text: ITEMS });
  await page.getByRole('link', { name: 'Receive' }).click();
  await expect(start(page)).toBeFocused();
}

/** A field of the page by its label. */
export const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
/** The first box. */
export const start = (page: Page): Locator => field(page, 'Order or item');
/** The receipts of this session. */
export const receipts = (page: Page): Locator =>
  page.getByRole('list', { name: 'Receipts, the last one first' });
/** What the page says it asks. */
export const asked = (page: Page): Locator => page.getByRole('main').getByRole('status').first();
/** What is said after a receipt. */
export const done = (page: Page): Locator => page.getByRole('status').filter({ hasText: /^Received/ });

/** Types a text as a scanner does: with Enter behind it. */
export async function scan(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}
