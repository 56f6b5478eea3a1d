import { defineConfig } from 'vitest/config';

/** They put a module in another's place, which must not be loaded yet. */
const MOCKING = ['tests/browser/pseudo-locale.test.ts', 'tests/discord/missed.test.ts'];

const common = {
  setupFiles: ['tests/support/reader-priority.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    globalSetup: ['tests/support/build.ts'],
    // More than the two processors of a small machine: files wait for other processes, for browsers and for the clock.
    maxWorkers: 3,
    // What TypeScript comes to is kept from one run to the next: the workers wait for it.
    experimental: { fsModuleCache: true },
    projects: [
      // Projects run in the order of their names. What takes long comes early.
      { test: { name: 'brackets', include: MOCKING, ...common } },
      {
        test: {
          name: 'footnote',
          include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
          exclude: MOCKING,
          // Files share their modules, which take longer to load than most tests to run. (A project's own setting: it
          // inherits none of those above.)
          isolate: false,
          ...common,
        },
      },
    ],
  },
});
