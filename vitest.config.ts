import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Every test file is a process of its own, and some start programs: what one has compiled the next one need not.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'serial-capture-desk-compile-cache');

/** Everything but the end-to-end tests: domain, services on a real database, API through the handler, architecture. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    globalSetup: 'tests/fixtures/bundle-workers.ts',
    // V8 writes down which pages of memory hold code where the processor has protection keys, and loses count now and
    // then where threads that compile come and go ("Check failed: jit_page.has_value()"): the process ends.
    execArgv: ['--no-memory-protection-keys'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Vitest would leave a core free: on a machine with two the files would run one after the other.
    maxWorkers: '100%',
  },
});
