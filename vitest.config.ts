import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
    globalSetup: ['tests/support/build.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
