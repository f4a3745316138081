import { expect, type Locator, type Page } from '@playwright/test';
import { bodyRow, importFiles } from './import-files.ts';

/** Imports the small files and goes to Items. */
export async function openItems(page: Page): Promise<Locator> {
  await importFiles(page, 'groups.csv', 'items.csv', 'on-hand.csv');
  await page.getByRole('link', { name: 'Items' }).click();
  const grid = page.getByRole('grid', { name: 'Items' });
  await expect(bodyRow(grid, 0)).toContainText('A-100');
  return grid;
}

/** The form of an item. */
export const drawer = (page: Page, item: string): Locator =>
  page.getByRole('dialog', { name: `Item ${item}` });
