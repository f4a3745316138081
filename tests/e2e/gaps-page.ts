import { expect, type Locator, type Page } from '@playwright/test';
import { importFiles } from './import-files.ts';

const GROUPS = `GROUPNAME,SERIALNUMBERCAPTURINGOPERATION,ISSERIALNUMBERACTIVE,ISSERIALNUMBERCONTROLENABLED
Ser,None,Yes,Yes
SerPick,Picking,Yes,Yes
Plain,None,No,No
`;
const ITEMS = `ITEMNUMBER,PRODUCTNAME,TRACKINGDIMENSIONGROUPNAME,INVENTORYUNITSYMBOL
A-100,Camera,Ser,ea
A-200,Drone,SerPick,ea
A-300,Cable,Plain,ea
`;
/** Stock with gaps in two warehouses, as a file. */
export const STOCK = `ITEMNUMBER,WAREHOUSEID,WAREHOUSELOCATIONID,ITEMSERIALNUMBER,ONHANDQUANTITY
A-100,61,BULK-1,,30
A-100,61,BULK-2,,4
A-100,61,BULK-1,CAM-1,1
A-100,61,BULK-1,CAM-2,2
A-100,62,BULK-1,,7
A-200,61,BULK-3,,12
A-200,62,BULK-3,DRO-1,1
A-300,62,BULK-9,,100
`;

/** Imports stock with gaps in two warehouses, and goes to Gaps. */
export async function openGaps(page: Page, stock = STOCK): Promise<void> {
  await importFiles(
    page,
    { name: 'groups.csv', text: GROUPS },
    { name: 'items.csv', text: ITEMS },
    { name: 'on-hand.csv', text: stock },
  );
  await goToGaps(page);
}

/** Goes to Gaps by the navigation, and waits for its figures. */
export async function goToGaps(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Gaps' }).click();
  await expect(tile(page, 'Overdue')).toBeVisible();
}

/** Chooses one warehouse by typing its name. */
export async function chooseWarehouse(page: Page, warehouse: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Warehouse' }).fill(warehouse);
  await expect(page.getByRole('option')).toHaveText([warehouse]);
  await page.keyboard.press('Enter');
}

/** The large figure of a verdict. */
export const tile = (page: Page, verdict: string): Locator =>
  page.getByRole('list', { name: 'Verdicts' }).getByRole('link', { name: new RegExp(`^${verdict} ?\\d`) });

/** A part of the page, by its heading. */
export const board = (page: Page, name: string): Locator => page.getByRole('region', { name });

/** The texts of a table, row by row, once it has a row below its heading. */
export async function cells(table: Locator): Promise<string[][]> {
  const rows = table.getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
  );
}

/** The strip Totals of On-hand. */
export const totals = (page: Page): Locator => page.getByRole('group', { name: 'Totals' });
