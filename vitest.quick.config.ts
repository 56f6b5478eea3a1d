import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What starts no browser, no database server and no process a test: for while one is writing. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [
      'tests/browser/**',
      'tests/cli/**',
      'tests/eval/command.test.ts',
      'tests/guilds/**',
      'tests/intake/{fixtures,hostile,read-file}.test.ts',
      'tests/commands/{generated,library}.test.ts',
      'tests/answer/ask.test.ts',
      'tests/store/{postgres,postgres-connecting,postgres-partitioned,sqlite}.test.ts',
      'tests/discord/wire.test.ts',
    ],
    // Files share their modules, which take longer to load than most tests to run.
    isolate: false,
    maxWorkers: Math.max(3, availableParallelism()),
    testTimeout: 20_000,
  },
});
