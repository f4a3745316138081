// @ts-check
import { onNode24 } from './lib/node24.mjs';

await onNode24();

const { build, isStale } = await import('./lib/build.mjs');
const { hasDisplay, openBrowser } = await import('./lib/display.mjs');
const { runElectron } = await import('./lib/electron-window.mjs');
const { path } = await import('./lib/paths.mjs');
const { exitLike, start, watchLines } = await import('./lib/run.mjs');
const { parseArguments } = await import('../src-main/hosts/browser/arguments.ts');

const parsed = parseArguments(process.argv.slice(2));
if (!parsed.ok) {
  console.error(parsed.sentence);
  process.exit(2);
}
const { browser, dataFolder, noSandbox, port } = parsed.value;

if (isStale()) {
  console.error('Building Serial Capture Desk …');
  // Standard output belongs to the start-up line.
  if (!(await build(['ignore', 2, 2]))) {
    console.error('Serial Capture Desk could not be built; the lines above say why.');
    process.exit(1);
  }
}

if (!browser) {
  const outcome = await runElectron({ noSandbox, ...(dataFolder === undefined ? {} : { dataFolder }) });
  if ('sentence' in outcome) console.error(`${outcome.sentence} Serving the desk to the browser instead.`);
  else exitLike(outcome.ended);
}

const host = start(
  process.execPath,
  [
    path('out/main/serve.js'),
    ...(port === undefined ? [] : ['--port', String(port)]),
    ...(dataFolder === undefined ? [] : ['--data', dataFolder]),
  ],
  { stdio: ['inherit', 'pipe', 'inherit'] },
);
const opens = hasDisplay() && !(browser && process.env['CI']);
watchLines(host.child, (line) => {
  const link = /^Serial Capture Desk is ready: (http:\S+)$/.exec(line)?.[1];
  if (link !== undefined && opens) openBrowser(link);
});
exitLike(await host.ended);
