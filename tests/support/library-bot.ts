import type { Sandbox } from 'discord-sandbox';
import { createFileFetcher } from '../../src/discord/attachments.ts';
import { readDeck, readFacts, readFile } from '../../src/intake/index.ts';
import { openStage } from '../guilds/stage.ts';
import { startBot, type TestBot } from './bot.ts';

/** The bot with a store in a folder of its own and the real readers, as `main.ts` puts it together. */
export async function startLibraryBot(sandbox: Sandbox): Promise<TestBot> {
  const stage = await openStage();
  const guilds = stage.guilds({
    intake: { readFile, readFacts, readDeck },
    files: createFileFetcher({ origins: [sandbox.cdnUrl], most: 25_000_000 }),
    quota: { works: 100, passages: 20_000, bytes: 20_000_000, additionsPerHour: 1000 },
  });
  const bot = await startBot(sandbox, { library: stage.shipped, guilds, store: stage.store });
  const { close, ...gateway } = bot.gateway;
  return {
    ...bot,
    gateway: {
      ...gateway,
      async close(graceMs) {
        await close(graceMs);
        await stage.close();
      },
    },
  };
}
