import { resolve } from 'node:path';
import { MOST_ROWS } from './stock-rows.ts';

/** Fewest rows of a run: below that there is nothing to page through. */
const FEWEST_ROWS = 1000;

/** What the command line asks of a benchmark run. */
export interface BenchArguments {
  /** Rows of the on-hand file. */
  readonly rows: number;
  /** Absolute path of a folder that gets the files and the data and keeps them; absent means a temporary one. */
  readonly keep?: string;
  /** Every figure once, where a run otherwise repeats and takes the median. */
  readonly quick: boolean;
}

/** The arguments, or one line for the user that names what is wrong. */
export type ParsedArguments =
  { readonly ok: true; readonly value: BenchArguments } | { readonly ok: false; readonly sentence: string };

/** Reads the command line of the benchmark. `--rows 1000` and `--rows=1000` are the same. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  let value: BenchArguments = { rows: 100_000, quick: false };
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [flag = '', ...joined] = argument.split('=');
    const inline = joined.length > 0 ? joined.join('=') : undefined;
    if (flag === '--quick' && inline === undefined) value = { ...value, quick: true };
    else if (flag === '--rows') {
      const rows = readRows(inline ?? rest.shift());
      if (rows === undefined) return refuse(`--rows needs a number from ${FEWEST_ROWS} to ${MOST_ROWS}.`);
      value = { ...value, rows };
    } else if (flag === '--keep') {
      const folder = inline ?? rest.shift();
      if (folder === undefined || folder.trim() === '' || folder.startsWith('--'))
        return refuse('--keep needs a folder.');
      value = { ...value, keep: resolve(folder) };
    } else return refuse(`Unknown flag ${JSON.stringify(argument)}. Known are --rows, --keep and --quick.`);
  }
  return { ok: true, value };
}

function readRows(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return undefined;
  const rows = Number(text);
  return rows >= FEWEST_ROWS && rows <= MOST_ROWS ? rows : undefined;
}

function refuse(sentence: string): ParsedArguments {
  return { ok: false, sentence };
}
