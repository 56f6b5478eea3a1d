import { Locale } from 'discord.js';
import { expect, it } from 'vitest';
import { startSandbox, studyGroup, type WorldDefinition } from '../src/index.ts';
import { ASK, connect } from './bot.ts';

it('starts with the world that it is given: names, languages, servers, remarks', async () => {
  const world: WorldDefinition = {
    application: { name: 'Foot Note', description: 'Answers' },
    people: [{ username: 'zoé', displayName: 'Zoé', locale: Locale.French }, ...studyGroup.people],
    guilds: [
      {
        name: 'Atelier',
        locale: Locale.French,
        members: ['zoé'],
        channels: [{ name: 'accueil', messages: [{ author: 'zoé', content: 'Bonjour' }] }],
      },
    ],
  };
  const sandbox = await startSandbox({ world });
  const bot = await connect(sandbox);
  await bot.register([ASK]);
  bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Salut' } });
  const zoe = sandbox.client();
  const { interaction } = await zoe.command('ask', { question: 'Quand ?' });
  expect(interaction).toMatchObject({ locale: 'fr', guild_locale: 'fr', member: { user: { global_name: 'Zoé' } } });
  expect(zoe.messages().map(({ content, author }) => [author.username, content])).toEqual([
    ['zoé', 'Bonjour'],
    ['foot_note', 'Salut'],
  ]);
  expect(sandbox.client('ana').channelId).toBe(sandbox.client('ana', 'dm').channelId);
  await bot.stop();
  await sandbox.close();
});

it('counts ids upwards, in the order of what happens', async () => {
  const sandbox = await startSandbox();
  const ana = sandbox.client();
  const ids = Array.from({ length: 5_000 }, (_, i) => BigInt(ana.post(`${i}`).id));
  expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0n))).toBe(true);
  const made = Number((ids[0] ?? 0n) >> 22n) + 1_420_070_400_000;
  expect(Math.abs(Date.now() - made)).toBeLessThan(10_000);
  await sandbox.close();
});

it('refuses to start on a port that is taken, and with remarks of nobody', async () => {
  const sandbox = await startSandbox();
  await expect(startSandbox({ port: Number(new URL(sandbox.url).port) })).rejects.toThrow('EADDRINUSE');
  await sandbox.close();
  const channels = [{ name: 'x', messages: [{ author: 'nobody', content: 'x' }] }];
  await expect(startSandbox({ world: { ...studyGroup, guilds: [{ name: 'G', channels }] } })).rejects.toThrow(
    'nobody called "nobody"',
  );
});
