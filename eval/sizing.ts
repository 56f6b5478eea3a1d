import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { createKnowledgeBase } from '../src/answer/knowledge-base.ts';
import { createGuilds } from '../src/guilds/guilds.ts';
import type { Guilds } from '../src/guilds/types.ts';
import { createLogger } from '../src/logger.ts';
import { loadMaterial } from '../src/material/load.ts';
import type { Fact } from '../src/material/types.ts';
import { packageRoot } from '../src/root.ts';
import { openStore } from '../src/store/open.ts';
import { english } from '../src/text/languages/index.ts';
import { startPostgres } from '../tests/support/postgres.ts';
import { percentile } from './data/metrics.ts';
import { makeWork, nameOf } from './load-guilds/material.ts';

/**
 * Prints what a server with material of its own takes: rows and bytes in PostgreSQL, bytes of index in memory, and how long
 * its library takes to open from the store. Material is made up: works of 100 passages of 80 words, with a few facts each.
 * Usage: npm run sizing -- [--servers 300] [--works 3] [--facts 10] [--partitions 16] [--database URL], the last one empty.
 */
const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: '300' },
    works: { type: 'string', default: '3' },
    facts: { type: 'string', default: '10' },
    partitions: { type: 'string' },
    database: { type: 'string' },
  },
});
const SERVERS = Number(values.servers);
const WORKS = Number(values.works);
const PASSAGES = 100;
const FACTS = Number(values.facts);
const MEMORY = 4_000_000_000;
const QUOTA = { works: 1_000, passages: 1_000_000, bytes: 1e10, additionsPerHour: 1e6 };

const postgres = values.database === undefined ? await startPostgres() : undefined;
if (typeof postgres === 'string') throw new Error(postgres);
const databaseUrl = values.database ?? (await postgres?.database()) ?? '';
const logger = createLogger({ level: 'silent', secrets: [], readable: false });
const shipped = createKnowledgeBase(loadMaterial(join(packageRoot, 'knowledge')).value, { language: english });
const store = await openStore({ databaseUrl, dataDir: '', logger });
const client = new pg.Client(databaseUrl);
await client.connect();
try {
  await store.health();
  if (values.partitions !== undefined) await divide(Number(values.partitions));
  await fill();
  const before = heldBytes();
  const first = await openAll();
  const held = heldBytes() - before;
  const index = first.guilds.indexMemory;
  const again = await openAll();
  await printTables();
  say(`memory a server: ${kB(held / SERVERS)} on the heap, ${kB(index / SERVERS)} as counted against INDEX_MEMORY_MB`);
  say(`to open: ${times(first.ms)} where it has to be indexed, ${times(again.ms)} from its snapshot`);
} finally {
  await client.end();
  await store.close();
  await postgres?.close();
}

async function divide(parts: number): Promise<void> {
  const script = readFileSync(join(packageRoot, 'deploy', 'partition.sql'), 'utf8');
  await client.query(`set footnote.partitions = ${parts}; begin; ${script}; commit`);
}

function serverId(server: number): string {
  return String(500_000_000_000_000_000n + BigInt(server));
}

async function fill(): Promise<void> {
  for (let server = 0; server < SERVERS; server++) {
    const works = Array.from({ length: WORKS }, (_, work) => makeWork(server, work * PASSAGES, PASSAGES));
    const added = await store.addWorks(serverId(server), {
      works,
      by: '1',
      at: Date.now(),
      quota: QUOTA,
      taken: new Set(),
    });
    if (!added.ok) throw new Error(`The works were refused: ${added.reason}.`);
    const facts = added.sources.flatMap(({ id }, work) =>
      Array.from({ length: FACTS }, (_, i): Fact => {
        const name = nameOf(server, work * PASSAGES + i);
        const passages = [`${id}#${i + 1}`];
        const question = `When was ${name} opened?`;
        return {
          id: `${id} ${i}`,
          source: id,
          subject: name,
          attribute: 'opened',
          value: '1800',
          passages,
          otherNames: ['built'],
          question,
          otherQuestions: [],
        };
      }),
    );
    await store.replaceFacts(serverId(server), facts, '1', Date.now());
  }
}

/** With nothing in memory at first. */
async function openAll(): Promise<{ ms: number[]; guilds: Guilds }> {
  const guilds = createGuilds({
    store,
    shipped,
    memory: MEMORY,
    quota: QUOTA,
    intake: { readFile: unused, readFacts: unused, readDeck: unused },
    files: { most: 0, fetch: unused },
    logger,
  });
  const ms: number[] = [];
  for (let server = 0; server < SERVERS; server++) {
    const begun = performance.now();
    await guilds.open(serverId(server));
    ms.push(performance.now() - begun);
  }
  return { ms, guilds };
}

/** After a collection: what is really held, on the heap and in buffers. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function unused(): Promise<never> {
  throw new Error('Nothing is read here.');
}

async function printTables(): Promise<void> {
  await client.query('analyze');
  const { rows } = await client.query<{ name: string; rows: string; bytes: string }>(
    `select coalesce(parent.relname, c.relname) as name, sum(c.reltuples) as rows,
       sum(pg_total_relation_size(c.oid)) as bytes
     from pg_class c left join pg_inherits i on i.inhrelid = c.oid left join pg_class parent on parent.oid = i.inhparent
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1 order by 3 desc`,
  );
  const total = rows.reduce((sum, { bytes }) => sum + Number(bytes), 0);
  const all = rows.reduce((sum, { rows }) => sum + Math.max(0, Number(rows)), 0);
  say(`${SERVERS} servers of ${WORKS * PASSAGES} passages and ${WORKS * FACTS} facts`);
  say(`a server: ${(all / SERVERS).toFixed(0)} rows, ${kB(total / SERVERS)} in PostgreSQL, of which`);
  for (const { name, rows: count, bytes } of rows.slice(0, 6)) {
    say(
      `  ${name.padEnd(16)} ${(Number(count) / SERVERS).toFixed(1).padStart(7)} rows ${kB(Number(bytes) / SERVERS).padStart(9)}`,
    );
  }
}

function kB(bytes: number): string {
  return `${Math.round(bytes / 1_000).toLocaleString('en')} kB`;
}

function times(ms: readonly number[]): string {
  return `p50 ${percentile(0.5, ms).toFixed(0)} ms, p99 ${percentile(0.99, ms).toFixed(0)} ms`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
