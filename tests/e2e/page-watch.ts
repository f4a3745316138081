import type { Page } from '@playwright/test';

/** Collects what a page complains about while a test uses it. */
export interface PageWatch {
  /** Console errors, uncaught errors and CSP violations so far, oldest first, without the expected ones. */
  problems(): readonly string[];
  /** Says that problems which match are what the test is about, e.g. the 409 of a conflict it provokes. */
  expect(pattern: RegExp): void;
}

/** Watches a page from now on; its next navigation reports CSP violations too. */
export async function watchPage(page: Page): Promise<PageWatch> {
  const problems: string[] = [];
  const expected: RegExp[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('crash', () => problems.push('the page crashed'));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (violation) => {
      console.error(
        `CSP violation: ${violation.violatedDirective} ${violation.blockedURI} ${violation.sourceFile}:${violation.lineNumber}`,
      );
    });
  });
  return {
    problems: () => problems.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
    expect: (pattern) => void expected.push(pattern),
  };
}
