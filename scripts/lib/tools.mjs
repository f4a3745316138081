// @ts-check
import { run } from './run.mjs';
import { path } from './paths.mjs';

/** The command-line tools by the files that npm has installed: no shell, no PATH, the same Node for all of them. */
const files = {
  'electron-vite': 'electron-vite/bin/electron-vite.js',
  oxlint: 'oxlint/bin/oxlint',
  playwright: '@playwright/test/cli.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
};

/**
 * Runs a tool on this process's Node.
 * @param {keyof typeof files} tool
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export const runTool = (tool, args, options) =>
  run(process.execPath, [path('node_modules', files[tool]), ...args], options);
