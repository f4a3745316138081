// Measures the desk as its user meets it: a process of its own, spoken to over HTTP with the page's own client. Figures
// go to standard output, one JSON line each, everything else to standard error.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArguments } from './arguments.ts';
import { measure } from './measure.ts';

const parsed = parseArguments(process.argv.slice(2));
if (!parsed.ok) refuse(parsed.sentence);
const { keep, quick, rows } = parsed.value;
if (keep !== undefined && existsSync(keep) && readdirSync(keep).length > 0)
  refuse(`The folder ${keep} of --keep is not empty. Choose another one.`);
if (keep !== undefined) mkdirSync(keep, { recursive: true });
const folder = keep ?? mkdtempSync(join(tmpdir(), 'serial-capture-desk-bench-'));

process.once('exit', () => {
  if (keep === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
try {
  await measure({ rows, quick, folder });
} catch (error) {
  console.error(`The benchmark stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
// A desk that is still open must not keep a failed run alive.
process.exit();

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
