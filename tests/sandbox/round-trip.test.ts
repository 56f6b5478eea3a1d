import { afterAll, beforeAll, expect, it } from 'vitest';
import { sandboxWithBot } from './bot.ts';

let setup: Awaited<ReturnType<typeof sandboxWithBot>>;
beforeAll(async () => {
  setup = await sandboxWithBot();
});
afterAll(() => setup.stop());

it('carries a command to discord.js and its reply back', async () => {
  const { sandbox, bot } = setup;
  bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Hello' } });
  const outcome = await sandbox.client('ana').command('ask', { question: 'When?' });
  expect(outcome).toMatchObject({ kind: 'message', message: { content: 'Hello', author: { bot: true } } });
  expect(bot.received.at(-1)).toMatchObject({ type: 2, data: { name: 'ask', options: [{ value: 'When?' }] } });
});
