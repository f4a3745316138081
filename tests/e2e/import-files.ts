import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

/** A file that a test makes up. */
export interface MadeUpFile {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** Path of one of the small files of tests/fixtures/files. */
export function fixtureFile(name: string): string {
  return join(import.meta.dirname, '../fixtures/files', name);
}

/** Chooses files on Import and export as a user does, all at once. */
export async function chooseFiles(page: Page, ...files: readonly (string | MadeUpFile)[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  const chooser = await choosing;
  const made = files.filter((file) => typeof file !== 'string');
  if (made.length === 0) {
    await chooser.setFiles(files.filter((file) => typeof file === 'string').map(fixtureFile));
    return;
  }
  await chooser.setFiles(
    made.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })),
  );
}

/** Goes to Import and export and chooses files there. */
export async function previewFiles(page: Page, ...files: readonly (string | MadeUpFile)[]): Promise<void> {
  await page.getByRole('link', { name: 'Import and export' }).click();
  await chooseFiles(page, ...files);
  await expect(page.getByRole('button', { name: 'Apply' })).toBeVisible();
}

/** Imports files and waits until it is done. */
export async function importFiles(page: Page, ...files: readonly (string | MadeUpFile)[]): Promise<void> {
  await previewFiles(page, ...files);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('The import is done')).toBeVisible();
}

/** Imports the small groups, items and on-hand, and goes to On-hand. */
export async function openStockedDesk(page: Page): Promise<Locator> {
  await importFiles(page, 'groups.csv', 'items.csv', 'on-hand.csv');
  await page.getByRole('link', { name: 'Show on-hand' }).click();
  const grid = page.getByRole('grid', { name: 'On-hand inventory' });
  await expect(bodyRow(grid, 0)).toContainText('A-100');
  return grid;
}

/** A row of a grid's body, counted from 0. */
export function bodyRow(grid: Locator, index: number): Locator {
  return grid.locator(`[role="row"][row-index="${index}"]`);
}

/** The cell of a column in a row of a grid's body. */
export function bodyCell(grid: Locator, index: number, column: string): Locator {
  return bodyRow(grid, index).locator(`[role="gridcell"][col-id="${column}"]`);
}

/** A labelled figure within a strip or a card, e.g. `New` in a preview. */
export function figure(within: Locator, label: string): Locator {
  return within
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::dd[1]');
}

/** The part of a preview that is about one file. */
export function previewOf(page: Page, fileName: string): Locator {
  return page.getByRole('region', { name: fileName });
}
