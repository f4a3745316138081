import { defineConfig } from 'vitest/config';

/** Everything but the end-to-end tests: domain, services on a real database, API through the handler, architecture. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
