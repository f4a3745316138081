// @ts-check
/**
 * What came of some tests.
 * @typedef {{ passed: number, failed: number, skipped: number }} Totals
 */

/** @type {Totals} */
const none = { passed: 0, failed: 0, skipped: 0 };

/**
 * A step that is a test by itself, e.g. the type check.
 * @param {boolean} ok
 * @returns {Totals}
 */
export const ofStep = (ok) => ({ ...none, [ok ? 'passed' : 'failed']: 1 });

/**
 * Reads Vitest's JSON report. A file that could not be loaded has no tests and counts as one that failed.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly { status: string, assertionResults: readonly unknown[] }[] }} report
 * @returns {Totals}
 */
export function ofVitest(report) {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Reads Playwright's JSON report. A test that passed at the second try only has passed; `passedAtSecondTry` names it.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 * @returns {Totals}
 */
export const ofPlaywright = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
});

/**
 * What a runner's report says, checked against how the runner ended: one that failed without a failed test, that
 * wrote no report or that ran nothing has failed once.
 * @param {Totals | undefined} reported
 * @param {boolean} ok whether the runner's exit code was 0
 * @returns {Totals}
 */
export function ofRunner(reported, ok) {
  const totals = reported ?? none;
  const isHonest = ok ? totals.passed > 0 || totals.failed > 0 : totals.failed > 0;
  return isHonest ? totals : { ...totals, failed: totals.failed + 1 };
}

/**
 * @param {readonly Totals[]} all
 * @returns {Totals}
 */
export function sum(all) {
  return all.reduce(
    (left, right) => ({
      passed: left.passed + right.passed,
      failed: left.failed + right.failed,
      skipped: left.skipped + right.skipped,
    }),
    none,
  );
}

/** @param {Totals} totals */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
