// @ts-check
import { onNode24 } from './lib/node24.mjs';

await onNode24();

const { exitLike } = await import('./lib/run.mjs');
const { runTool } = await import('./lib/tools.mjs');
exitLike(await runTool('prettier', ['--write', '.']));
