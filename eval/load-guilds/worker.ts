import { ask } from '../../src/answer/ask.ts';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { createGuilds } from '../../src/guilds/guilds.ts';
import { createLogger } from '../../src/logger.ts';
import { loadMaterial } from '../../src/material/load.ts';
import { openStore } from '../../src/store/open.ts';
import { english } from '../../src/text/languages/index.ts';
import { randomFrom } from '../data/random.ts';
import { makeWork, questionOn } from './material.ts';

/** One bot process without Discord: it asks and adds as the parent tells it to, and measures. */

export type Order =
  | { readonly type: 'load'; readonly seconds: number; readonly seed: number }
  | { readonly type: 'add'; readonly server: number; readonly thing: number }
  | { readonly type: 'ask'; readonly server: number; readonly thing: number }
  | { readonly type: 'end' };

export interface Report {
  /** Milliseconds of each question, from asking to the answer. */
  readonly times: readonly number[];
  /** Milliseconds of those among them that found the server's library out of memory, or changed. */
  readonly cold: readonly number[];
  /** Questions whose first excerpt was not the passage asked for, and those whose excerpts were another server's. */
  readonly missed: number;
  readonly wrong: number;
  readonly added: number;
  /** Bytes resident, at most. */
  readonly memory: number;
}

const [, , databaseUrl = '', knowledge = '', count = '0', size = '0', megabytes = '256'] = process.argv;
const SERVERS = Number(count);
const PASSAGES = Number(size);
const QUOTA = { works: 10_000, passages: 1_000_000, bytes: 1e10, additionsPerHour: 1e9 };

const logger = createLogger({ level: 'silent', secrets: [], readable: false });
const store = await openStore({ databaseUrl, dataDir: '', logger });
const shipped = createKnowledgeBase(loadMaterial(knowledge).value, { language: english });
let opened = 0;
const counting = Object.assign(Object.create(logger), {
  info() {
    opened += 1;
  },
}) as typeof logger;
const guilds = createGuilds({
  store,
  shipped,
  memory: Number(megabytes) * 1_000_000,
  quota: QUOTA,
  intake: { readFile: notHere, readFacts: notHere, readDeck: notHere },
  files: { most: 0, fetch: notHere },
  logger: counting,
});

process.on('message', async (order: Order) => {
  if (order.type === 'end') {
    await store.close();
    process.disconnect();
    return;
  }
  if (order.type === 'add') await add(order.server, order.thing);
  const result =
    order.type === 'load'
      ? await load(order.seconds, order.seed)
      : order.type === 'ask'
        ? (await question(order.server, order.thing)).isRight
        : true;
  process.send?.(result);
});
process.send?.('ready');

/** Questions one after another, mostly in a few busy guilds, and an addition now and then. */
async function load(seconds: number, seed: number): Promise<Report> {
  const next = randomFrom('load', seed);
  const times: number[] = [];
  const cold: number[] = [];
  let [missed, wrong, added, memory] = [0, 0, 0, 0];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const server = Math.floor(next() ** 2 * SERVERS);
    if (next() < 0.002) {
      added += 1;
      await add(server, 1_000_000 + seed * 10_000 + added);
      continue;
    }
    const before = opened;
    const { ms, isRight, isForeign } = await question(server, Math.floor(next() * PASSAGES));
    times.push(ms);
    if (opened > before) cold.push(ms);
    missed += isRight ? 0 : 1;
    wrong += isForeign ? 1 : 0;
    memory = Math.max(memory, process.memoryUsage().rss);
  }
  return { times, cold, missed, wrong, added, memory };
}

async function question(server: number, thing: number) {
  const begun = performance.now();
  const { knowledge } = await guilds.open(id(server));
  const { excerpts } = ask(knowledge, questionOn(server, thing));
  const ms = performance.now() - begun;
  const own = new RegExp(`^records-${server}-from-`);
  const shippedIds = shipped.material.sources;
  return {
    ms,
    isRight: excerpts[0]?.passage.text.startsWith(questionOn(server, thing).slice(9, -8)) ?? false,
    isForeign: excerpts.some(({ source }) => !own.test(source.id) && !shippedIds.has(source.id)),
  };
}

async function add(server: number, thing: number): Promise<void> {
  const works = [makeWork(server, thing, 1)];
  const taken = new Set<string>();
  await store.addWorks(id(server), { works, by: '1', at: Date.now(), quota: QUOTA, taken });
}

function id(server: number): string {
  return String(9_000_000 + server);
}

async function notHere(): Promise<never> {
  throw new Error('Nothing is read here.');
}
