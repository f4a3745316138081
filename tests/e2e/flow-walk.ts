import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { field, scanInto, send } from './flow-desk.ts';
import { importFiles } from './import-files.ts';

const GROUPS = `GROUPNAME,SERIALNUMBERCAPTURINGOPERATION,ISSERIALNUMBERACTIVE,ISSERIALNUMBERCONTROLENABLED
Ser,None,Yes,Yes
SerPick,Picking,Yes,Yes
SerPack,Packing,Yes,Yes
`;
const ITEMS = `ITEMNUMBER,PRODUCTNAME,TRACKINGDIMENSIONGROUPNAME,SERIALNUMBERGROUPCODE,INVENTORYUNITSYMBOL
A-100,Camera,Ser,,ea
A-200,Drone,SerPick,,ea
A-300,Printer,SerPack,,ea
A-500,Battery,Ser,SN,ea
`;

/** What a step asks: what it says, and the serials that are scanned. Without serials there must be no box for them. */
export interface Asked {
  readonly says: string;
  readonly serials?: readonly string[];
}

/** Documents that a walk follows, as lines of the files they come in. */
export interface Documents {
  readonly purchase?: string;
  readonly sales?: string;
  readonly transfer?: string;
  readonly stock?: string;
}

/**
 * A desk with an item of each policy: A-100 None, A-200 Picking, A-300 Packing, and A-500, which has None too and whose
 * numbers the group SN makes when it is purchased. The documents come in files.
 */
export async function beginWalk(page: Page, documents: Documents): Promise<void> {
  const { purchase, sales, transfer, stock } = documents;
  const file = (name: string, head: string, line: string | undefined) =>
    line === undefined ? [] : [{ name, text: `${head}\n${line}\n` }];
  await importFiles(
    page,
    { name: 'groups.csv', text: GROUPS },
    { name: 'items.csv', text: ITEMS },
    ...file('stock.csv', 'ITEMNUMBER,WAREHOUSEID,WAREHOUSELOCATIONID,ITEMSERIALNUMBER,ONHANDQUANTITY', stock),
    ...file(
      'purchase.csv',
      'PURCHASEORDERNUMBER,LINENUMBER,ITEMNUMBER,ORDEREDPURCHASEQUANTITY,PURCHASEUNITSYMBOL,RECEIVINGWAREHOUSEID',
      purchase,
    ),
    ...file(
      'sales.csv',
      'SALESORDERNUMBER,ITEMNUMBER,ORDEREDSALESQUANTITY,SALESUNITSYMBOL,SHIPPINGWAREHOUSEID',
      sales,
    ),
    ...file(
      'transfer.csv',
      'TRANSFERORDERNUMBER,LINENUMBER,ITEMNUMBER,TRANSFERQUANTITY,SHIPPINGWAREHOUSEID,RECEIVINGWAREHOUSEID',
      transfer,
    ),
  );
}

/** The group SN makes numbers when something is purchased. */
export async function makeNumberGroup(page: Page): Promise<void> {
  await send(page, 'numberGroups.save', {
    code: 'SN',
    name: '',
    parts: { date: false, reference: false, lotId: false, number: true },
    sequence: { code: '', format: 'SN-###', smallest: 1, largest: 999 },
    manual: false,
    onlyInventoryTransactions: false,
    onPhysicalUpdate: false,
    perQuantity: 1000,
    activations: { purchase: true, order: false, production: false, inventory: false, kanban: false },
    next: null,
  });
}

const button = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('button', { name, exact: true });
const said = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: text });
const serialBox = (page: Page): Locator => field(page, 'Serial number');

async function go(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name, exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}

/** Scans what the step asks; where it asks nothing there is no box. */
async function answer(page: Page, { says, serials = [] }: Asked): Promise<void> {
  await expect(said(page, says)).toBeVisible();
  if (serials.length === 0) return expect(serialBox(page)).toHaveCount(0);
  await expect(page.getByText(`0 / ${serials.length}`)).toBeVisible();
  for (const [index, serial] of serials.entries()) {
    await scanInto(page, serialBox(page), serial);
    await expect(page.getByText(`${index + 1} / ${serials.length}`)).toBeVisible();
  }
}

/** Goes to On-hand and finds an item there. */
async function find(page: Page, item: string): Promise<Locator> {
  await go(page, 'On-hand');
  await page.getByRole('textbox', { name: 'Search on-hand' }).fill(item);
  await expect(page.getByText(`Search: ${item}`)).toBeVisible();
  return page.getByRole('grid', { name: 'On-hand inventory' });
}

