// @ts-check
import { onNode24 } from './lib/node24.mjs';

await onNode24();

const { existsSync, readFileSync, rmSync } = await import('node:fs');
const { obtainBrowser } = await import('./lib/browser.mjs');
const { build } = await import('./lib/build.mjs');
const { runChecks } = await import('./lib/checks.mjs');
const { path } = await import('./lib/paths.mjs');
const { passedAtSecondTry } = await import('./lib/second-try.mjs');
const { skippedInPlaywright, skippedInVitest } = await import('./lib/skipped.mjs');
const { runTool } = await import('./lib/tools.mjs');
const totals = await import('./lib/totals.mjs');

const browser = await obtainBrowser();
if ('sentence' in browser) {
  console.error(browser.sentence);
  console.log(`tests: ${totals.inWords(totals.ofStep(false))}`);
  process.exit(1);
}
process.env['CHROMIUM_PATH'] = browser.browser;

/** @type {{ name: string, totals: import('./lib/totals.mjs').Totals, skipped: string[], secondTry?: string[] }[]} */
const steps = [];

for (const { name, ok } of await runChecks()) steps.push({ name, totals: totals.ofStep(ok), skipped: [] });

const unitReport = path('test-results/vitest.json');
rmSync(unitReport, { force: true });
const unit = await runTool('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
const unitResult = readReport(unitReport);
steps.push({
  name: 'unit and API tests',
  totals: totals.ofRunner(unitResult && totals.ofVitest(unitResult), unit.code === 0),
  skipped: unitResult ? skippedInVitest(unitResult) : [],
});

const isBuilt = await build();
steps.push({ name: 'build', totals: totals.ofStep(isBuilt), skipped: [] });

if (isBuilt) {
  const pageReport = path('test-results/playwright.json');
  rmSync(pageReport, { force: true });
  const pages = await runTool('playwright', ['test']);
  const pageResult = readReport(pageReport);
  steps.push({
    name: 'end-to-end tests',
    totals: totals.ofRunner(pageResult && totals.ofPlaywright(pageResult), pages.code === 0),
    skipped: pageResult ? skippedInPlaywright(pageResult) : [],
    secondTry: pageResult ? passedAtSecondTry(pageResult) : [],
  });
} else {
  console.error('The end-to-end tests did not run: there is no build to run them on.');
}

console.log();
for (const step of steps) {
  console.log(`${step.name}: ${totals.inWords(step.totals)}`);
  for (const line of step.skipped) console.log(`  skipped: ${line}`);
  for (const line of step.secondTry ?? []) console.log(`  passed at the second try: ${line}`);
}
const all = totals.sum(steps.map((step) => step.totals));
console.log(`tests: ${totals.inWords(all)}`);
process.exitCode = all.failed > 0 || all.passed === 0 ? 1 : 0;

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
