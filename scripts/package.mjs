import { onNode24 } from './lib/node24.mjs';

await onNode24();

const { build } = await import('./lib/build.mjs');
const { obtainElectron } = await import('./lib/electron-download.mjs');
const { path } = await import('./lib/paths.mjs');
const { exitLike, run } = await import('./lib/run.mjs');

// First, because it is what cannot be had everywhere, and the packager itself would say so in a page of stack.
const obtained = await obtainElectron();
if ('sentence' in obtained) {
  console.error(`${obtained.sentence} The packages cannot be made without it.`);
  process.exit(1);
}
if (!(await build())) process.exit(1);

// What follows is the packager's own: --linux, --win, --mac, --dir, --arm64 …
const packager = path('node_modules/electron-builder/cli.js');
exitLike(await run(process.execPath, [packager, '--publish', 'never', ...process.argv.slice(2)]));
