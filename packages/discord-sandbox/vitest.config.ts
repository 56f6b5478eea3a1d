import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'discord-sandbox',
    include: ['tests/**/*.test.ts'],
    // Files share their modules, which take longer to load than most tests to run.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
