// @ts-check
import { onNode24 } from './lib/node24.mjs';

await onNode24();

const { build } = await import('./lib/build.mjs');
process.exitCode = (await build()) ? 0 : 1;
