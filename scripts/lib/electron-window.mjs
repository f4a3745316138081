// @ts-check
import { hasDisplay, isRoot } from './display.mjs';
import { obtainElectron } from './electron-download.mjs';
import { top } from './paths.mjs';
import { start, watchLines } from './run.mjs';

/** What the Electron host prints once its window can be seen. */
const READY = 'Serial Capture Desk window is ready';
/** How long Electron may take to show a window, and to stop when it is asked to, in milliseconds. */
const patience = { ready: 15_000, stop: 5_000 };

/**
 * Opens the desk in Electron and waits until its window is closed.
 * @param {{ dataFolder?: string, noSandbox: boolean }} options
 * @param {typeof patience} [limits]
 * @returns {Promise<{ ended: import('./run.mjs').Ended } | { sentence: string }>} a sentence says why there is no window
 */
export async function runElectron({ dataFolder, noSandbox }, limits = patience) {
  if (!hasDisplay()) {
    return {
      sentence: 'Electron has no display to open a window on (DISPLAY and WAYLAND_DISPLAY are not set).',
    };
  }
  if (isRoot() && !noSandbox) {
    return {
      sentence: 'Electron does not run as root with its sandbox (use another user, or give --no-sandbox).',
    };
  }
  const obtained = await obtainElectron();
  if ('sentence' in obtained) return obtained;
  const args = [
    ...(noSandbox ? ['--no-sandbox'] : []),
    top,
    ...(dataFolder === undefined ? [] : [`--data=${dataFolder}`]),
  ];
  return watchWindow(obtained.electron, args, limits);
}

/**
 * @param {string} electron
 * @param {readonly string[]} args
 * @param {typeof patience} limits
 * @returns {Promise<{ ended: import('./run.mjs').Ended } | { sentence: string }>}
 */
async function watchWindow(electron, args, limits) {
  const { ELECTRON_RUN_AS_NODE: _plainNode, ...env } = process.env;
  const { child, ended } = start(electron, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  let isReady = false;
  let isLate = false;
  let wasAsked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => (wasAsked = true));
  const timer = setTimeout(() => {
    isLate = true;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), limits.stop).unref();
  }, limits.ready);
  watchLines(child, (line) => {
    if (line.trim() !== READY) return;
    isReady = true;
    clearTimeout(timer);
  });
  const end = await ended;
  clearTimeout(timer);
  if (isLate) return { sentence: `Electron showed no window within ${limits.ready / 1000} seconds.` };
  // Code 0 before the window was ready: another window has this data open and came to the front instead.
  if (isReady || wasAsked || end.code === 0) return { ended: end };
  const how = end.error?.message ?? (end.code === null ? `signal ${end.signal}` : `exit code ${end.code}`);
  return { sentence: `Electron ended before it showed a window (${how}).` };
}
