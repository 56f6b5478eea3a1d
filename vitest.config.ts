import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['tests/support/build.ts'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'footnote',
          include: ['tests/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      'packages/*',
    ],
  },
});
