import { expect, it } from 'vitest';
import { sandboxWithBot } from './bot.ts';

// discord.js waits five seconds between two identifies, so this stands in a file of its own, beside the others.
it('makes the real client identify anew when its session is gone', async () => {
  const { sandbox, bot, ana, stop } = await sandboxWithBot();
  const again = new Promise((resolve) => bot.client.once('shardReady', resolve));
  sandbox.faults.invalidSession(false);
  expect(await ana.command('ask', { question: 'x' })).toMatchObject({ kind: 'failed', reason: 'The bot is offline' });
  await again;
  bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Still here' } });
  expect(await ana.command('ask', { question: 'x' })).toMatchObject({ kind: 'message' });
  await stop();
});
