// @ts-check
import { onNode24 } from './lib/node24.mjs';

await onNode24();

const { runChecks } = await import('./lib/checks.mjs');
process.exitCode = (await runChecks()).every(({ ok }) => ok) ? 0 : 1;
