// @ts-check
import { spawn } from 'node:child_process';

/** @returns {boolean} Whether windows can be shown. Only Linux runs without a display as a matter of course. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** @returns {boolean} Whether this is root on Linux, as whom Chromium refuses to run with its sandbox. */
export function isRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/**
 * Opens an address in the system's browser. Where that fails, the address is on the screen anyway.
 * @param {string} address
 */
export function openBrowser(address) {
  const commands = /** @type {Record<string, [string, ...string[]]>} */ ({
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '""', address],
  });
  const [command, ...args] = commands[process.platform] ?? ['xdg-open', address];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
