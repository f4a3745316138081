// @ts-check
import { runTool } from './tools.mjs';

/** What can be said about the sources without running them. */
const checks = /** @type {const} */ ([
  { name: 'type check', tool: 'tsc', args: ['-b'] },
  { name: 'lint', tool: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'formatting', tool: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
]);

/**
 * Runs every check, also after one has failed, so that one run shows everything.
 * @returns {Promise<{ name: string, ok: boolean }[]>}
 */
export async function runChecks() {
  const results = [];
  for (const { name, tool, args } of checks) {
    const { code } = await runTool(tool, args);
    console.log(`${name}: ${code === 0 ? 'passed' : 'failed'}`);
    results.push({ name, ok: code === 0 });
  }
  return results;
}
