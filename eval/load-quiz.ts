import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Sandbox, startSandbox } from 'discord-sandbox';
import { packageRoot } from '../src/root.ts';
import { openStore } from '../src/store/open.ts';
import { percentile } from './data/metrics.ts';
import { playChannel } from './load-quiz/channel.ts';
import { checkRound, type Ledger } from './load-quiz/ledger.ts';

/**
 * Many people play rounds in many channels through the bot's real connection; its process is killed in the middle and
 * started again. Prints how many acknowledged answers are stored once, how many questions were closed once, whether the
 * standings are right, and how long an answer took to be acknowledged.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '200' },
    channels: { type: 'string', default: '20' },
    questions: { type: 'string', default: '6' },
    pace: { type: 'string', default: '15' },
    kills: { type: 'string', default: '2' },
  },
});
const CHANNELS = Number(values.channels);
const PEOPLE = Number(values.people);
const QUESTIONS = Number(values.questions);
const PACE = Number(values.pace);
/** Milliseconds that the bot stays away after it was killed. */
const AWAY_MS = 2_000;
/** Seconds between an answer and the next question, and a little more. */
const BETWEEN = 8;

const people = Array.from({ length: PEOPLE }, (_, i) => ({ username: `p${i}`, displayName: `P${i}` }));
const channels = Array.from({ length: CHANNELS }, (_, i) => ({ name: `room-${i}` }));
const sandbox = await startSandbox({
  world: {
    application: { name: 'Footnote', description: 'under load' },
    people,
    guilds: [{ name: 'Load', channels }],
  },
});
const dataDir = mkdtempSync(join(tmpdir(), 'footnote-load-quiz-'));
let child = await startBot(sandbox);

const playing = channels.map(({ name }, i) =>
  playChannel(sandbox, {
    channel: name,
    people: people.filter((_, at) => at % CHANNELS === i).map(({ username }) => username),
    questions: QUESTIONS,
    pace: PACE,
  }),
);
const kills = Number(values.kills);
for (let i = 0; i < kills; i++) {
  // Spread over the time of the round, each at another moment of a question.
  await pause(((PACE + BETWEEN) * QUESTIONS * 1_000) / (kills + 1) + Math.random() * PACE * 500);
  child.kill('SIGKILL');
  await pause(AWAY_MS);
  child = await startBot(sandbox);
}
const ledgers = await Promise.all(playing);
child.kill('SIGTERM');
await new Promise((ended) => child.once('exit', ended));
await print(ledgers);
await sandbox.close();
rmSync(dataDir, { recursive: true, force: true });

async function startBot({ apiUrl }: Sandbox): Promise<ChildProcess> {
  const started = spawn(process.execPath, [join(packageRoot, 'dist', 'src', 'main.js')], {
    cwd: dataDir,
    env: { ...process.env, DISCORD_TOKEN: 'a.b.c', DISCORD_API: apiUrl, DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const deadline = performance.now() + 60_000;
  // The connection of the one before may still count as open.
  await pause(500);
  while (!(sandbox.online && sandbox.commands.length > 0) && performance.now() < deadline) await pause(50);
  return started;
}

async function print(all: readonly Ledger[]): Promise<void> {
  const store = await openStore({ dataDir });
  const checks = await Promise.all(all.map((ledger) => checkRound(store, ledger)));
  await store.close();
  const sum = (of: (check: (typeof checks)[number]) => number) => checks.reduce((total, each) => total + of(each), 0);
  const times = all.flatMap(({ answers }) => answers.map(({ ms }) => ms));
  const lost = all.reduce((total, { unacknowledged }) => total + unacknowledged.length, 0);
  console.log(`${PEOPLE} people, ${CHANNELS} channels, ${QUESTIONS} questions of ${PACE} s, killed ${kills} times`);
  console.log(`answers acknowledged:   ${times.length} (${lost} more were sent and not acknowledged)`);
  console.log(
    `  of them stored once:  ${sum(({ storedOnce }) => storedOnce)}, as they were told: ${sum(({ asTold }) => asTold)}`,
  );
  console.log(`stored and never given: ${sum(({ strange }) => strange)}`);
  console.log(`questions closed once:  ${sum(({ closedOnce }) => closedOnce)} of ${CHANNELS * QUESTIONS}`);
  console.log(`questions posted twice: ${sum(({ postedTwice }) => postedTwice)}`);
  console.log(`standings right:        ${sum(({ standingsRight }) => Number(standingsRight))} of ${CHANNELS}`);
  console.log(
    `click to reply:         p50 ${percentile(0.5, times).toFixed(0)} ms, p99 ${percentile(0.99, times).toFixed(0)} ms`,
  );
  console.log(`refused by Discord:     ${sandbox.violations.length}`);
}
