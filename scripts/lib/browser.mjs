// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { isRoot } from './display.mjs';
import { run } from './run.mjs';

/** Names under which systems install Chromium or Chrome. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * Finds a Chromium for the end-to-end tests: CHROMIUM_PATH, then the PATH, then Playwright's own.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted) return wanted;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const own = chromium.executablePath();
  return candidates.find((file) => existsSync(file) && works(file)) ?? (existsSync(own) ? own : undefined);
}

/**
 * Finds a Chromium, or installs Debian's where that is allowed.
 * @returns {Promise<{ browser: string } | { sentence: string }>} a sentence says which command brings one
 */
export async function obtainBrowser() {
  const present = findBrowser();
  if (present !== undefined) return { browser: present };
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (hasApt && isRoot()) {
    console.error('There is no Chromium for the end-to-end tests; installing Debian’s …');
    /** @type {import('node:child_process').SpawnOptions} */
    const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update'], options);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
    const installed = findBrowser();
    if (installed !== undefined) return { browser: installed };
  }
  const command =
    hasApt && !isRoot()
      ? 'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium'
      : 'npx playwright install chromium';
  return { sentence: `The end-to-end tests need Chromium or Chrome and there is none. Run: ${command}` };
}

/**
 * Whether a file is a browser that starts: some systems put a script there that only says how to install one.
 * @param {string} file
 */
function works(file) {
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
