import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quizJobs } from '../../commands/quiz/jobs.ts';
import { newRound, type Plan, progressOf, QUIZ_JOB } from '../../commands/quiz/plan.ts';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { PostedMessage, PostRefusal, Posts } from '../../src/bot/posts.ts';
import { createLogger } from '../../src/logger.ts';
import { passageRef } from '../../src/material/refs.ts';
import { messagesFor } from '../../src/reply/messages.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Round } from '../../src/store/repositories/rounds.ts';
import type { Store } from '../../src/store/store.ts';
import { openLibrary } from '../support/bot.ts';
import { fixedGuilds } from '../support/guilds.ts';
import { textOf } from '../support/message.ts';

const GUILD = '1';
const START = Date.UTC(2026, 4, 1, 12);
const library = openLibrary();

/** A channel that can refuse what is posted, and the texts that stand in it by message. */
function channel() {
  const texts = new Map<string, string>();
  const state: { refuses: PostRefusal | undefined; isArchived: boolean; posted: number } = {
    refuses: undefined,
    isArchived: false,
    posted: 0,
  };
  const ids = new Map<string | undefined, string>();
  const idOf = (key: string | undefined) => {
    const id = (key === undefined ? undefined : ids.get(key)) ?? String(state.posted++);
    ids.set(key, id);
    return id;
  };
  const put = (message: PostedMessage, components: Parameters<Posts['post']>[1]['components']) => {
    if (state.refuses !== undefined) return { ok: false, refused: state.refuses } as const;
    texts.set(message.id, textOf({ components: [...components] }));
    return { ok: true, message } as const;
  };
  const posts: Posts = {
    post: async (place, { components }, key) => {
      const posted = put({ channel: place, id: idOf(key) }, components);
      if (posted.ok) state.isArchived = false;
      return posted;
    },
    change: async (message, { components }) =>
      state.isArchived ? { ok: false, refused: 'archived' } : put(message, components),
    direct: async () => ({ ok: false, refused: 'unknown' }),
  };
  return { posts, texts, state };
}

