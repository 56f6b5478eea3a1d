import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What starts no browser, no database server and no process, and takes no second or two: for while one is writing. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [
      'tests/browser/**',
      'tests/cli/**',
      'tests/{healthcheck,main}.test.ts',
      'tests/eval/command.test.ts',
      'tests/guilds/**',
      'tests/intake/{decks,fixtures,hostile,read-file,reader-pool,scan}.test.ts',
      'tests/intake/formats/**',
      'tests/commands/{channels,drafts,generated,library,quiz,review,sandbox}.test.ts',
      'tests/answer/{ask,prepared}.test.ts',
      'tests/search/{hostile,lifecycle}.test.ts',
      'tests/store/{backup,memory,postgres,postgres-connecting,postgres-partitioned,sqlite}.test.ts',
      'tests/material/write.test.ts',
      'tests/ops/server.test.ts',
      'tests/study/references/styles.test.ts',
      'tests/study/questions/**',
      'tests/discord/{attachments,gateway,http-endpoint,log,missed,rest-transport,shards,start-limit,wire}.test.ts',
    ],
    // Files share their modules, which take longer to load than most tests to run.
    isolate: false,
    maxWorkers: availableParallelism(),
    experimental: { fsModuleCache: true },
    testTimeout: 60_000,
  },
});
