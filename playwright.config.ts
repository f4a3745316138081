import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/lib/browser.mjs';
import { isRoot } from './scripts/lib/display.mjs';
import { findElectron } from './scripts/lib/electron-binary.mjs';
import type { HostOption } from './tests/e2e/fixtures.ts';

// Found once and handed to the workers, which read this file too.
const chromium = (process.env['CHROMIUM_PATH'] ??= findBrowser() ?? '');

/** Without Electron's binary its project runs one test, which says why all the others are missing. */
const electronTests = findElectron() === undefined ? 'electron-host.spec.ts' : '**/*.spec.ts';

/** The pages in a real browser, written once, against both hosts. */
export default defineConfig<HostOption>({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: true,
  // A test that passes at its second try only is named in the closing lines of the test run.
  retries: 1,
  workers: 2,
  // Generous: a test that passes never waits for them, and a busy machine is slow.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    // A trace slows every test down; `npx playwright test --trace on` records one when it is wanted.
    screenshot: 'only-on-failure',
    // What fades in and out is waited for in every test; a test that is about motion asks for it.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(chromium === '' ? {} : { executablePath: chromium }),
      args: [
        ...(isRoot() ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        // Chromium keeps hidden pages ready for its address bar, in every window of every test.
        '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
        '--disable-gpu',
        '--disable-quic',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'browser', testIgnore: 'electron-host.spec.ts', use: { host: 'browser' } },
    { name: 'electron', testMatch: electronTests, use: { host: 'electron' } },
  ],
});
