import { Routes } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messageOf } from '../src/index.ts';
import { loadSpec, type SchemaName } from '../src/rules/spec.ts';
import { ASK, refusal, type Setup, sandboxWithBot } from './bot.ts';

// What the sandbox says is held to the same description of Discord as what the bot says.
const spec = await loadSpec();
const fits = (schema: SchemaName, value: unknown) => expect(spec.problems(schema, value)).toEqual([]);

let setup: Setup;
beforeAll(async () => {
  setup = await sandboxWithBot();
});
afterAll(() => setup.stop());

it('answers about the application and its gateway as Discord does', async () => {
  const { rest } = setup.bot.client;
  fits('GatewayResponseSchema', await rest.get(Routes.gateway()));
  fits('GatewayBotResponseSchema', await rest.get(Routes.gatewayBot()));
  fits('UserPIIResponseSchema', await rest.get(Routes.user()));
  fits('PrivateApplicationResponseSchema', await rest.get(Routes.currentApplication()));
});

it('answers about servers and channels as Discord does', async () => {
  const { bot, sandbox, ana } = setup;
  const { rest } = bot.client;
  fits('GuildResponseSchema', await rest.get(Routes.guild(sandbox.guildId)));
  const channels = (await rest.get(Routes.guildChannels(sandbox.guildId))) as unknown[];
  expect(channels).toHaveLength(2);
  for (const channel of channels) fits('GuildChannelResponseSchema', channel);
  fits('GuildChannelResponseSchema', await rest.get(Routes.channel(ana.channelId)));
  const direct = await rest.post(Routes.userChannels(), { body: { recipient_id: ana.user.id } });
  fits('PrivateChannelResponseSchema', direct);
  const posts = (await rest.get(Routes.channelMessages(ana.in('latin-america').channelId))) as unknown[];
  expect(posts).toHaveLength(3);
  for (const message of posts) fits('MessageResponseSchema', message);
});

it('answers about commands as Discord does', async () => {
  const subcommands = {
    name: 'many',
    description: 'x',
    options: [
      {
        type: 1,
        name: 'all',
        description: 'x',
        options: [
          { type: 3, name: 'text', description: 'x', choices: [{ name: 'a', value: 'a' }], max_length: null },
          { type: 4, name: 'number', description: 'x', min_value: 1 },
          { type: 6, name: 'person', description: 'x' },
        ],
      },
    ],
  };
  const made = (await setup.bot.register([ASK, subcommands, { type: 3, name: 'Find sources' }])) as unknown[];
  expect(made).toHaveLength(3);
  for (const command of made) fits('ApplicationCommandResponseSchema', command);
});

it('answers refusals as Discord does', async () => {
  // The description has numbers for the codes of fields, where Discord's own pages show names.
  const { rawError } = await refusal(setup.bot.register([{ name: 'A B', description: 'x' }]));
  expect(rawError).toEqual({
    code: 50035,
    message: 'Invalid Form Body',
    errors: { 0: { name: { _errors: [{ code: 'APPLICATION_COMMAND_INVALID_NAME', message: expect.any(String) }] } } },
  });
  fits('ErrorResponseSchema', (await refusal(setup.bot.client.rest.get(Routes.channel('1')))).rawError);
});

it('shows messages of every make as Discord does', async () => {
  const { bot, ana } = setup;
  const media = { url: 'https://example.org/a.png' };
  const select = (type: number, more: object = {}) => ({
    type: 1,
    components: [{ type, custom_id: `s${type}`, ...more }],
  });
  const everything = [
    { type: 10, content: 'text' },
    { type: 9, components: [{ type: 10, content: 'a' }], accessory: { type: 11, media, description: 'An image' } },
    { type: 9, components: [{ type: 10, content: 'b' }], accessory: { type: 2, style: 1, label: 'c', custom_id: 'c' } },
    { type: 12, items: [{ media }, { media, spoiler: true }] },
    { type: 13, file: { url: 'attachment://a.txt' } },
    { type: 14 },
    {
      type: 17,
      accent_color: 255,
      components: [
        { type: 10, content: 'd' },
        { type: 14, spacing: 2, divider: false },
      ],
    },
    { type: 1, components: [{ type: 2, style: 5, label: 'Read', url: 'https://example.org/', emoji: { name: '📖' } }] },
    select(3, { options: [{ label: 'x', value: 'x', description: 'y' }], placeholder: 'Pick' }),
    ...[5, 6, 7, 8].map((type) => select(type)),
  ];
  const seen: unknown[] = [];
  bot.answer = async (raw) => {
    const query = new URLSearchParams({ with_response: 'true' });
    const path = Routes.interactionCallback(raw.id, raw.token);
    const files = [{ name: 'a.txt', data: Buffer.from('a') }];
    const body = { type: 4, data: { flags: 1 << 15, components: everything } };
    seen.push(await bot.client.rest.post(path, { body, files, query, auth: false }));
    seen.push(await bot.followUp(raw, { content: 'more', flags: 64, embeds: [{ title: 't', description: 'd' }] }));
  };
  const first = await ana.command('ask', { question: 'x' });
  await expect.poll(() => seen.length).toBe(2);
  fits('InteractionCallbackResponseSchema', seen[0]);
  fits('MessageResponseSchema', seen[1]);
  fits('MessageResponseSchema', messageOf(first));
  fits('MessageResponseSchema', messageOf(await first.next()));

  bot.answer = async (raw) => {
    seen.push(
      await bot.client.rest.post(Routes.interactionCallback(raw.id, raw.token), {
        body: { type: 5 },
        query: new URLSearchParams({ with_response: 'true' }),
        auth: false,
      }),
    );
  };
  const deferred = await ana.click(messageOf(first), 'c', { until: 'acknowledged' });
  fits('MessageResponseSchema', messageOf(deferred));
  await expect.poll(() => seen.length).toBe(3);
  fits('InteractionCallbackResponseSchema', seen[2]);
});
