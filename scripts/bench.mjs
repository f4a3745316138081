// @ts-check
// Prints how fast the desk is, one JSON line a figure: npm run bench -- --rows 1000000 [--quick] [--keep DIR]
import { onNode24 } from './lib/node24.mjs';

await onNode24();

const { build, isStale } = await import('./lib/build.mjs');
const { path } = await import('./lib/paths.mjs');
const { exitLike, run } = await import('./lib/run.mjs');
const { parseArguments } = await import('../tests/bench/arguments.ts');

const parsed = parseArguments(process.argv.slice(2));
if (!parsed.ok) {
  console.error(parsed.sentence);
  process.exit(2);
}
if (isStale()) {
  console.error('Building Serial Capture Desk …');
  // Standard output belongs to the figures.
  if (!(await build(['ignore', 2, 2]))) {
    console.error('Serial Capture Desk could not be built; the lines above say why.');
    process.exit(1);
  }
}
exitLike(
  await run(process.execPath, [path('tests/bench/bench.ts'), ...process.argv.slice(2)], {
    cwd: process.cwd(),
  }),
);
