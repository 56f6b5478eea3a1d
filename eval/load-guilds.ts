import { fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/root.ts';
import { openStore } from '../src/store/open.ts';
import { startPostgres } from '../tests/support/postgres.ts';
import { percentile } from './data/metrics.ts';
import { makeWork } from './load-guilds/material.ts';
import type { Order, Report } from './load-guilds/worker.ts';

/**
 * Two bot processes on one PostgreSQL, many servers with made-up material, a mixed load: prints how long questions take,
 * what the processes hold in memory, whether an addition through one is answered by the other at once, and how many
 * excerpts belonged to another server.
 */
const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: '50' },
    passages: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '60' },
    memory: { type: 'string', default: '256' },
  },
});
const SERVERS = Number(values.servers);
const PASSAGES = Number(values.passages);

const postgres = await startPostgres({ safe: true });
if (typeof postgres === 'string') throw new Error(postgres);
try {
  const url = await postgres.database();
  await fill(url);
  const workers = await Promise.all([startWorker(url), startWorker(url)]);
  await printSharing(workers);
  const reports = await Promise.all(
    workers.map((worker, i) => worker.send<Report>({ type: 'load', seconds: Number(values.seconds), seed: i + 1 })),
  );
  reports.forEach(printReport);
  for (const worker of workers) worker.end();
} finally {
  await postgres.close();
}

async function fill(databaseUrl: string): Promise<void> {
  const begun = performance.now();
  const store = await openStore({ databaseUrl, dataDir: '' });
  const quota = { works: 10, passages: PASSAGES, bytes: 1e10, additionsPerHour: 10 };
  for (let server = 0; server < SERVERS; server++) {
    const works = [makeWork(server, 0, PASSAGES)];
    await store.addWorks(String(9_000_000 + server), { works, by: '1', at: Date.now(), quota, taken: new Set() });
  }
  await store.close();
  say(`${SERVERS} servers of ${PASSAGES} passages stored in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

interface Worker {
  send<T>(order: Order): Promise<T>;
  end(): void;
}

async function startWorker(url: string): Promise<Worker> {
  const file = join(packageRoot, 'dist', 'eval', 'load-guilds', 'worker.js');
  const { memory } = values;
  const child = fork(file, [url, join(packageRoot, 'knowledge'), String(SERVERS), String(PASSAGES), memory]);
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`A process ended with ${code} before it answered.`)));
  });
  // Once all is told it may end.
  ended.catch(() => {});
  const next = <T>() => {
    const message = new Promise<T>((resolve) => child.once('message', resolve as (message: unknown) => void));
    return Promise.race([message, ended]);
  };
  await next();
  return {
    send(order) {
      const answer = next<never>();
      child.send(order);
      return answer;
    },
    end: () => void child.send({ type: 'end' } satisfies Order),
  };
}

/** Additions through one process, each asked of the other at once. */
async function printSharing([one, other]: readonly Worker[]): Promise<void> {
  if (!one || !other) return;
  let seen = 0;
  const tries = 20;
  for (let i = 0; i < tries; i++) {
    const [writer, reader] = i % 2 === 0 ? [one, other] : [other, one];
    const order = { server: i % SERVERS, thing: 500_000 + i };
    await writer.send({ type: 'add', ...order });
    if (await reader.send<boolean>({ type: 'ask', ...order })) seen += 1;
  }
  say(`additions through one process that the other answered at its next question: ${seen} of ${tries}`);
}

function printReport({ times, cold, missed, wrong, added, memory }: Report, i: number): void {
  const at = (share: number, of: readonly number[]) => (percentile(share, of) ?? 0).toFixed(1);
  say(
    `process ${i + 1}: ${times.length} questions, p50 ${at(0.5, times)} ms, p99 ${at(0.99, times)} ms; ` +
      `${cold.length} of them with a library to load, p50 ${at(0.5, cold)} ms, p99 ${at(0.99, cold)} ms; ` +
      `${added} additions; ${missed} not found, ${wrong} of another server; ${Math.round(memory / 1e6)} MB at most`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
