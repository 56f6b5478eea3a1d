import { type APIInteraction, type APIMessage, Routes } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messageOf } from '../src/index.ts';
import { type Setup, sandboxWithBot } from './bot.ts';

let setup: Setup;
beforeAll(async () => {
  setup = await sandboxWithBot();
});
beforeEach(() => {
  setup.bot.answer = () => undefined;
});
afterAll(() => setup.stop());

const button = (custom_id: string) => ({ type: 2, style: 2, label: custom_id, custom_id });
const row = (...components: object[]) => ({ type: 1, components });

/** A message of the bot's with the given components. */
async function posted(components: object[]): Promise<APIMessage> {
  const { bot, ana } = setup;
  bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Here', components } });
  const outcome = await ana.command('ask', { question: 'x' });
  return messageOf(outcome);
}

describe('a command', () => {
  it('reaches discord.js as the interaction that Discord sends', async () => {
    const { sandbox, bot, ana } = setup;
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Hello' } });
    await ana.command('ask', { question: 'When?' });
    expect(bot.received.at(-1)).toMatchObject({
      type: 2,
      version: 1,
      application_id: sandbox.applicationId,
      token: expect.stringMatching(/^[\w-]{60,}$/),
      id: expect.stringMatching(/^\d{17,20}$/),
      guild_id: sandbox.guildId,
      guild: { id: sandbox.guildId, locale: 'en-US', features: [] },
      guild_locale: 'en-US',
      locale: 'en-US',
      context: 0,
      channel_id: ana.channelId,
      channel: { id: ana.channelId, type: 0, name: 'general-reading', guild_id: sandbox.guildId },
      authorizing_integration_owners: { 0: sandbox.guildId },
      entitlements: [],
      attachment_size_limit: 10_485_760,
      app_permissions: expect.stringMatching(/^\d+$/),
      member: { user: { id: ana.user.id, global_name: 'Ana' }, permissions: expect.stringMatching(/^\d+$/) },
      data: { type: 1, name: 'ask', options: [{ name: 'question', type: 3, value: 'When?' }] },
    });
    expect(bot.received.at(-1)).not.toHaveProperty('user');
  });

  it('carries the user and the other context in direct messages', async () => {
    const { bot, ana } = setup;
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Hello' } });
    await ana.in('dm').command('ask', { question: 'When?' });
    const raw = bot.received.at(-1);
    expect(raw).toMatchObject({ context: 1, user: { id: ana.user.id }, channel: { type: 1 } });
    expect(raw).not.toHaveProperty('member');
    expect(raw).not.toHaveProperty('guild_id');
  });

  it('gets its reply, which everybody in the channel sees', async () => {
    const { bot, ana, ben } = setup;
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Hello' } });
    const outcome = await ana.command('ask', { question: 'When?' });
    expect(outcome).toMatchObject({
      kind: 'message',
      message: {
        content: 'Hello',
        type: 20,
        author: { bot: true },
        webhook_id: outcome.interaction.application_id,
        application_id: outcome.interaction.application_id,
        interaction_metadata: { id: outcome.interaction.id, type: 2, user: { id: ana.user.id } },
      },
    });
    expect(ben.messages().at(-1)).toMatchObject({ content: 'Hello' });
  });

  it('gets a private reply that only the asker sees and can put away', async () => {
    const { bot, ana, ben } = setup;
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Just you', flags: 64 } });
    const outcome = await ana.command('ask', { question: 'When?' });
    const reply = messageOf(outcome);
    expect(reply.flags).toBe(64);
    expect(ana.messages().map(({ id }) => id)).toContain(reply.id);
    expect(ben.messages().map(({ id }) => id)).not.toContain(reply.id);
    expect(() => ben.dismiss(reply)).toThrow('no such ephemeral message');
    ana.dismiss(reply);
    expect(ana.messages().map(({ id }) => id)).not.toContain(reply.id);
  });

  it('waits for a deferred reply to be filled in', async () => {
    const { bot, ana } = setup;
    bot.answer = async (raw) => {
      await bot.respond(raw, { type: 5, data: { flags: 64 } });
      await bot.edit(raw, { content: 'At last' });
    };
    const outcome = await ana.command('ask', { question: 'When?' });
    expect(outcome).toMatchObject({
      kind: 'message',
      message: { content: 'At last', flags: 64, edited_timestamp: null },
    });
  });

  it('shows the thinking state to who asks for it, and what follows after that', async () => {
    const { bot, ana } = setup;
    bot.answer = (raw) => bot.respond(raw, { type: 5 });
    const thinking = await ana.command('ask', { question: 'When?' }, { until: 'acknowledged' });
    expect(thinking).toMatchObject({ kind: 'deferred', message: { flags: 128, content: '' } });
    await bot.edit(thinking.interaction, { content: 'one' });
    await bot.edit(thinking.interaction, { content: 'two' });
    const filled = await thinking.next();
    expect(filled).toMatchObject({ kind: 'message', message: { content: 'one', flags: 0 } });
    expect(await filled.next()).toMatchObject({ kind: 'update', message: { content: 'two' } });
  });

  it('lets the first follow-up fill in a deferred reply, and keeps its privacy', async () => {
    const { bot, ana } = setup;
    bot.answer = async (raw) => {
      await bot.respond(raw, { type: 5, data: { flags: 64 } });
      await bot.followUp(raw, { content: 'first' });
      await bot.followUp(raw, { content: 'second' });
    };
    const first = await ana.command('ask', { question: 'When?' });
    expect(first).toMatchObject({ kind: 'message', message: { content: 'first', flags: 64, type: 20 } });
    const second = await first.next();
    expect(second).toMatchObject({ kind: 'message', message: { content: 'second', flags: 0, type: 19 } });
  });

  it('can be followed up with an edit of a follow-up, and deletions', async () => {
    const { bot, ana } = setup;
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'reply' } });
    const reply = await ana.command('ask', { question: 'When?' });
    const { interaction } = reply;
    const second = (await bot.followUp(interaction, { content: 'more' })) as APIMessage;
    await bot.edit(interaction, { content: 'better' }, second.id);
    expect(ana.message(second.id)).toMatchObject({ content: 'better', edited_timestamp: expect.any(String) });
    const address = (id?: string) => Routes.webhookMessage(interaction.application_id, interaction.token, id);
    expect(await bot.client.rest.get(address(), { auth: false })).toMatchObject({ content: 'reply' });
    await bot.client.rest.delete(address(second.id), { auth: false });
    await bot.client.rest.delete(address(), { auth: false });
    expect(ana.message(second.id)).toBeUndefined();
    await expect(bot.client.rest.get(address(), { auth: false })).rejects.toMatchObject({ code: 10008, status: 404 });
  });

  it('hands the callback response to a bot that asks for it', async () => {
    const { bot, ana } = setup;
    let response: unknown;
    bot.answer = async (raw) => {
      response = await bot.client.rest.post(Routes.interactionCallback(raw.id, raw.token), {
        body: { type: 4, data: { content: 'Hello', flags: 64 } },
        query: new URLSearchParams({ with_response: 'true' }),
        auth: false,
      });
    };
    const { interaction } = await ana.command('ask', { question: 'When?' });
    await expect
      .poll(() => response)
      .toMatchObject({
        interaction: { id: interaction.id, response_message_loading: false, response_message_ephemeral: true },
        resource: { type: 4, message: { content: 'Hello' } },
      });
  });

  it('answers 204 without a content type otherwise', async () => {
    const { bot, ana, sandbox } = setup;
    let response: Response | undefined;
    bot.answer = async (raw) => {
      response = await fetch(`${sandbox.apiUrl}/v10/interactions/${raw.id}/${raw.token}/callback`, {
        method: 'POST',
        body: JSON.stringify({ type: 4, data: { content: 'Hello' } }),
      });
    };
    await ana.command('ask', { question: 'When?' });
    await expect.poll(() => response?.status).toBe(204);
    expect(response?.headers.get('content-type')).toBeNull();
  });

  it('carries uploaded files back as attachments that the sandbox itself serves', async () => {
    const { bot, ana, sandbox } = setup;
    const body = { type: 4, data: { content: 'See', attachments: [{ id: 0, description: 'A list' }] } };
    body.data.attachments = [{ id: '0' as never, description: 'A list' }];
    bot.answer = (raw) => bot.respond(raw, body, [{ name: 'my list.txt', data: Buffer.from('one\ntwo') }]);
    const outcome = await ana.command('ask', { question: 'When?' });
    const [attachment] = messageOf(outcome).attachments;
    expect(attachment).toMatchObject({ filename: 'my_list.txt', size: 7, description: 'A list' });
    expect(attachment?.url.startsWith(sandbox.url)).toBe(true);
    expect(await (await fetch(attachment?.url ?? '')).text()).toBe('one\ntwo');
  });
});

