// @ts-check
import { testsOf } from './playwright-report.mjs';

/**
 * One line for each test that Playwright saw fail and then pass. It counts as passed, but it is not in order.
 * @param {import('./playwright-report.mjs').Report} report
 * @returns {string[]}
 */
export function passedAtSecondTry(report) {
  return testsOf(report, 'flaky').map(({ projectName, title }) => `${projectName}: ${title}`);
}
