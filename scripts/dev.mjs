// @ts-check
// Development without the Electron binary, in two halves that each do one simple thing:
// * Vite rebuilds the page into out/renderer at every change below src-renderer; reload the page to see it.
// * The browser host runs straight from the sources and is started again at every change below src-main. It prints a
//   new link each time, because a link lets a browser in once.
// Flags are those of the browser host: npm run dev -- --port 4000 --data DIR
import { once } from 'node:events';
import { watch } from 'node:fs';
import { onNode24 } from './lib/node24.mjs';

await onNode24();

const { build } = await import('vite');
const { path } = await import('./lib/paths.mjs');
const { exitLike, start } = await import('./lib/run.mjs');
const { parseArguments } = await import('../src-main/hosts/browser/arguments.ts');

/** How long changes are gathered before the host starts again, in milliseconds: editors write several times. */
const GATHER = 150;

const parsed = parseArguments(process.argv.slice(2));
if (!parsed.ok) {
  console.error(parsed.sentence);
  process.exit(2);
}

/** @type {{ default: { renderer: import('vite').InlineConfig } }} */
const { default: config } = await import(new URL('../electron.vite.config.ts', import.meta.url).href);
await build({
  ...config.renderer,
  configFile: false,
  build: {
    ...config.renderer.build,
    outDir: path('out/renderer'),
    emptyOutDir: true,
    minify: false,
    watch: {},
  },
});

const changes = new EventTarget();
/** @type {NodeJS.Timeout | undefined} */
let gathering;
watch(path('src-main'), { recursive: true }, () => {
  clearTimeout(gathering);
  gathering = setTimeout(() => changes.dispatchEvent(new Event('change')), GATHER);
});
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    isStopping = true;
    changes.dispatchEvent(new Event('change'));
  });
}

for (;;) {
  const host = start(process.execPath, [path('src-main/hosts/browser/serve.ts'), ...process.argv.slice(2)]);
  const change = once(changes, 'change');
  const first = await Promise.race([host.ended, change.then(() => undefined)]);
  if (first === undefined) host.child.kill('SIGTERM');
  else console.error('The host has ended; it starts again at the next change below src-main.');
  await change;
  if (isStopping) exitLike(await host.ended);
  await host.ended;
}
