import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { axe, darkMode } from './accessibility.ts';
import { startBrowserDesk } from './browser-desk.ts';
import { startElectronDesk } from './electron-desk.ts';
import { watchPage, type PageWatch } from './page-watch.ts';

export { axe, darkMode, expect };

/** Which host serves the desk; each project has its own. */
export interface HostOption {
  host: 'browser' | 'electron';
}

/** What a test gets. Every test has a desk and data of its own. */
export interface Desk {
  /** The desk's data folder, empty at first. */
  dataFolder: string;
  /** What the page complains about. A test that provokes an error says so with `watch.expect`. */
  watch: PageWatch;
  /** Goes to a path of the desk, e.g. `/on-hand`, and waits until its first call has answered. */
  open: (path: string) => Promise<void>;
}

/**
 * The test of this repository: `page` is the desk, open and ready. After the test it must be free of console errors,
 * uncaught errors, CSP violations and accessibility violations.
 */
export const test = base.extend<Desk & HostOption & { opened: Opened }>({
  host: ['browser', { option: true }],

  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'desk-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  opened: async ({ host, dataFolder, context }, use, info) => {
    const opened =
      host === 'electron' ? await openElectron(dataFolder) : await openBrowser(dataFolder, context);
    const { page, watch, stop } = opened;
    try {
      await ready(page);
      await use(opened);
      // Only what a passing test left behind is news; a failed one has said what is wrong.
      if (info.status === info.expectedStatus && !page.isClosed()) await axe(page);
    } finally {
      await info.attach('problems of the page', { body: watch.problems().join('\n') });
      await stop();
    }
    expect(watch.problems(), 'console errors, uncaught errors and CSP violations').toEqual([]);
  },

  page: async ({ opened }, use) => use(opened.page),
  watch: async ({ opened }, use) => use(opened.watch),
  open: async ({ page }, use) => {
    await use(async (path) => {
      await page.goto(new URL(path, page.url()).href);
      await ready(page);
    });
  },
});

/** Waits until the page's first call has answered. */
export async function ready(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
}

interface Opened {
  readonly page: Page;
  readonly watch: PageWatch;
  stop(): Promise<void>;
}

async function openBrowser(dataFolder: string, context: BrowserContext): Promise<Opened> {
  const page = await context.newPage();
  const watch = await watchPage(page);
  const desk = await startBrowserDesk(dataFolder);
  await page.goto(desk.link);
  return {
    page,
    watch,
    async stop() {
      // A page that still polls would complain about the desk that is gone.
      await page.close();
      await desk.stop();
    },
  };
}

async function openElectron(dataFolder: string): Promise<Opened> {
  const desk = await startElectronDesk(dataFolder);
  const page = await desk.firstWindow();
  const watch = await watchPage(page);
  // The window was there before the watch; loaded again, it is seen from the start.
  await page.reload();
  return { page, watch, stop: () => desk.close() };
}
