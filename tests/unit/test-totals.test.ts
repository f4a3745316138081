import { describe, expect, test } from 'vitest';
import { passedAtSecondTry } from '../../scripts/lib/second-try.mjs';
import { skippedInPlaywright, skippedInVitest } from '../../scripts/lib/skipped.mjs';
import { inWords, ofPlaywright, ofRunner, ofStep, ofVitest, sum } from '../../scripts/lib/totals.mjs';

const vitest = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: 'failed', assertionResults: [{ status: 'failed', fullName: 'a' }] },
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{ status: 'pending', fullName: 'b later' }] },
  ],
};

describe('the totals of a test run', () => {
  test('a file that Vitest could not load counts as failed', () => {
    expect(ofVitest(vitest)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  test('a test that passed at the second try has passed, and is named', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 4 };
    expect(ofPlaywright({ stats })).toEqual({ passed: 9, failed: 1, skipped: 4 });

    const one = (status: string) => ({ status, projectName: 'browser', annotations: [] });
    const steady = { title: 'steady', tests: [one('expected')] };
    const shaky = { title: 'shaky', tests: [one('expected'), one('flaky')] };
    const broken = { title: 'broken', tests: [one('unexpected')] };
    const inner = { title: 'inner', specs: [broken, shaky] };
    const suites = [{ title: 'file', specs: [steady, { ...shaky, title: 'also shaky' }], suites: [inner] }];
    expect(passedAtSecondTry({ suites })).toEqual(['browser: also shaky', 'browser: shaky']);
  });

  test.each([
    [{ passed: 3, failed: 0, skipped: 1 }, true, 0],
    [{ passed: 3, failed: 2, skipped: 0 }, false, 2],
    [{ passed: 3, failed: 0, skipped: 0 }, false, 1],
    [{ passed: 0, failed: 0, skipped: 9 }, true, 1],
    [undefined, true, 1],
    [undefined, false, 1],
  ])('a runner that reports %j and exits well: %j has %i failed', (reported, ok, failed) => {
    expect(ofRunner(reported, ok).failed).toBe(failed);
  });

  test('steps and runners add up to one line', () => {
    const all = sum([ofStep(true), ofStep(false), { passed: 10, failed: 0, skipped: 2 }]);
    expect(inWords(all)).toBe('11 passed, 1 failed, 2 skipped');
  });

  test('what was skipped is named', () => {
    expect(skippedInVitest(vitest)).toEqual(['b later']);
    const skip = {
      status: 'skipped',
      projectName: 'electron',
      annotations: [{ type: 'skip', description: 'no binary' }],
    };
    const ran = { status: 'expected', projectName: 'browser', annotations: [] };
    const inner = { title: 'inner', specs: [{ title: 'opens', tests: [ran, skip] }] };
    expect(skippedInPlaywright({ suites: [{ title: 'file', suites: [inner] }] })).toEqual([
      'electron: opens (no binary)',
    ]);
  });
});
