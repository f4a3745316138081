// @ts-check
import { onNode24 } from './lib/node24.mjs';

await onNode24();

const { mkdtemp, rm } = await import('node:fs/promises');
const { tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { chromium } = await import('@playwright/test');
const { findBrowser } = await import('./lib/browser.mjs');
const { build } = await import('./lib/build.mjs');
const { isRoot } = await import('./lib/display.mjs');
const { path } = await import('./lib/paths.mjs');
const { startBrowserDesk } = await import('../tests/e2e/browser-desk.ts');

// Takes the README's pictures anew: the real app with the sample files, in a data folder of its own.
const executablePath = findBrowser();
if (executablePath === undefined) {
  console.error('The screenshots need Chromium or Chrome, and there is none.');
  process.exit(1);
}
if (!(await build())) process.exit(1);

const folder = await mkdtemp(join(tmpdir(), 'desk-screenshots-'));
const desk = await startBrowserDesk(folder);
const browser = await chromium.launch({
  executablePath,
  args: ['--disable-background-networking', ...(isRoot() ? ['--no-sandbox'] : [])],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(desk.link);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });

  await page.getByRole('link', { name: 'Import and export' }).click();
  const samples = ['tracking-dimension-groups.csv', 'released-products.csv', 'warehouse-on-hand.csv'];
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(samples.map((name) => path('assets', 'samples', name)));
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('Applied').first().waitFor();

  await page.getByRole('navigation').getByRole('link', { name: 'On-hand' }).click();
  await page.getByText('Blank', { exact: true }).nth(1).waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path('assets', 'screenshot-on-hand.png') });

  await page.getByRole('navigation').getByRole('link', { name: 'Tracking dimension groups' }).click();
  await page.getByRole('option', { name: /^SnPick/ }).click();
  await page.getByRole('img', { name: 'Serial number is asked at picking' }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path('assets', 'screenshot-groups.png') });
} finally {
  await browser.close();
  await desk.stop();
  await rm(folder, { recursive: true, force: true });
}
