import { ApplicationCommandType } from 'discord-api-types/v10';
import { messageOf, type Sandbox, startSandbox } from 'discord-sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { SlashCommand } from '../../src/bot/command.ts';
import { createDispatcher } from '../../src/bot/dispatch.ts';
import { toDefinitions } from '../../src/discord/definitions.ts';
import { connectGateway } from '../../src/discord/gateway.ts';
import type { Ingress } from '../../src/discord/ingress.ts';
import type { LeaseBook } from '../../src/discord/leases.ts';
import { createLogger } from '../../src/logger.ts';
import { joinCollections } from '../../src/material/load.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { english } from '../../src/text/languages/index.ts';
import { fixedGuilds, unreachable } from '../support/guilds.ts';
import { textOf } from '../support/message.ts';

const SHARDS = 4;
const library = createKnowledgeBase(joinCollections([]), { language: english });
let sandbox: Sandbox;
let store: Store;
const running: Ingress[] = [];
/** The log of all processes. */
const lines: string[] = [];

beforeEach(async () => {
  sandbox = await startSandbox({ shards: SHARDS, maxConcurrency: 16 });
  for (let i = 0; i < 6; i++) sandbox.addGuild({ name: `Guild ${i}`, channels: [{ name: `room-${i}` }] });
  store = await openMemoryStore();
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((process) => process.close(0)));
  await sandbox.close();
  await store.close();
});

/** A process whose `/help` says its name. */
async function start(name: string, leases: LeaseBook = store, shards: number | 'auto' = 'auto'): Promise<Ingress> {
  const run = () => ({ show: 'public' as const, components: noticeView(name) });
  const help: SlashCommand = { type: ApplicationCommandType.ChatInput, name: 'help', options: [], complete: {}, run };
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ level: 'info', secrets: [], readable: false, destination });
  const dispatcher = createDispatcher({
    ...unreachable,
    commands: [help],
    actions: [],
    guilds: fixedGuilds(library),
    logger,
  });
  const definitions = toDefinitions([help]);
  const sharing = { shards, leases };
  const process = await connectGateway({
    token: 'test',
    api: sandbox.apiUrl,
    dispatcher,
    definitions,
    logger,
    sharing,
  });
  running.push(process);
  return process;
}

const open = (process: Ingress) => expect.poll(() => process.isOpen(), { timeout: 5_000 }).toBe(true);
/** How many shards each process holds. */
async function holders(): Promise<number[]> {
  const counts = new Map<string, number>();
  for (const { name, holder } of await store.leases(Date.now())) {
    if (name.startsWith('shard ')) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  }
  return [...counts.values()];
}

/** Which process holds which shard. */
async function shardsByHolder(): Promise<string[]> {
  const held = await store.leases(Date.now());
  return held.filter(({ name }) => name.startsWith('shard ')).map(({ name, holder }) => `${name} ${holder}`);
}

/** A way to the store that can be cut. */
function cuttable() {
  const cut = { isOff: false, leases: {} as LeaseBook };
  const unlessCut = <T>(call: () => Promise<T>) => (cut.isOff ? Promise.reject(new Error('away')) : call());
  cut.leases = {
    acquireLease: (...args) => unlessCut(() => store.acquireLease(...args)),
    renewLease: (...args) => unlessCut(() => store.renewLease(...args)),
    releaseLease: (...args) => unlessCut(() => store.releaseLease(...args)),
    leases: (now) => unlessCut(() => store.leases(now)),
  };
  return cut;
}

/** How many shards another process could go on with. */
async function sessions(): Promise<number> {
  return (await store.leases(Date.now())).filter(({ state }) => state?.includes('sessionId')).length;
}

/** How many shards others hold. */
async function shardsNotOf(former: ReadonlySet<string>): Promise<number> {
  const held = await store.leases(Date.now());
  return held.filter(({ name, holder }) => name.startsWith('shard ') && !former.has(holder)).length;
}

