// @ts-check
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { exitLike, run } from './run.mjs';

/** The first Node release that the app and its database driver run on. */
const NEEDED = 24;

/**
 * Makes sure that the calling script runs on Node 24 or newer: where the running Node is older, the script is run
 * again with the one that npm has installed beside the other packages, and this process ends as that one does.
 */
export async function onNode24() {
  if (major(process.versions.node) >= NEEDED) return;
  const node = installedNode();
  if (node === undefined) {
    console.error(
      `This needs Node ${NEEDED} or newer and this is Node ${process.versions.node}. Install Node ${NEEDED} (nodejs.org), or run "npm ci" where npm can bring it: Linux and 64-bit Windows.`,
    );
    process.exit(1);
  }
  exitLike(await run(node, process.argv.slice(1), { cwd: process.cwd() }));
}

/** @returns {string | undefined} The Node that npm has installed for this platform. */
function installedNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), program);
  } catch {
    return undefined;
  }
}

/** @param {string} version */
function major(version) {
  return Number(version.split('.')[0]);
}
