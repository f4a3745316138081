import { expect, type Locator, type Page } from '@playwright/test';
import type { GroupInput } from '../../src-main/domain/tracking-dimension-group.ts';
import { defaultTrackingSettings, type TrackingSettings } from '../../src-main/domain/tracking-settings.ts';

/** The address of the page. */
export const GROUPS = '/tracking-dimension-groups';

/** The page Tracking dimension groups, by the names that users see. */
export function groupsPage(page: Page) {
  const list = page.getByRole('listbox', { name: 'Tracking dimension groups' });
  const toolbar = page.getByRole('toolbar');
  const capture = page.getByRole('combobox', { name: 'Capture serial number' });
  return {
    list,
    toolbar,
    capture,
    filter: page.getByRole('searchbox', { name: 'Filter groups' }),
    name: page.getByRole('textbox', { name: 'Name' }),
    description: page.getByRole('textbox', { name: 'Description' }),
    /** An option of the list, by the group's name. */
    group: (name: string): Locator => list.getByRole('option', { name: new RegExp(`^${name} `) }),
    /** A checkbox, by its whole name. */
    box: (name: string): Locator => page.getByRole('checkbox', { name, exact: true }),
    /** A button of the action bar. */
    action: (name: string): Locator => toolbar.getByRole('button', { name }),
    /** Chooses a capture setting. */
    async choose(setting: 'None' | 'Picking' | 'Packing'): Promise<void> {
      await capture.click();
      const option = page.getByRole('option', { name: setting, exact: true });
      await option.click();
      await expect(capture).toHaveText(setting);
      // Until the menu has closed it lies over the page, and the mouse meets it instead of what is below.
      await expect(option).toBeHidden();
    },
    /** Saves, and waits until the page has said so. */
    async save(name: string): Promise<void> {
      await toolbar.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('status').filter({ hasText: `Saved ${name}.` })).toBeVisible();
      await expect(page.getByText('Not saved')).toBeHidden();
    },
  };
}

/** Settings like the defaults, but for what is given. */
export function settingsWith(
  serialNumber: Partial<TrackingSettings['serialNumber']>,
  rest: Partial<Omit<TrackingSettings, 'serialNumber'>> = {},
): TrackingSettings {
  return {
    ...defaultTrackingSettings,
    ...rest,
    serialNumber: { ...defaultTrackingSettings.serialNumber, ...serialNumber },
  };
}

const late = { active: true, blankReceiptAllowed: true, blankIssueAllowed: true };

/** Groups as a warehouse has them. */
export const usualGroups: readonly GroupInput[] = [
  { name: 'None', description: 'No tracking', settings: defaultTrackingSettings },
  { name: 'Ser', description: 'Serial from receiving', settings: settingsWith({ active: true }) },
  {
    name: 'SerPick',
    description: 'Serial at picking',
    settings: settingsWith(late, { captureSerialNumber: 'Picking' }),
  },
  {
    name: 'SerPack',
    description: 'Serial at packing',
    settings: settingsWith(late, { captureSerialNumber: 'Packing' }),
  },
  {
    name: 'Sales',
    description: 'Only in the sales process',
    settings: settingsWith({ activeInSalesProcess: true }, { serialNumberControl: true }),
  },
];

/** Stores groups through the API, as another window would. */
export async function storeGroups(page: Page, groups: readonly GroupInput[]): Promise<void> {
  for (const group of groups) await callApi(page, 'groups.save', group);
}

/** Calls a mutation of the API from inside the page. */
export async function callApi(page: Page, procedure: string, input: unknown): Promise<void> {
  const status = await page.evaluate(
    async ([path, body]) => {
      const headers = { 'Content-Type': 'application/json' };
      return (await fetch(`/api/trpc/${path}`, { method: 'POST', headers, body })).status;
    },
    [procedure, JSON.stringify(input)] as const,
  );
  expect(status, `${procedure} of the API`).toBe(200);
}

/** Imports files through the page Import and export. */
export async function importFiles(
  page: Page,
  files: readonly { readonly name: string; readonly lines: readonly string[] }[],
): Promise<void> {
  await page.getByRole('link', { name: 'Import and export' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (
    await choosing
  ).setFiles(
    files.map(({ name, lines }) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\r\n')),
    })),
  );
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('The import is done')).toBeVisible();
}
