import { resolve } from 'node:path';

/** What the command line asks of the browser host. */
export interface HostArguments {
  /** TCP port; 0 is any free one; absent lets the host choose. */
  readonly port?: number;
  /** Absolute path of the data folder; absent is the user's own. */
  readonly dataFolder?: string;
  /** Whether `--browser` was given. The browser host itself needs no telling. */
  readonly browser: boolean;
  /** Whether `--no-sandbox` was given, for Electron. */
  readonly noSandbox: boolean;
}

/** The arguments, or one line for the user that names what is wrong. */
export type ParsedArguments =
  { readonly ok: true; readonly value: HostArguments } | { readonly ok: false; readonly sentence: string };

/**
 * Reads a command line; `--port 0` and `--port=0` are the same, a flag given twice counts as its last.
 * A relative data folder is taken from `workingFolder`.
 */
export function parseArguments(
  argv: readonly string[],
  workingFolder: string = process.cwd(),
): ParsedArguments {
  let value: HostArguments = { browser: false, noSandbox: false };
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [flag = '', ...joined] = argument.split('=');
    const inline = joined.length > 0 ? joined.join('=') : undefined;
    if (flag === '--browser' && inline === undefined) value = { ...value, browser: true };
    else if (flag === '--no-sandbox' && inline === undefined) value = { ...value, noSandbox: true };
    else if (flag === '--port') {
      const port = readPort(inline ?? rest.shift());
      if (port === undefined) return refuse('--port needs a number from 0 to 65535.');
      value = { ...value, port };
    } else if (flag === '--data') {
      const folder = inline ?? rest.shift();
      if (folder === undefined || folder.trim() === '' || folder.startsWith('--')) {
        return refuse('--data needs a folder.');
      }
      value = { ...value, dataFolder: resolve(workingFolder, folder) };
    } else {
      return refuse(
        `Unknown flag ${oneLine(argument)}. Known are --browser, --port, --data and --no-sandbox.`,
      );
    }
  }
  return { ok: true, value };
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port <= 65_535 ? port : undefined;
}

function oneLine(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function refuse(sentence: string): ParsedArguments {
  return { ok: false, sentence };
}