/** Does what the page is for by its key; the button for it is in sight, however much was scanned. */
async function post(page: Page, name: 'Receive' | 'Pick' | 'Pack'): Promise<void> {
  await expect(button(page, name)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Control+s');
}

/** What the on-hand grid shows of an item, a row each: warehouse, location, serial number and quantity. */
export async function expectStands(page: Page, item: string, ...rows: readonly string[]): Promise<void> {
  const grid = await find(page, item);
  await expect(grid.locator('[role="row"][row-index]')).toHaveCount(rows.length);
  await expect.poll(() => shownRows(grid)).toEqual(rows);
}

async function shownRows(grid: Locator): Promise<readonly string[]> {
  return grid.locator('[role="row"][row-index]').evaluateAll((found) =>
    found.map((row) =>
      ['warehouse', 'location', 'serialNumber', 'quantity']
        .map((column) => {
          const cell = row.querySelector(`[col-id="${column}"]`);
          const texts = document.createTreeWalker(cell ?? row, NodeFilter.SHOW_TEXT);
          const words: string[] = [];
          // The title of a picture is not what the cell says.
          while (texts.nextNode() !== null)
            if (texts.currentNode.parentElement?.closest('svg') === null)
              words.push(texts.currentNode.textContent ?? '');
          return words.join(' ');
        })
        .join(' '),
    ),
  );
}

/** Receives the only line of an order to a location of its warehouse. */
export async function receive(
  page: Page,
  order: string,
  location: string,
  asked: Asked,
  look: () => Promise<void> = async () => {},
): Promise<void> {
  await go(page, 'Receive');
  await scanInto(page, field(page, 'Order or item'), order);
  // Its only line is taken at once.
  await expect(field(page, 'Quantity')).toBeFocused();
  await page.keyboard.press('Enter');
  await scanInto(page, field(page, 'Location'), location);
  await expect(field(page, 'License plate')).toBeFocused();
  if ((asked.serials ?? []).length > 0) await serialBox(page).focus();
  await answer(page, asked);
  await look();
  await post(page, 'Receive');
  await expect(said(page, /^Received/)).toBeVisible();
}

/** Moves everything of an item to a location; put-away asks no serial. */
export async function putAway(page: Page, item: string, location: string): Promise<void> {
  const grid = await find(page, item);
  const rows = grid.locator('[role="row"][row-index]');
  // The grid may still draw its rows anew, as the search has just been typed.
  await expect(async () => {
    await rows.first().click();
    await page.keyboard.press('Control+a');
    await expect(rows.and(page.locator(':not([aria-selected="true"])'))).toHaveCount(0, { timeout: 2000 });
  }).toPass();
  await button(page, 'Move').click();
  const dialog = page.getByRole('dialog', { name: 'Move' });
  const to = dialog.getByRole('textbox', { name: 'To location' });
  await to.fill(location);
  await expect(dialog.getByRole('textbox', { name: 'Serial number' })).toHaveCount(0);
  await to.press('Enter');
  await expect(said(page, `Moved to ${location}.`)).toBeVisible();
  await expect(dialog).toBeHidden();
}

/** Releases an order, and goes on to Pick as the page leads. */
export async function release(page: Page, order: string, units: number): Promise<void> {
  await go(page, 'Orders');
  await page
    .getByRole('listbox', { name: 'Orders' })
    .getByRole('option', { name: new RegExp(`^${order}`) })
    .click();
  await button(page, 'Release').click();
  await expect(page.getByText(`Released ${order}: ${units}, all that was open.`)).toBeVisible();
  await page.getByRole('toolbar').getByRole('link', { name: 'Pick', exact: true }).click();
}

/** Picks the only step of the order that Pick shows, to STAGE. */
export async function pick(page: Page, order: string, location: string, asked: Asked): Promise<void> {
  await scanInto(page, field(page, 'Confirm location or license plate'), location);
  await expect(said(page, `${location} is confirmed.`)).toBeVisible();
  await scanInto(page, field(page, 'Put to location'), 'STAGE');
  await expect(field(page, 'Put to license plate')).toBeFocused();
  if ((asked.serials ?? []).length > 0) await page.keyboard.press('Enter');
  await answer(page, asked);
  await post(page, 'Pick');
  await expect(said(page, new RegExp(`^Picked .* for ${order}`))).toBeVisible();
  await expect(said(page, 'Everything that is released of this order is picked.')).toBeVisible();
}

/** Goes to an order on Pack: from Pick where its last work was done, or by its number. */
export async function goToPack(page: Page, order: string): Promise<void> {
  await go(page, 'Pack');
  await scanInto(page, field(page, 'Order'), order);
}

/** Packs the only line of the order that Pack shows into a container of its own, and closes it. */
export async function pack(page: Page, item: string, asked: Asked): Promise<void> {
  await scanInto(page, field(page, 'Container number'), 'BOX-1');
  await scanInto(page, field(page, 'Packing location'), 'PACK-1');
  await scanInto(page, field(page, 'Item'), item);
  await expect(field(page, 'Quantity')).toBeFocused();
  if ((asked.serials ?? []).length > 0) await page.keyboard.press('Enter');
  await answer(page, asked);
  await post(page, 'Pack');
  await expect(said(page, /^Packed .* into BOX-1/)).toBeVisible();
  await expect(button(page, 'Close')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Containers' })).toContainText('Closed');
}

/** Confirms the shipment of the order that Pack shows. Nothing is asked there. */
export async function ship(page: Page, done: string): Promise<void> {
  await expect(button(page, 'Confirm shipment')).toBeVisible();
  await expect(serialBox(page)).toHaveCount(0);
  await button(page, 'Confirm shipment').click();
  await expect(said(page, done)).toBeVisible();
}
