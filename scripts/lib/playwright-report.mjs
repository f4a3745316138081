// @ts-check
/**
 * What Playwright's JSON report says of one test in one project.
 * @typedef {{ status: string, projectName: string, annotations: readonly { type: string, description?: string }[] }} Test
 * @typedef {{ title: string, specs?: readonly { title: string, tests: readonly Test[] }[], suites?: readonly Suite[] }} Suite
 * @typedef {{ suites: readonly Suite[] }} Report
 */

/**
 * The tests of a report that ended with a status, in order, each with its title.
 * @param {Report} report
 * @param {'expected' | 'unexpected' | 'flaky' | 'skipped'} status
 * @returns {(Test & { title: string })[]}
 */
export function testsOf(report, status) {
  return report.suites.flatMap((suite) => [
    ...(suite.specs ?? []).flatMap(({ title, tests }) =>
      tests.filter((test) => test.status === status).map((test) => ({ ...test, title })),
    ),
    ...testsOf({ suites: suite.suites ?? [] }, status),
  ]);
}
