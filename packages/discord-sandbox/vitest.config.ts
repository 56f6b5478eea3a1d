import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'discord-sandbox',
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
