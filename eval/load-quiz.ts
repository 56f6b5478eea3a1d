import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startSandbox } from 'discord-sandbox';
import { openStore } from '../src/store/open.ts';
import { percentile } from './data/metrics.ts';
import { startOne, startTwo } from './load-quiz/bots.ts';
import { playChannel } from './load-quiz/channel.ts';
import { checkRound, type Ledger } from './load-quiz/ledger.ts';

/**
 * Many people play rounds in many channels through the bot's real connection; its process is killed in the middle and
 * started again. Prints how many acknowledged answers are stored once, how many questions were closed once, whether the
 * standings are right, and how long an answer took to be acknowledged. `--postgres`: two processes by turns, one of which
 * is killed.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '200' },
    channels: { type: 'string', default: '20' },
    questions: { type: 'string', default: '6' },
    pace: { type: 'string', default: '15' },
    kills: { type: 'string', default: '2' },
    postgres: { type: 'boolean', default: false },
  },
});
const [CHANNELS, PEOPLE, QUESTIONS, PACE, KILLS] = (['channels', 'people', 'questions', 'pace', 'kills'] as const).map(
  (name) => Number(values[name]),
) as [number, number, number, number, number];
/** Seconds between the end of a question and the next one, and a little more. */
const BETWEEN = 8;

const people = Array.from({ length: PEOPLE }, (_, i) => ({ username: `p${i}`, displayName: `P${i}` }));
const channels = Array.from({ length: CHANNELS }, (_, i) => ({ name: `room-${i}` }));
const application = { name: 'Footnote', description: 'under load' };
const sandbox = await startSandbox({ world: { application, people, guilds: [{ name: 'Load', channels }] } });
const bots = await (values.postgres ? startTwo : startOne)(sandbox);
const playing = channels.map(({ name: channel }, i) => {
  const players = people.filter((_, at) => at % CHANNELS === i).map(({ username }) => username);
  return playChannel(sandbox, { channel, people: players, questions: QUESTIONS, pace: PACE });
});
for (let i = 0; i < KILLS; i++) {
  // Spread over the time of the round, each at another moment of a question.
  await pause(((PACE + BETWEEN) * QUESTIONS * 1_000) / (KILLS + 1) + Math.random() * PACE * 500);
  await bots.killOne();
}
const ledgers = await Promise.all(playing);
await bots.end();
await print(ledgers);
await bots.close();
await sandbox.close();

async function print(all: readonly Ledger[]): Promise<void> {
  const store = await openStore(bots.store);
  const checks = await Promise.all(all.map((ledger) => checkRound(store, ledger)));
  await store.close();
  const sum = (of: (check: (typeof checks)[number]) => number) => checks.reduce((total, each) => total + of(each), 0);
  const times = all.flatMap(({ answers }) => answers.map(({ ms }) => ms));
  const lost = all.reduce((total, { unacknowledged }) => total + unacknowledged.length, 0);
  const ms = (share: number) => `${percentile(share, times).toFixed(0)} ms`;
  const where = values.postgres ? 'two processes on PostgreSQL' : 'one process on SQLite';
  console.log(`${PEOPLE} people, ${CHANNELS} channels, ${QUESTIONS} questions of ${PACE} s, ${where}, ${KILLS} kills`);
  console.log(`answers acknowledged:   ${times.length}; ${lost} presses came to nothing while the bot was away`);
  console.log(
    `  stored once:          ${sum(({ storedOnce }) => storedOnce)}; as told: ${sum(({ asTold }) => asTold)}`,
  );
  console.log(`stored and never given: ${sum(({ strange }) => strange)}`);
  console.log(`questions closed once:  ${sum(({ closedOnce }) => closedOnce)} of ${CHANNELS * QUESTIONS}`);
  console.log(`questions posted twice: ${sum(({ postedTwice }) => postedTwice)}`);
  console.log(`standings right:        ${sum(({ standingsRight }) => Number(standingsRight))} of ${CHANNELS}`);
  console.log(`press to reply:         p50 ${ms(0.5)}, p99 ${ms(0.99)}`);
  console.log(`refused by Discord:     ${sandbox.violations.length}`);
  for (const { method, path, problems } of sandbox.violations.slice(0, 5)) {
    console.log(`  ${method} ${path.replace(/\d{6,}|\w{30,}/g, '…')}: ${problems.join('; ')}`);
  }
}
