// @ts-check
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { top } from './paths.mjs';
import { runTool } from './tools.mjs';

/** One file of each part of the build; the oldest says when the whole was built. */
const products = [
  'out/main/main.js',
  'out/main/serve.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];

/** What the build is made of. */
const sources = ['src-main', 'src-renderer', 'package.json', 'package-lock.json', 'electron.vite.config.ts'];

/**
 * Builds the app into `out/`.
 * @param {import('node:child_process').StdioOptions} [stdio] where its progress goes
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function build(stdio = 'inherit') {
  const { code } = await runTool('electron-vite', ['build'], { stdio });
  return code === 0;
}

/**
 * Whether a part of the build is missing, or older than a source or than the folder a source was taken from.
 * @param {string} [folder] the top of the repository
 */
export function isStale(folder = top) {
  const built = Math.min(...products.map((product) => changed(join(folder, product))));
  return sources.some((source) => newest(join(folder, source)) > built);
}

/** @param {string} file @returns {number} when it last changed; 0 where there is none */
function changed(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** @param {string} file @returns {number} when it, or anything in it, last changed */
function newest(file) {
  if (!statSync(file, { throwIfNoEntry: false })?.isDirectory()) return changed(file);
  const inside = readdirSync(file, { recursive: true, encoding: 'utf8' });
  return Math.max(changed(file), ...inside.map((name) => changed(join(file, name))));
}