/** Who answered in each of the guilds. */
async function ask(): Promise<string[]> {
  const rooms = Array.from({ length: 6 }, (_, i) => sandbox.client(undefined, `room-${i}`));
  const outcomes = await Promise.all(rooms.map((room) => room.command('help')));
  return outcomes.map((outcome) => textOf(messageOf(outcome)));
}

describe('processes that share a store', () => {
  it('divide the shards evenly, and answer each interaction once', async () => {
    const first = await start('first');
    await open(first);
    expect(await ask()).toEqual(Array.from({ length: 6 }, () => 'first'));
    const second = await start('second');
    await expect.poll(holders, { timeout: 5_000 }).toEqual([2, 2]);
    await Promise.all([open(first), open(second)]);
    const before = sandbox.requests.length;
    expect(new Set(await ask())).toEqual(new Set(['first', 'second']));
    expect(sandbox.requests.slice(before).map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 204));
  });

  it('take over at once from one that ends, and miss nothing', async () => {
    const first = await start('first');
    const second = await start('second');
    await expect.poll(holders, { timeout: 5_000 }).toEqual([2, 2]);
    await Promise.all([open(first), open(second)]);
    const ending = first.close();
    const during: Promise<string[]>[] = [];
    for (let i = 0; i < 8; i++) {
      during.push(ask());
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await ending;
    expect((await Promise.all(during)).flat()).toHaveLength(8 * 6);
    expect(await holders()).toEqual([4]);
    expect(sandbox.violations).toEqual([]);
    expect(await ask()).toEqual(Array.from({ length: 6 }, () => 'second'));
  });

  it('keep their shards and connections where the store was away for longer than a lease lasts', async () => {
    const cut = cuttable();
    const both = [await start('first', cut.leases), await start('second', cut.leases)];
    await expect.poll(holders, { timeout: 5_000 }).toEqual([2, 2]);
    await Promise.all(both.map(open));
    await expect.poll(sessions).toBe(SHARDS);
    const before = await shardsByHolder();
    const logged = lines.length;
    cut.isOff = true;
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(await shardsByHolder()).toEqual([]);
    cut.isOff = false;
    await expect.poll(shardsByHolder, { timeout: 3_000 }).toEqual(before);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(await shardsByHolder()).toEqual(before);
    expect(lines.slice(logged).filter((line) => /shard|[cC]onnect/.test(line))).toEqual([
      expect.stringContaining('cannot be shared'),
      expect.stringContaining('cannot be shared'),
      expect.stringContaining('shared again'),
      expect.stringContaining('shared again'),
    ]);
  }, 30_000);

  it('take over from one that gives no sign of life, which then stays away', async () => {
    const cut = cuttable();
    const first = await start('first', cut.leases);
    await open(first);
    await expect.poll(sessions).toBe(SHARDS);
    const former = new Set((await store.leases(Date.now())).map(({ holder }) => holder));
    cut.isOff = true;
    expect(await ask()).toEqual(Array.from({ length: 6 }, () => 'first'));
    const second = await start('second');
    await expect.poll(() => shardsNotOf(former), { timeout: 15_000 }).toBe(SHARDS);
    await open(second);
    await expect.poll(() => first.isOpen(), { timeout: 5_000 }).toBe(false);
    expect(await ask()).toEqual(Array.from({ length: 6 }, () => 'second'));
    cut.isOff = false;
    await expect.poll(holders, { timeout: 5_000 }).toEqual([2, 2]);
    await Promise.all([open(first), open(second)]);
    expect(new Set(await ask())).toEqual(new Set(['first', 'second']));
  }, 40_000);

  it('keep to the number of shards that is in use, and wait with another', async () => {
    const first = await start('first', store, 2);
    await open(first);
    await start('auto');
    await expect.poll(holders, { timeout: 5_000 }).toEqual([1, 1]);
    await start('three', store, 3);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await store.leases(Date.now())).some(({ name }) => name.endsWith('/3'))).toBe(false);
  });
});