describe('the job of a round', () => {
  let store: Store;
  let round: Round;
  let place: ReturnType<typeof channel>;
  let lines: string[];

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: START });
    store = await openMemoryStore();
    place = channel();
    lines = [];
    round = await begin('channel');
  });
  afterEach(() => void vi.useRealTimers());

  async function begin(surface: Plan['surface'], knowledge: KnowledgeBase = library): Promise<Round> {
    const [passage] = knowledge.material.passages.values();
    if (!passage) throw new Error('no passage');
    const asked = (at: number) => ({
      question: {
        id: `${at}`,
        mode: 'choice',
        prompt: `Q${at}?`,
        passages: [passage.id],
        facts: [],
        subject: '',
        choices: ['a', 'b'],
        right: 0,
      } as const,
      passages: [passageRef(passage)],
    });
    const plan: Plan = { questions: [asked(1), asked(2)], pace: 30_000, locale: 'en-US', surface, asked: undefined };
    const begun = newRound({ guild: GUILD, channel: `${surface} 5`, host: '9', plan, now: Date.now() });
    expect(await store.startRound(begun)).toBe(true);
    return (await store.round(GUILD, begun.id)) as Round;
  }

  /** Does what a process does that looks for due jobs at this time. */
  async function tick(ms: number, used = store): Promise<void> {
    vi.setSystemTime(Date.now() + ms);
    const now = Date.now();
    for (const job of await store.takeDueJobs({ now, until: now + 60_000, limit: 10 })) {
      const definition = quizJobs.find(({ kind }) => kind === job.kind);
      const destination = { write: (line: string) => void lines.push(line) };
      const logger = createLogger({ level: 'info', secrets: [], readable: false, destination });
      await definition?.run(job, {
        store: used,
        posts: place.posts,
        guilds: fixedGuilds(library),
        messagesFor,
        logger,
      });
      await store.finishJob(job);
    }
  }

  const phase = async () => progressOf((await store.round(GUILD, round.id)) as Round).phase;
  const answer = (question: number, person: string, right: boolean) =>
    store.answerRound({ guild: GUILD, round: round.id, question, person, right, at: Date.now(), day: '2026-05-01' });

  it('asks, closes, and ends the round with the standings, whatever nobody does', async () => {
    await tick(3_000);
    expect(place.texts.size).toBe(0);
    await tick(1_500);
    expect(place.texts.get('0')).toContain('Question 1 of 2');
    expect(await answer(0, '9', true)).toBe('counted');
    expect(await answer(1, '9', true)).toBe('closed');
    await tick(29_000);
    expect(await phase()).toBe('open');
    await tick(1_500);
    expect(place.texts.get('0')).toMatch(
      /closed[\s\S]*Answer: \*\*a\*\*\n-# .*Moscow Times[\s\S]*Right: <@9> \(1 of 1/,
    );
    expect(await answer(0, '8', true)).toBe('closed');
    await tick(7_500);
    expect(place.texts.get('1')).toContain('Question 2 of 2');
    await tick(31_000);
    expect(place.texts.get('1')).toContain('Nobody answered');
    expect(place.texts.get('2')).toContain('**1** <@9>: 1 of 2');
    expect(await phase()).toBe('done');
    await tick(31_000);
    expect(place.texts.size).toBe(3);
    expect(await store.nextJobAt()).toBeUndefined();
    expect(await store.roundIn(GUILD, round.channel)).toBeUndefined();
  });

  it('of which a process died in the middle is done by the next, and nothing is shown twice', async () => {
    await tick(4_500);
    vi.setSystemTime(Date.now() + 31_000);
    const now = Date.now();
    // Taken, and never finished.
    expect(await store.takeDueJobs({ now, until: now + 60_000, limit: 10 })).toHaveLength(1);
    await tick(500);
    expect(place.texts.get('0')).not.toContain('Answer:');
    await tick(60_000);
    expect(place.texts.get('0')).toContain('Answer:');
    await tick(7_500);
    expect([...place.texts.keys()]).toEqual(['0', '1']);
  });

  it('of which a process died before it noted what it had posted posts it once', async () => {
    const dying = { ...store, moveRound: () => Promise.reject(new Error('died')) };
    await expect(tick(4_500, dying)).rejects.toThrow('died');
    await tick(60_500);
    expect([...place.texts.keys()]).toEqual(['0']);
    expect(await phase()).toBe('open');
  });

  it('that is run by two processes closes a question once', async () => {
    await tick(4_500);
    vi.setSystemTime(Date.now() + 31_000);
    const job = { guild: GUILD, id: 'x', kind: QUIZ_JOB, payload: { round: round.id }, dueAt: 0, attempts: 1 };
    const logger = createLogger({ level: 'silent', secrets: [], readable: false });
    const context = { store, posts: place.posts, guilds: fixedGuilds(library), messagesFor, logger };
    await Promise.all([quizJobs[0]?.run(job, context), quizJobs[0]?.run(job, context)]);
    expect(progressOf((await store.round(GUILD, round.id)) as Round)).toMatchObject({ phase: 'waiting', at: 1 });
    expect([...place.texts.keys()]).toEqual(['0']);
  });

  it('tries again where Discord cannot be reached, for a minute', async () => {
    place.state.refuses = 'unavailable';
    await tick(4_500);
    expect(await phase()).toBe('waiting');
    place.state.refuses = undefined;
    await tick(5_500);
    expect(await phase()).toBe('open');
    place.state.refuses = 'unavailable';
    await tick(31_000);
    expect(await phase()).toBe('closed');
    expect(lines).toEqual([]);
    for (let i = 0; i < 20; i++) await tick(5_500);
    expect(await phase()).toBe('done');
    expect(lines).toHaveLength(1);
  });

  it.each(['permission', 'archived', 'unknown'] as const)(
    'ends the round where nothing can be posted any more (%s), says so in the log, and keeps what was answered',
    async (refused) => {
      await tick(4_500);
      await answer(0, '9', true);
      await tick(30_500);
      place.state.refuses = refused;
      await tick(7_500);
      expect(await phase()).toBe('done');
      expect(await store.nextJobAt()).toBeUndefined();
      expect(lines).toEqual([expect.stringContaining('A round has stopped')]);
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ guild: GUILD, round: round.id, refused });
      expect(progressOf((await store.round(GUILD, round.id)) as Round)).toMatchObject({ asked: 1, untold: true });
      expect(await store.roundAnswers(GUILD, round.id)).toHaveLength(1);
    },
  );

  it('shows the answer in a message of its own where the thread was archived, and goes on', async () => {
    await tick(4_500);
    await answer(0, '9', true);
    place.state.isArchived = true;
    await tick(30_500);
    expect(place.texts.get('0')).not.toContain('Answer:');
    expect(place.texts.get('1')).toMatch(/Answer: \*\*a\*\*[\s\S]*Right: <@9>/);
    await tick(7_500);
    expect(place.texts.get('2')).toContain('Question 2 of 2');
    expect(lines).toEqual([]);
  });

  it('goes on where somebody deleted the question', async () => {
    await tick(4_500);
    place.state.refuses = 'unknown';
    await tick(30_500);
    expect(await phase()).toBe('waiting');
  });

  it('leaves a round in a reply alone while it is moved on, and ends it when its process has died', async () => {
    await store.moveRound(GUILD, round.id, ({ progress }) => ({
      progress: { ...(progress as object), phase: 'done' },
      endedAt: 1,
    }));
    round = await begin('reply');
    await tick(5_000);
    expect(await phase()).toBe('waiting');
    await tick(61_000);
    expect(await phase()).toBe('done');
    expect(place.texts.size).toBe(0);
  });
});
