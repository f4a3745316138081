// @ts-check
/**
 * One line for each test that Playwright skipped, with the reason it gave.
 * @typedef {{ title: string, specs?: readonly { title: string, tests: readonly { status: string, projectName: string,
 *   annotations: readonly { type: string, description?: string }[] }[] }[], suites?: readonly Suite[] }} Suite
 * @param {{ suites: readonly Suite[] }} report
 * @returns {string[]}
 */
export function skippedInPlaywright(report) {
  return report.suites.flatMap(skippedInSuite);
}

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function skippedInSuite(suite) {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ projectName, annotations }) => {
        const reason = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given';
        return `${projectName}: ${title} (${reason})`;
      }),
  );
  return [...own, ...(suite.suites ?? []).flatMap(skippedInSuite)];
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
