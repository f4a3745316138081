// Draws assets/icon.svg into every picture that the packages need: assets/icons/*.png (Linux), icon.png, icon.ico
// (Windows) and icon.icns (macOS). Run it after the drawing has changed: node scripts/icons.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { onNode24 } from './lib/node24.mjs';

await onNode24();

const { chromium } = await import('@playwright/test');
const { obtainBrowser } = await import('./lib/browser.mjs');
const { isRoot } = await import('./lib/display.mjs');
const { icns, ico } = await import('./lib/icon-files.mjs');
const { path } = await import('./lib/paths.mjs');

const linux = [16, 24, 32, 48, 64, 128, 256, 512];
const windows = [16, 24, 32, 48, 64, 128, 256];
/** Types of the icns container and the side of the PNG each holds, in pixels. */
const macos = Object.entries({
  icp4: 16,
  ic11: 32,
  icp5: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
});

const obtained = await obtainBrowser();
if ('sentence' in obtained) {
  console.error(obtained.sentence);
  process.exit(1);
}
const browser = await chromium.launch({
  executablePath: obtained.browser,
  args: ['--disable-background-networking', ...(isRoot() ? ['--no-sandbox'] : [])],
});
const page = await browser.newPage();
const drawing = `data:image/svg+xml;base64,${readFileSync(path('assets/icon.svg'), 'base64')}`;

mkdirSync(path('assets/icons'), { recursive: true });
for (const side of linux) writeFileSync(path(`assets/icons/${side}x${side}.png`), await draw(side));
writeFileSync(path('assets/icon.png'), await draw(512));
writeFileSync(
  path('assets/icon.ico'),
  ico(await each(windows, async (side) => ({ side, png: await draw(side) }))),
);
writeFileSync(
  path('assets/icon.icns'),
  icns(await each(macos, async ([type, side]) => ({ type, png: await draw(side) }))),
);
await browser.close();
console.log('The icons stand in assets/.');

/**
 * Rasterises the drawing at one size, so that its edges fall on whole pixels.
 * @param {number} side in pixels
 */
async function draw(side) {
  await page.setViewportSize({ width: side, height: side });
  await page.setContent(
    `<body style="margin:0"><img style="display:block" width="${side}" height="${side}" src="${drawing}">`,
  );
  return page.screenshot({ omitBackground: true });
}

/**
 * One after the other: there is one page to draw on.
 * @template Item, Result
 * @param {readonly Item[]} items
 * @param {(item: Item) => Promise<Result>} work
 */
async function each(items, work) {
  /** @type {Result[]} */
  const results = [];
  for (const item of items) results.push(await work(item));
  return results;
}