describe('a message command', () => {
  it('carries the message with its content', async () => {
    const { bot, ben } = setup;
    const channel = ben.in('latin-america');
    const [target] = channel.messages();
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Found', flags: 64 } });
    const outcome = await channel.messageCommand('Find sources', target ?? { id: '0' });
    expect(outcome).toMatchObject({ kind: 'message', message: { type: 23 } });
    const id = target?.id ?? '';
    expect(bot.received.at(-1)?.data).toMatchObject({
      type: 3,
      target_id: id,
      resolved: { messages: { [id]: { content: target?.content } } },
    });
  });
});

describe('a component', () => {
  it('carries its message, with ids counted through its components', async () => {
    const { bot, ana } = setup;
    const message = await posted([row(button('a'), button('b'))]);
    bot.answer = (raw) => bot.respond(raw, { type: 7, data: { content: 'Pressed' } });
    const outcome = await ana.click(message, 'b');
    expect(outcome).toMatchObject({ kind: 'update', message: { id: message.id, content: 'Pressed' } });
    expect(bot.received.at(-1)).toMatchObject({
      type: 3,
      message: { id: message.id, components: [{ id: 1, components: [{ id: 2 }, { id: 3 }] }] },
      data: { component_type: 2, custom_id: 'b', id: 3 },
    });
  });

  it('can be pressed by anybody who sees the message, and answered with a new one', async () => {
    const { bot, ben } = setup;
    const message = await posted([row(button('share'))]);
    bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'Shared' } });
    expect(await ben.click(message, 'share')).toMatchObject({
      kind: 'message',
      message: {
        type: 19,
        message_reference: { message_id: message.id },
        interaction_metadata: { type: 3, interacted_message_id: message.id, user: { id: ben.user.id } },
      },
    });
  });

  it('is done at once when the update is deferred, and shows the update when it comes', async () => {
    const { bot, ana } = setup;
    const message = await posted([row(button('slow'))]);
    bot.answer = (raw) => bot.respond(raw, { type: 6 });
    const outcome = await ana.click(message, 'slow');
    expect(outcome.kind).toBe('done');
    await bot.edit(outcome.interaction, { content: 'Changed' });
    expect(await outcome.next()).toMatchObject({ kind: 'update', message: { id: message.id, content: 'Changed' } });
  });

  it('carries the values of a select, and the people that they name', async () => {
    const { bot, ana, ben } = setup;
    const options = ['a', 'b', 'c'].map((value) => ({ label: value, value }));
    const message = await posted([
      row({ type: 3, custom_id: 'letters', max_values: 2, options }),
      row({ type: 5, custom_id: 'people' }),
    ]);
    bot.answer = (raw) => bot.respond(raw, { type: 6 });
    await ana.select(message, 'letters', ['a', 'c']);
    expect(bot.received.at(-1)?.data).toMatchObject({ component_type: 3, values: ['a', 'c'] });
    await ana.select(message, 'people', [ben.user.id]);
    expect(bot.received.at(-1)?.data).toMatchObject({
      values: [ben.user.id],
      resolved: { users: { [ben.user.id]: { username: 'ben' } }, members: { [ben.user.id]: { roles: [] } } },
    });
    await expect(ana.select(message, 'letters', ['a', 'b', 'c'])).rejects.toThrow('Choose 1 to 2 values');
    await expect(ana.select(message, 'letters', ['z'])).rejects.toThrow('not among the options');
  });

  it('cannot be pressed when disabled, a link, gone or not seen', async () => {
    const { bot, ana, ben } = setup;
    const link = { type: 2, style: 5, label: 'Read', url: 'https://example.org/' };
    const message = await posted([row({ ...button('off'), disabled: true }, link)]);
    await expect(ana.click(message, 'off')).rejects.toThrow('disabled');
    await expect(ana.click(message, 'Read')).rejects.toThrow('no button "Read"');
    await expect(ana.click({ id: '1' }, 'off')).rejects.toThrow('no button');
    bot.answer = (raw) =>
      bot.respond(raw, { type: 4, data: { flags: 64, content: 'x', components: [row(button('b'))] } });
    const outcome = await ana.command('ask', { question: 'x' });
    await expect(ben.click(messageOf(outcome), 'b')).rejects.toThrow('no button');
  });
});

