import { type APIMessage, ChannelType, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { studyGroup } from '../src/index.ts';
import { loadSpec } from '../src/rules/spec.ts';
import { refusal, type Setup, sandboxWithBot } from './bot.ts';

let setup: Setup;
beforeEach(async () => {
  const [group, ...others] = studyGroup.guilds;
  if (!group) throw new Error('no guild');
  const channels = [
    ...group.channels,
    { name: 'homework-help', type: ChannelType.GuildForum as const },
    { name: 'chapter-3', type: ChannelType.PublicThread as const },
    { name: 'reading-room', type: ChannelType.GuildVoice as const },
  ];
  setup = await sandboxWithBot({ world: { ...studyGroup, guilds: [{ ...group, channels }, ...others] } });
});
afterEach(() => setup.stop());

const rest = () => setup.bot.client.rest;
const idOf = (name: string) => setup.ana.in(`Study group/${name}`).channelId;
const post = (channel: string, content = 'a') =>
  rest().post(Routes.channelMessages(channel), { body: { content } }) as Promise<APIMessage>;
const edit = (channel: string, message: string) =>
  rest().patch(Routes.channelMessage(channel, message), { body: { content: 'b' } });

describe('a channel', () => {
  it('that holds no messages takes none, of bots and of people', async () => {
    const forum = idOf('homework-help');
    expect(await refusal(post(forum))).toMatchObject({ status: 400, code: 50008 });
    expect(() => setup.ana.in('Study group/homework-help').post('a')).toThrow('Nobody can write');
    expect(await post(idOf('reading-room'))).toMatchObject({ content: 'a' });
  });

  it('is gone once it is deleted', async () => {
    const channel = idOf('general-reading');
    const { id } = await post(channel);
    setup.sandbox.deleteChannel(channel);
    expect(await refusal(post(channel))).toMatchObject({ status: 404, code: 10003 });
    expect(await refusal(edit(channel, id))).toMatchObject({ status: 404, code: 10003 });
    expect(() => idOf('general-reading')).toThrow('There is no channel');
    expect(() => setup.sandbox.deleteChannel(channel)).toThrow('There is no channel');
  });
});

describe('a thread', () => {
  const archived = async () => {
    const { thread_metadata } = (await rest().get(Routes.channel(idOf('chapter-3')))) as {
      thread_metadata: { archived: boolean };
    };
    return thread_metadata.archived;
  };

  it('is described as Discord describes it', async () => {
    const thread = await rest().get(Routes.channel(idOf('chapter-3')));
    expect((await loadSpec()).problems('ThreadResponseSchema', thread)).toEqual([]);
    expect(thread).toMatchObject({ type: 11, parent_id: idOf('general-reading') });
  });

  it('that is archived takes no edit, and comes back when somebody writes', async () => {
    const thread = idOf('chapter-3');
    const { id } = await post(thread);
    setup.sandbox.archiveThread(thread);
    expect(await refusal(edit(thread, id))).toMatchObject({ status: 400, code: 50083 });
    expect(await archived()).toBe(true);
    await post(thread);
    expect(await archived()).toBe(false);
    await edit(thread, id);
    setup.sandbox.archiveThread(thread);
    setup.ana.in('Study group/chapter-3').post('a');
    expect(await archived()).toBe(false);
  });

  it('that is locked stays archived', async () => {
    const thread = idOf('chapter-3');
    setup.sandbox.archiveThread(thread, { locked: true });
    expect(await refusal(post(thread))).toMatchObject({ status: 400, code: 160005 });
    expect(() => setup.ana.in('Study group/chapter-3').post('a')).toThrow('locked');
    expect(await archived()).toBe(true);
    expect(() => setup.sandbox.archiveThread(idOf('general-reading'))).toThrow('no thread');
  });
});
