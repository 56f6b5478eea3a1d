import { defineConfig } from 'vitest/config';

/** It puts a module in another's place, which must not be loaded yet. */
const MOCKING = 'tests/browser/pseudo-locale.test.ts';

const timeouts = { testTimeout: 20_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    globalSetup: ['tests/support/build.ts'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'footnote',
          include: ['tests/**/*.test.ts'],
          exclude: [MOCKING],
          // Files share their modules, which take longer to load than most tests to run. (A project's own setting: it
          // inherits none of those above.)
          isolate: false,
          ...timeouts,
        },
      },
      { test: { name: 'footnote, mocking', include: [MOCKING], ...timeouts } },
      'packages/*',
    ],
  },
});