describe('autocomplete', () => {
  it('brings the bot what is typed and the person the choices', async () => {
    const { bot, ana } = setup;
    bot.answer = (raw) => bot.respond(raw, { type: 8, data: { choices: [{ name: 'One', value: '1' }] } });
    expect(await ana.autocomplete('ask', 'question', 'wh')).toEqual([{ name: 'One', value: '1' }]);
    expect(bot.received.at(-1)).toMatchObject({
      type: 4,
      data: { options: [{ name: 'question', value: 'wh', focused: true }] },
    });
  });
});

describe('a modal', () => {
  const modal = {
    custom_id: 'form',
    title: 'Tell us',
    components: [
      { type: 10, content: 'Some words first' },
      { type: 18, label: 'Name', component: { type: 4, custom_id: 'name', style: 1, max_length: 5 } },
      row({ type: 4, custom_id: 'old', style: 2, label: 'Old way', required: false }),
      {
        type: 18,
        label: 'Pick',
        component: { type: 3, custom_id: 'pick', options: [{ label: 'X', value: 'x' }], required: true },
      },
    ],
  };

  it('is opened by a button, filled in and answered', async () => {
    const { bot, ana } = setup;
    const message = await posted([row(button('open'))]);
    bot.answer = (raw: APIInteraction) =>
      bot.respond(raw, raw.type === 5 ? { type: 7, data: { content: 'Thanks' } } : { type: 9, data: modal });
    const opened = await ana.click(message, 'open');
    if (opened.kind !== 'modal') throw new Error(opened.kind);
    await expect(ana.submit(opened.modal, { name: 'too long' }, { pick: ['x'] })).rejects.toThrow('too long');
    await expect(ana.submit(opened.modal, {}, { pick: ['x'] })).rejects.toThrow('required');
    await expect(ana.submit(opened.modal, { name: 'Ana' }, {})).rejects.toThrow('Choose 1');
    await expect(ana.submit(opened.modal, { nobody: '' }, {})).rejects.toThrow('no field "nobody"');
    const outcome = await ana.submit(opened.modal, { name: 'Ana' }, { pick: ['x'] });
    expect(outcome).toMatchObject({ kind: 'update', message: { id: message.id, content: 'Thanks' } });
    expect(bot.received.at(-1)).toMatchObject({
      type: 5,
      message: { id: message.id },
      data: {
        custom_id: 'form',
        components: [
          { type: 10, id: 1 },
          { type: 18, id: 2, component: { type: 4, id: 3, custom_id: 'name', value: 'Ana' } },
          { type: 1, id: 4, components: [{ type: 4, id: 5, custom_id: 'old', value: '' }] },
          { type: 18, id: 6, component: { type: 3, id: 7, custom_id: 'pick', values: ['x'] } },
        ],
      },
    });
    await expect(ana.submit(opened.modal, { name: 'Ana' }, { pick: ['x'] })).rejects.toThrow('No modal "form" is open');
  });

  it('is no answer to a modal, and needs a message to update', async () => {
    const { bot, ana } = setup;
    const codes: unknown[] = [];
    bot.answer = async (raw: APIInteraction) => {
      if (raw.type !== 5) return bot.respond(raw, { type: 9, data: modal });
      for (const body of [{ type: 9, data: modal }, { type: 6 }, { type: 7, data: { content: 'x' } }]) {
        await bot.respond(raw, body).catch((error) => codes.push(error.code));
      }
      return bot.respond(raw, { type: 4, data: { content: 'Fine' } });
    };
    const opened = await ana.command('ask', { question: 'x' });
    if (opened.kind !== 'modal') throw new Error(opened.kind);
    const outcome = await ana.submit(opened.modal, { name: 'Ana' }, { pick: ['x'] });
    expect(outcome).toMatchObject({
      kind: 'message',
      message: { interaction_metadata: { type: 5, triggering_interaction_metadata: { type: 2 } } },
    });
    expect(codes).toEqual([50035, 50035, 50035]);
  });
});
