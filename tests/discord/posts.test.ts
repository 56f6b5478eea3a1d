import { DiscordAPIError, type REST } from 'discord.js';
import { type Sandbox, startSandbox, studyGroup } from 'discord-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Posts } from '../../src/bot/posts.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { ownRest } from '../../src/discord/ingress.ts';
import { restPosts } from '../../src/discord/posts.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { textOf } from '../support/message.ts';

let sandbox: Sandbox;
let posts: Posts;

beforeAll(async () => {
  sandbox = await startSandbox({ world: studyGroup });
  posts = restPosts(ownRest({ token: sandbox.token, api: sandbox.apiUrl }));
});

afterAll(() => sandbox.close());

const say = (content: string): Reply => ({ show: 'public', components: noticeView(content) });

describe('a message of the bot’s own accord', () => {
  it('is posted in a channel, and changed', async () => {
    const ana = sandbox.client('ana').in('Study group/general-reading');
    const posted = await posts.post(ana.channelId, say('First'));
    if (!posted.ok) throw new Error(posted.refused);
    const shown = () => textOf(ana.message(posted.message.id) ?? { components: [] });
    expect(shown()).toContain('First');
    expect(await posts.change(posted.message, say('Second'))).toEqual(posted);
    expect(shown()).toContain('Second');
  });

  it('is posted once under one key, however often it is tried', async () => {
    const ana = sandbox.client('ana').in('Study group/general-reading');
    const before = ana.messages().length;
    const posted = await posts.post(ana.channelId, say('Question 1'), 'round 1');
    expect(await posts.post(ana.channelId, say('Question 1'), 'round 1')).toEqual(posted);
    expect(ana.messages()).toHaveLength(before + 1);
    await posts.post(ana.channelId, say('Question 2'), 'round 2');
    await posts.post(ana.channelId, say('Good morning'));
    await posts.post(ana.channelId, say('Good morning'));
    expect(ana.messages()).toHaveLength(before + 4);
  });

  it('is posted once where the answer to the first try was lost', async () => {
    const ana = sandbox.client('ana').in('Study group/general-reading');
    const before = ana.messages().length;
    for (const how of ['reset', 502] as const) {
      sandbox.faults.loseNext(1, how, ({ method }) => method === 'POST');
      for (let posted = false; !posted; ) posted = (await posts.post(ana.channelId, say('Question'), `by ${how}`)).ok;
    }
    expect(ana.messages()).toHaveLength(before + 2);
  });

  it('reaches a person directly', async () => {
    const ana = sandbox.client('ana').in('Study group/general-reading');
    const posted = await posts.direct(ana.user.id, say('Good morning'));
    expect(posted.ok).toBe(true);
    expect(sandbox.violations).toEqual([]);
  });

  it.each([
    ['archived', 'the thread was archived', 400, 50083],
    ['permission', 'the thread was locked', 400, 160005],
    ['permission', 'the channel takes none', 400, 50008],
    ['unavailable', 'the token was reset', 401, 0],
  ] as const)('is refused as "%s" where %s', async (refused, _, status, code) => {
    const error = new DiscordAPIError({ code, message: 'Refused' }, code, status, 'POST', '', {});
    const refusing = restPosts({ post: () => Promise.reject(error) } as unknown as REST);
    expect(await refusing.post('1', say('Question'))).toEqual({ ok: false, refused });
  });

  it('fails where its content is not valid, which is a fault of ours', async () => {
    await expect(posts.post(sandbox.client('ana').channelId, say('a'.repeat(5_000)))).rejects.toThrow(
      'Invalid Form Body',
    );
  });

  it('says why it could not be posted', async () => {
    expect(await posts.post('1', say('Lost'))).toEqual({ ok: false, refused: 'unknown' });
    const away = restPosts(ownRest({ token: 'test', api: 'http://127.0.0.1:1/api' }));
    expect(await away.post('1', say('Lost'))).toEqual({ ok: false, refused: 'unavailable' });
  });
});
