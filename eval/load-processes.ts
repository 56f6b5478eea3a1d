import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Sandbox, startSandbox } from 'discord-sandbox';
import { packageRoot } from '../src/root.ts';
import { freePort, startPostgres } from '../tests/support/postgres.ts';
import { percentile } from './data/metrics.ts';
import { readQuestions } from './data/question-set.ts';
import { type BotProcess, superviseBot } from './load/bot-process.ts';
import { actEvenly, addServers, countBy, createMix, type Mix } from './load/mix.ts';
import { startNginx } from './load/nginx.ts';

/**
 * Two processes of the bot on one PostgreSQL, under a mixed load: HTTP replicas behind nginx, then the gateway with four
 * shards. One of them in turn is killed every 10 seconds and started again; then each is restarted in order. Prints what
 * was lost, answered twice and late.
 * Usage: npm run load:processes -- [--seconds 120] [--rate 20] [--only http|gateway]
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '120' },
    rate: { type: 'string', default: '20' },
    only: { type: 'string' },
  },
});
const SECONDS = Number(values.seconds);
const RATE = Number(values.rate);
const KILL_EVERY_MS = 10_000;
const SERVERS = 8;
const SHARDS = 4;
/** Seconds before and after the restarts in order. */
const CALM_S = 5;

const questions = readQuestions(join(packageRoot, 'tests', 'questions', 'development.json')).map(
  ({ question }) => question,
);
const postgres = await startPostgres();
if (typeof postgres === 'string') throw new Error(postgres);
try {
  if (values.only !== 'gateway') await http(await postgres.database());
  if (values.only !== 'http') await gateway(await postgres.database());
} finally {
  await postgres.close();
}

async function http(database: string): Promise<void> {
  const [front, ...ports] = await Promise.all([freePort(), freePort(), freePort()]);
  const nginx = await startNginx(front, ports);
  if (nginx === undefined) return say('HTTP: left out, since no nginx is installed');
  const sandbox = await startSandbox();
  const replicas = await Promise.all(
    ports.map((port) =>
      start(sandbox, database, {
        DISCORD_PUBLIC_KEY: sandbox.publicKey,
        HTTP_PORT: String(port),
        HTTP_HOST: '127.0.0.1',
      }),
    ),
  );
  await Promise.all(replicas.map((replica) => replica.ready()));
  await sandbox.useEndpoint(`${nginx.origin}/interactions`);
  await disturb('HTTP, two replicas', sandbox, replicas);
  await nginx.close();
}

async function gateway(database: string): Promise<void> {
  const sandbox = await startSandbox({ shards: SHARDS, maxConcurrency: 16 });
  const processes = await Promise.all([1, 2].map(() => start(sandbox, database, { SHARDS: 'auto' })));
  await Promise.all(processes.map((process) => process.ready()));
  await setTimeout(3_000);
  await disturb(`gateway, two processes, ${SHARDS} shards`, sandbox, processes);
}

async function start(sandbox: Sandbox, database: string, more: Record<string, string>): Promise<BotProcess> {
  const environment = { DISCORD_TOKEN: 'a.b.c', DISCORD_API: sandbox.apiUrl, DATABASE_URL: database, ...more };
  return superviseBot({ bot: packageRoot, opsPort: await freePort(), environment });
}

async function disturb(name: string, sandbox: Sandbox, processes: readonly BotProcess[]): Promise<void> {
  addServers(sandbox, SERVERS);
  await calm(sandbox);
  const kills: number[] = [];
  const killed = createMix(sandbox, SERVERS, questions);
  const running = actEvenly(killed, RATE, SECONDS);
  await killInTurn(processes, kills, running);
  print(`${name}, one killed every ${KILL_EVERY_MS / 1000} s`, killed, kills);

  await Promise.all(processes.map((process) => process.ready()));
  await setTimeout(3_000);
  const restarted = createMix(sandbox, SERVERS, questions);
  const seconds = 2 * CALM_S + 10 * processes.length;
  const [restarts] = await Promise.all([restartEach(processes), actEvenly(restarted, RATE, seconds)]);
  print(`${name}, each restarted in order`, restarted, restarts);
  await Promise.all(processes.map((process) => process.stop()));
  await sandbox.close();
}

/**
 * Kills one after the other until `end`, each only while all others are ready: on a machine that takes long to start a process
 * nobody would be left otherwise.
 */
async function killInTurn(processes: readonly BotProcess[], kills: number[], end: Promise<unknown>): Promise<void> {
  let isOver = false;
  const over = end.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const victim = processes[kills.length % processes.length];
    const others = processes.filter((process) => process !== victim);
    await Promise.race([over, setTimeout(KILL_EVERY_MS)]);
    await Promise.race([over, Promise.all(others.map((process) => process.ready()))]);
    if (isOver) return;
    victim?.kill();
    kills.push(performance.now());
  }
}

/** Warms everything up. */
async function calm(sandbox: Sandbox): Promise<void> {
  await actEvenly(createMix(sandbox, SERVERS, questions), RATE, CALM_S);
}

async function restartEach(processes: readonly BotProcess[]): Promise<number[]> {
  const restarts: number[] = [];
  await setTimeout(CALM_S * 1_000);
  for (const process of processes) {
    restarts.push(performance.now());
    await process.restart();
    await process.ready();
    await setTimeout(2_000);
  }
  return restarts;
}

function print(name: string, mix: Mix, interruptions: readonly number[]): void {
  const { deeds } = mix;
  const lost = deeds.filter(({ failure }) => failure !== undefined);
  const waits = deeds.flatMap(({ begun, settled, failure }) => (failure === undefined ? [settled - begun] : []));
  const late = waits.filter((ms) => ms > 3_000).length;
  const at = (share: number) => (percentile(share, waits) ?? 0).toFixed(0);
  say(
    `${name}: ${deeds.length} interactions, ${interruptions.length} interruptions; lost ${lost.length} ` +
      `(${((100 * lost.length) / Math.max(1, deeds.length)).toFixed(2)} %), answered twice ${mix.twice()}, ` +
      `later than 3 s ${late}; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
  for (const [reason, count] of countBy(lost.map(({ failure = '' }) => failure))) say(`  lost: ${count} "${reason}"`);
  const offsets = lost.map(({ begun }) => begun - Math.max(...interruptions.filter((at) => at <= begun + 3_000)));
  if (lost.length > 0) {
    say(
      `  begun ${(Math.min(...offsets) / 1000).toFixed(1)} to ${(Math.max(...offsets) / 1000).toFixed(1)} s after an interruption`,
    );
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
