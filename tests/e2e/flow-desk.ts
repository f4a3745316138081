import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { importFiles } from './import-files.ts';

const GROUPS = `GROUPNAME,SERIALNUMBERCAPTURINGOPERATION,ISSERIALNUMBERACTIVE,ISSERIALNUMBERCONTROLENABLED,ISSERIALNUMBERENABLEDFORSALESPROCESS
Ser,None,Yes,Yes,No
SerPick,Picking,Yes,Yes,No
SerPack,Packing,Yes,Yes,No
SerSales,Picking,No,Yes,Yes
`;
const ITEMS = `ITEMNUMBER,PRODUCTNAME,TRACKINGDIMENSIONGROUPNAME,INVENTORYUNITSYMBOL
A-100,Camera,Ser,ea
A-200,Drone,SerPick,ea
A-300,Printer,SerPack,ea
A-400,Antenna,SerSales,ea
`;
const STOCK = `ITEMNUMBER,WAREHOUSEID,WAREHOUSELOCATIONID,LICENSEPLATENUMBER,ITEMSERIALNUMBER,ONHANDQUANTITY
A-100,61,BULK-1,LP-1,CAM-1,1
A-100,61,BULK-1,LP-1,CAM-2,1
A-100,61,BULK-1,LP-1,CAM-3,1
A-100,61,BULK-9,,,2
A-200,61,BULK-2,,,12
A-200,61,FAR-1,,DRO-9,1
A-300,61,BULK-3,,,5
A-400,61,BULK-4,,,4
`;

/** Imports an item of each policy, with stock at warehouse 61. */
export async function stockFlow(page: Page): Promise<void> {
  await importFiles(
    page,
    { name: 'groups.csv', text: GROUPS },
    { name: 'items.csv', text: ITEMS },
    { name: 'on-hand.csv', text: STOCK },
  );
}

/** Sends a change to the API as the page would. */
export async function send<Answer>(page: Page, procedure: string, input: unknown): Promise<Answer> {
  const data = await page.evaluate(
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
  return data as Answer;
}

/** Asks the API as the page would. */
export async function ask<Answer>(page: Page, procedure: string, input: unknown): Promise<Answer> {
  const data = await page.evaluate(
    async ([name, body]) => {
      const answer = await fetch(`/api/trpc/${name}?input=${encodeURIComponent(body)}`);
      if (!answer.ok) throw new Error(await answer.text());
      return ((await answer.json()) as { result: { data: unknown } }).result.data;
    },
    [procedure, JSON.stringify(input)] as const,
  );
  return data as Answer;
}

/** Makes a sales order of some lines and releases it. Returns its id. */
export async function releaseSales(
  page: Page,
  number: string,
  ...lines: readonly (readonly [itemNumber: string, units: number])[]
): Promise<number> {
  const { id } = await send<{ id: number }>(page, 'orders.save', {
    order: {
      kind: 'Sales',
      number,
      name: 'Contoso',
      lines: lines.map(([itemNumber, units]) => ({
        itemNumber,
        quantity: units * 1000,
        unit: '',
        site: '',
        warehouse: '61',
        toSite: '',
        toWarehouse: '',
      })),
    },
  });
  await send(page, 'orders.release', { id });
  return id;
}

/** A text box by its whole name. */
export const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });

/** Types a text as a scanner does, with Enter behind it, once the box has the focus. */
export async function scanInto(page: Page, box: Locator, text: string): Promise<void> {
  await expect(box).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}
