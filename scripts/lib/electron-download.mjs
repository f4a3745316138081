// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { electronFolder, electronVersion, findElectron } from './electron-binary.mjs';
import { start } from './run.mjs';

/** How long the mirror may take to answer at all, and the download to finish, in milliseconds. */
const patience = { probe: 5_000, download: 5 * 60_000 };

/**
 * Finds Electron's executable, or downloads it with the package's own install.js.
 * @param {string} [folder] the `electron` package
 * @param {{ probe: number, download: number }} [limits]
 * @returns {Promise<{ electron: string } | { sentence: string }>} a sentence says why there is none
 */
export async function obtainElectron(folder = electronFolder, limits = patience) {
  const present = findElectron(process.env, folder);
  if (present !== undefined) return { electron: present };
  const version = electronVersion(folder);
  const missing = `Electron ${version} is not installed`;
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override)
    return { sentence: `${missing}: there is none in ${override} (ELECTRON_OVERRIDE_DIST_PATH).` };

  const mirror = mirrorAddress();
  const problem = isCached(version) ? undefined : await probe(mirror, limits.probe);
  if (problem !== undefined) {
    return { sentence: `${missing} and cannot be downloaded: ${host(mirror)} ${problem}.` };
  }
  console.error(`Downloading Electron ${version} from ${host(mirror)} …`);
  const failure = await install(folder, limits.download);
  const electron = findElectron(process.env, folder);
  if (electron !== undefined) return { electron };
  return { sentence: `${missing} and its download from ${host(mirror)} ${failure ?? 'was not complete'}.` };
}

/**
 * @param {string} folder
 * @param {number} limit in milliseconds
 * @returns {Promise<string | undefined>} how install.js failed
 */
async function install(folder, limit) {
  // Standard output belongs to the start-up line.
  const { child, ended } = start(process.execPath, [join(folder, 'install.js')], { stdio: ['ignore', 2, 2] });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, limit);
  const { code } = await ended;
  clearTimeout(timer);
  if (isLate) return `took longer than ${limit / 1000} seconds`;
  return code === 0 ? undefined : 'failed';
}

/**
 * Asks whether anything answers at all, because the download itself can hang where the network drops what it does not
 * want.
 * @param {string} address
 * @param {number} limit in milliseconds
 * @returns {Promise<string | undefined>} what is wrong
 */
async function probe(address, limit) {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(limit) });
    return undefined;
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return isLate ? `did not answer within ${limit / 1000} seconds` : 'cannot be reached';
  }
}

/** @returns {string} where install.js downloads from; it reads the same variables */
function mirrorAddress() {
  const names = ['npm_config_electron_mirror', 'NPM_CONFIG_ELECTRON_MIRROR', 'ELECTRON_MIRROR'];
  const configured = names.map((name) => process.env[name]).find((value) => value);
  return configured ?? 'https://github.com/electron/electron/releases/download/';
}

/** @param {string} address */
function host(address) {
  return URL.parse(address)?.host ?? address;
}

/**
 * @param {string} version
 * @returns {boolean} whether install.js will find the archive without the network
 */
function isCached(version) {
  const archive = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const folder = process.env['electron_config_cache'] ?? defaultCache();
  if (!existsSync(folder)) return false;
  return readdirSync(folder).some((name) => existsSync(join(folder, name, archive)));
}

/** @returns {string} */
function defaultCache() {
  const home = homedir();
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'electron');
  if (process.platform === 'win32') {
    return join(process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'electron', 'Cache');
  }
  return join(process.env['XDG_CACHE_HOME'] || join(home, '.cache'), 'electron');
}
