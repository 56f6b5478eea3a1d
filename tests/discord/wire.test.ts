import type { APIInteraction } from 'discord-api-types/v10';
import { messageOf, type Sandbox, startSandbox } from 'discord-sandbox';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInteraction } from '../../src/discord/receiving.ts';
import { startBot, type TestBot } from '../support/bot.ts';
import { textOf } from '../support/message.ts';
import { mutatedPayloads } from './payloads.ts';

let sandbox: Sandbox;
let bot: TestBot;

beforeEach(async () => {
  sandbox = await startSandbox();
  bot = await startBot(sandbox, { level: 'debug' });
});

afterEach(async () => {
  await bot.gateway.close(0);
  await sandbox.close();
});

/** How many broken interactions, others each time: `WIRE_RUNS=10000 npx vitest run tests/discord/wire.test.ts` for more. */
const RUNS = Number(process.env.WIRE_RUNS ?? 300);
/** So many at a time, that none waits until it is too old. */
const BATCH = 50;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const answer = async () =>
  textOf(messageOf(await sandbox.client().command('ask', { question: 'When was CELAC founded?' })));

let next = 0;
/** An id that Discord would give now; each another. */
const snowflake = () => String((BigInt(Date.now() - 1_420_070_400_000) << 22n) + BigInt(next++ % 4096));

/** What Discord sends with "Find sources" on a message that holds a poll, a forward, a sticker and a voice note. */
const onMessage = (message: object) => ({
  id: snowflake(),
  application_id: sandbox.applicationId,
  type: 2,
  token: 'a-token',
  version: 1,
  locale: 'en-US',
  guild_id: sandbox.guildId,
  channel_id: '5',
  member: { user: { id: '7', username: 'ana' }, roles: [], permissions: '0' },
  data: {
    id: '8',
    type: 3,
    name: 'Find sources',
    target_id: '9',
    resolved: {
      messages: {
        9: {
          id: '9',
          channel_id: '5',
          author: { id: '7', username: 'ana' },
          content: 'CELAC was founded in 2010.',
          ...message,
        },
      },
    },
  },
});

/** How many lines of each kind the log has. */
function report(lines: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const { msg, err, outcome } = JSON.parse(line);
    const kind = [msg, outcome, err?.type, err?.stack?.[0]].filter(Boolean).join(' · ');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  process.stdout.write(`${[...counts].map(([kind, count]) => `${count} ${kind}`).join('\n')}\n`);
}

describe('what comes over the wire', () => {
  it.each([
    [
      'a poll',
      { poll: { question: { text: 'Which year?' }, answers: [{ answer_id: 1, poll_media: { text: '2010' } }] } },
    ],
    ['a poll without anything', { poll: {} }],
    ['a forward', { message_snapshots: [{ message: { content: 'Before', embeds: [], attachments: [] } }] }],
    ['a sticker', { sticker_items: [{ id: '1', name: 'wave', format_type: 1 }] }],
    ['a voice message', { flags: 1 << 13, attachments: [{ id: '1', filename: 'v.ogg', size: 1, waveform: 'AA==' }] }],
    ['nothing at all', { content: undefined, author: undefined }],
  ])('is answered where the message holds %s', async (_, message) => {
    sandbox.dispatch('INTERACTION_CREATE', onMessage(message));
    await expect
      .poll(() => sandbox.requests.some(({ path }) => path.includes('/callback')), { timeout: 3_000 })
      .toBe(true);
    expect(await answer()).toContain('2010');
  });

  it('is answered or told in the log, whatever of it is missing, of another type or unknown', async () => {
    const known = new Set<string>();
    let read = 0;
    let dropped = 0;
    /** What was logged since the last look: interactions by their ids, and how many were dropped. */
    const look = () => {
      for (const line of bot.lines.slice(read)) {
        const { interaction, msg } = JSON.parse(line) as { interaction?: string; msg: string };
        if (interaction !== undefined) known.add(interaction);
        if (msg.startsWith('An interaction without id')) dropped++;
      }
      read = bot.lines.length;
    };
    const payloads = fc.sample(mutatedPayloads(sandbox.guildId, sandbox.applicationId), RUNS);
    const broken = payloads.filter((payload) => !isInteraction({ ...payload, id: '1' }));
    for (let at = 0; at < RUNS; at += BATCH) {
      const batch = payloads.slice(at, at + BATCH).map((payload) => ({ ...payload, id: snowflake() }));
      for (const payload of batch) sandbox.dispatch('INTERACTION_CREATE', payload);
      const untold = () => {
        look();
        return batch.filter((payload) => isInteraction(payload) && !known.has(payload.id));
      };
      await expect.poll(untold, { timeout: 20_000, interval: 20 }).toEqual([]);
    }
    for (const event of ['READY_SUPPLEMENTAL', 'MESSAGE_CREATE', 'NOT_AN_EVENT']) sandbox.dispatch(event, { a: null });
    expect(await answer()).toContain('2010');
    look();
    expect(dropped).toBe(broken.length);
    if (process.env.WIRE_RUNS) report(bot.lines);
  }, 600_000);

  it('is answered once where it comes twice', async () => {
    const twice = onMessage({});
    sandbox.dispatch('INTERACTION_CREATE', twice);
    sandbox.dispatch('INTERACTION_CREATE', twice);
    // The sandbox did not make it, and so refuses its answer: what counts is that one was tried.
    const answered = () => bot.lines.filter((line) => line.includes('"outcome"') && line.includes(twice.id));
    await expect.poll(answered, { timeout: 10_000 }).toHaveLength(1);
    await pause(200);
    expect(answered()).toHaveLength(1);
  });

  it('is answered although the first acknowledgement is cut off or fails', async () => {
    const isCallback = ({ path }: { path: string }) => path.includes('/callback');
    for (const how of ['reset', 502] as const) {
      sandbox.faults.dropNext(1, how, isCallback);
      expect(await answer()).toContain('2010');
    }
    expect(bot.lines.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('is answered after the connection broke again before it had lasted', async () => {
    const resumed = () => bot.lines.filter((line) => line.includes('Resumed the connection')).length;
    for (const [at, code] of [4000, 4009, 4000].entries()) {
      sandbox.faults.disconnect(code);
      await expect.poll(resumed, { timeout: 8_000 }).toBe(at + 1);
    }
    expect(await answer()).toContain('2010');
  }, 30_000);

  it('leaves nothing in the log of what was asked, answered or sent with', async () => {
    const marker = 'zq-marker-7';
    await sandbox.client().command('ask', { question: `When was CELAC founded ${marker}?` });
    sandbox.dispatch('INTERACTION_CREATE', {
      ...onMessage({ content: marker }),
      token: marker,
    } satisfies object as unknown as APIInteraction);
    sandbox.faults.dropNext(20, 400, ({ path }) => path.includes('/callback'));
    await sandbox
      .client()
      .command('ask', { question: `${marker} visa` })
      .catch(() => {});
    sandbox.faults.clear();
    await pause(200);
    const log = bot.lines.join('\n');
    expect(log).toContain('"command":"ask"');
    expect(log).toContain('"verdict":');
    expect(log).not.toContain(marker);
    expect(log).not.toContain('CELAC');
    expect(log).not.toMatch(/webhooks\/|requestBody|rawError/);
  });
});
