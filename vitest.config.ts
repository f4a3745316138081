import { defineConfig } from 'vitest/config';

/** Everything but the end-to-end tests: domain, services on a real database, API through the handler, architecture. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Vitest would leave a core free: on a machine with two the files would run one after the other.
    maxWorkers: '100%',
  },
});
