// @ts-check
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { top } from './paths.mjs';

/** What a terminal or npm sends to make a program stop. */
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** How long the output of a program that has ended may still be on its way, in milliseconds. */
const OUTPUT_TIME = 500;

/**
 * How a program ended.
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, error?: Error }} Ended
 */

/**
 * Starts a program in the top folder that receives every stop signal this process receives.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {{ child: import('node:child_process').ChildProcess, ended: Promise<Ended> }}
 */
export function start(command, args, options = {}) {
  const child = spawn(command, [...args], { cwd: top, stdio: 'inherit', ...options });
  const forward = signals.map((signal) => /** @type {const} */ ([signal, () => void child.kill(signal)]));
  for (const [signal, listener] of forward) process.on(signal, listener);
  const ended = new Promise((/** @type {(ended: Ended) => void} */ resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error }));
    /** @type {NodeJS.Timeout | undefined} */
    let outputLimit;
    child.once('exit', (code, signal) => {
      // What it leaves running may hold its output open for ever; what it said itself arrives at once.
      outputLimit = setTimeout(() => resolve({ code, signal }), OUTPUT_TIME);
    });
    child.once('close', (code, signal) => {
      clearTimeout(outputLimit);
      resolve({ code, signal });
    });
  }).finally(() => {
    for (const [signal, listener] of forward) process.off(signal, listener);
  });
  return { child, ended };
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<Ended>}
 */
export const run = (command, args, options) => start(command, args, options).ended;

/**
 * Calls back with each line that a program writes to its piped standard output, which is passed on as it is.
 * @param {import('node:child_process').ChildProcess} child
 * @param {(line: string) => void} onLine
 */
export function watchLines(child, onLine) {
  if (child.stdout === null) throw new Error('The standard output is not piped.');
  child.stdout.pipe(process.stdout, { end: false });
  createInterface({ input: child.stdout }).on('line', onLine);
}

/**
 * Ends this process the way a program it ran for has ended.
 * @param {Ended} ended
 * @returns {never}
 */
export function exitLike({ code, signal, error }) {
  if (error !== undefined) console.error(error.message);
  // 128 and the signal's number is what a shell reports.
  const numbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
  const bySignal = signal === null ? 1 : 128 + (numbers[/** @type {keyof typeof numbers} */ (signal)] ?? 0);
  process.exit(code ?? bySignal);
}
