import { afterAll, beforeAll, expect, it } from 'vitest';
import { messageOf } from '../src/index.ts';
import { pingsOf } from '../src/world/mentions.ts';
import { type Setup, sandboxWithBot } from './bot.ts';

let setup: Setup;
beforeAll(async () => {
  setup = await sandboxWithBot();
});
afterAll(() => setup.stop());

async function replied(data: object) {
  setup.bot.answer = (raw) => setup.bot.respond(raw, { type: 4, data });
  const outcome = await setup.ana.command('ask', { question: 'x' });
  const { mentions, mention_roles, mention_everyone } = messageOf(outcome);
  return { users: mentions.map(({ username }) => username), roles: mention_roles, everyone: mention_everyone };
}

it('notifies whoever a reply mentions unless it says otherwise', async () => {
  const { ben, sandbox } = setup;
  const content = `<@${ben.user.id}> <@!${ben.user.id}> <@&${sandbox.guildId}> <@999> @here`;
  expect(await replied({ content })).toEqual({ users: ['ben'], roles: [sandbox.guildId], everyone: true });
  expect(await replied({ content, allowed_mentions: { parse: [] } })).toEqual({
    users: [],
    roles: [],
    everyone: false,
  });
  expect(await replied({ content, allowed_mentions: { users: [ben.user.id] } })).toEqual({
    users: ['ben'],
    roles: [],
    everyone: false,
  });
});

it('notifies whoever a text display mentions', async () => {
  const components = [{ type: 17, components: [{ type: 10, content: `<@${setup.ben.user.id}> @everyone` }] }];
  expect(await replied({ flags: 1 << 15, components })).toMatchObject({ users: ['ben'], everyone: true });
  const quiet = { flags: 1 << 15, components, allowed_mentions: { parse: [] } };
  expect(await replied(quiet)).toMatchObject({ users: [], everyone: false });
});

it('takes escaped or broken mentions for what they are', () => {
  expect(pingsOf('<@ 12> <@\u200b12> someone@everyoneelse.org', undefined)).toEqual({
    users: [],
    roles: [],
    everyone: false,
  });
  expect(pingsOf('<@12>', { parse: ['roles' as never] })).toMatchObject({ users: [] });
});
