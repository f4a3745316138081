// @ts-check
import { testsOf } from './playwright-report.mjs';

/**
 * One line for each test that Playwright skipped, with the reason it gave.
 * @param {import('./playwright-report.mjs').Report} report
 * @returns {string[]}
 */
export function skippedInPlaywright(report) {
  return testsOf(report, 'skipped').map(({ projectName, title, annotations }) => {
    const reason = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given';
    return `${projectName}: ${title} (${reason})`;
  });
}

/**
 * One line for each test that Vitest skipped.
 * @param {{ testResults: readonly { assertionResults: readonly { status: string, fullName: string }[] }[] }} report
 * @returns {string[]}
 */
export function skippedInVitest(report) {
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => ['pending', 'skipped', 'todo', 'disabled'].includes(status))
    .map(({ fullName }) => fullName);
}
