// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { path } from './paths.mjs';

/** Where the executable stands in Electron's archive, by platform. */
const executables = /** @type {Record<string, string>} */ ({
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
  win32: 'electron.exe',
});

/** The folder of the `electron` package. */
export const electronFolder = path('node_modules/electron');

/** @returns {string} The version of the `electron` package. */
export function electronVersion(folder = electronFolder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

/**
 * Looks for Electron's executable the way the package's own install.js does, without loading the package: that would
 * download it.
 * @param {Record<string, string | undefined>} [environment]
 * @param {string} [folder] the `electron` package
 * @param {string} [platform]
 * @returns {string | undefined}
 */
export function findElectron(
  environment = process.env,
  folder = electronFolder,
  platform = process.platform,
) {
  const executable = executables[platform] ?? 'electron';
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return existing(join(override, executable));
  const isWhole =
    read(join(folder, 'dist', 'version'))
      ?.trim()
      .replace(/^v/, '') === electronVersion(folder) && read(join(folder, 'path.txt')) === executable;
  return isWhole ? existing(join(folder, 'dist', executable)) : undefined;
}

/** @param {string} file */
function existing(file) {
  return existsSync(file) ? file : undefined;
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
