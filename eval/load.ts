import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/root.ts';
import { freePort } from '../tests/support/postgres.ts';
import { residentBytes } from './data/memory.ts';
import { percentile } from './data/metrics.ts';
import { readQuestions } from './data/question-set.ts';
import { type Fate, type LoadDiscord, startLoadDiscord } from './load/discord.ts';
import { soak } from './load/soak.ts';

/**
 * Drives the bot through its real connection: the rate that it sustains, one and a half and three times that, bursts, and
 * a signal to end in the middle; prints a line each. `--bot DIR`: another build. `--beside DIR`: what a question costs this
 * build and that one, and what each sustains, by turns. Take one figure beside another of the same run: machines differ, and
 * a busy one halves them. `--fresh`: no question is answered from memory; otherwise each of 505 comes again and again.
 * `--http`: interactions over HTTP. `--soak`: a mixed load for long on a faulty wire instead, of `--interactions` at
 * `--rate` a second.
 */
const { values } = parseArgs({
  options: {
    bot: { type: 'string' },
    beside: { type: 'string' },
    rate: { type: 'string' },
    http: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    soak: { type: 'boolean', default: false },
    interactions: { type: 'string', default: '20000' },
  },
});
const bot = resolve(values.bot ?? packageRoot);
const questions = ['development', 'third'].flatMap((set) =>
  readQuestions(join(packageRoot, 'tests', 'questions', `${set}.json`)).map(({ question }) => question),
);

/** Characters of a question whose answer is not remembered. */
const UNREMEMBERED = 201;
/** A rate that leaves the bot idle at times. */
const COST_RATE = 60;
const ROUNDS = 3;
/** Seconds. */
const WARM_UP = 10;
/** In `/proc/PID/stat`, counted from after the program's name. */
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;
const MS_PER_TICK = 10;

let next = 0;

if (values.soak) {
  const { http, interactions } = values;
  await soak({ bot, http, interactions: Number(interactions), perSecond: Number(values.rate ?? 50), questions });
} else if (values.beside !== undefined) await compare([resolve(values.beside), bot]);
else await overload();

interface Stage {
  readonly discord: LoadDiscord;
  readonly child: ChildProcess;
  close(): void;
}

async function start(build = bot): Promise<Stage> {
  const port = values.http ? await freePort() : undefined;
  const discord = await startLoadDiscord(port === undefined ? undefined : `http://127.0.0.1:${port}/interactions`);
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-load-'));
  const child = spawn(process.execPath, [join(build, 'dist', 'src', 'main.js')], {
    cwd: dataDir,
    env: {
      ...process.env,
      DISCORD_TOKEN: 'a.b.c',
      DISCORD_API: discord.api,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...(port === undefined ? {} : { DISCORD_PUBLIC_KEY: discord.publicKey, HTTP_PORT: String(port) }),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await discord.whenReady;
  await pause(1_000);
  return {
    discord,
    child,
    close() {
      child.kill('SIGKILL');
      discord.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

function ask({ discord }: Stage): string {
  const question = questions[next % questions.length] ?? '';
  return discord.ask(values.fresh ? question.padEnd(UNREMEMBERED) : question, String(100 + (next++ % 20)));
}

/** Asks at an even rate; gives the ids. */
async function drive(stage: Stage, perSecond: number, seconds: number): Promise<string[]> {
  const ids: string[] = [];
  const begun = performance.now();
  for (let elapsed = 0; elapsed < seconds * 1_000; elapsed = performance.now() - begun) {
    while (ids.length < (elapsed / 1_000) * perSecond) ids.push(ask(stage));
    await pause(2);
  }
  return ids;
}

interface Figures {
  readonly asked: number;
  readonly inTime: number;
  readonly deferred: number;
  readonly promisedAndLost: number;
  readonly twice: number;
  readonly p50: number;
  readonly p99: number;
}

function figuresOf({ discord }: Stage, ids: readonly string[]): Figures {
  const fates = ids.map((id) => discord.fates.get(id) as Fate);
  const waits = fates.flatMap(({ sent, acknowledged }) => (acknowledged === undefined ? [] : acknowledged - sent));
  return {
    asked: ids.length,
    inTime: waits.filter((ms) => ms < 3_000).length,
    deferred: fates.filter(({ isDeferral }) => isDeferral).length,
    promisedAndLost: fates.filter(({ acknowledged, answered }) => acknowledged !== undefined && answered === undefined)
      .length,
    twice: fates.filter(({ acknowledgements }) => acknowledgements > 1).length,
    p50: percentile(0.5, waits),
    p99: percentile(0.99, waits),
  };
}

function memoryMb({ child }: Stage): number {
  return Math.round(residentBytes(child.pid) / 1024 / 1024);
}

function print(name: string, figures: Figures, more = ''): void {
  const { asked, inTime, deferred, promisedAndLost, twice, p50, p99 } = figures;
  const share = ((100 * inTime) / Math.max(1, asked)).toFixed(1);
  process.stdout.write(
    `${name.padEnd(22)} asked ${asked}, acknowledged in 3 s ${inTime} (${share} %), deferred ${deferred}, ` +
      `promised and lost ${promisedAndLost}, twice ${twice}, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms${more}\n`,
  );
}

/** Milliseconds of a processor that a process has used. */
function processorMs({ pid }: Pick<ChildProcess, 'pid'>): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS])) * MS_PER_TICK;
}

/** Milliseconds of a processor that a question costs the bot, and the program that asks. */
async function costOf(build: string): Promise<{ bot: number; asking: number }> {
  const stage = await start(build);
  await drive(stage, COST_RATE, 4);
  await pause(500);
  const [before, askingBefore] = [processorMs(stage.child), processorMs(process)];
  const ids = await drive(stage, COST_RATE, 8);
  await pause(1_500);
  const bot = (processorMs(stage.child) - before) / ids.length;
  const asking = (processorMs(process) - askingBefore) / ids.length;
  stage.close();
  return { bot, asking };
}

/**
 * Two builds by turns. The processor time of a question is the bot's own, whatever else the machine does; how many a second
 * it sustains depends on what the others leave it, the program that asks being one of them.
 */
async function compare(builds: readonly string[]): Promise<void> {
  const costs = new Map(builds.map((build) => [build, [] as number[]]));
  for (let round = 1; round <= ROUNDS; round++) {
    for (const build of builds) {
      const { bot, asking } = await costOf(build);
      costs.get(build)?.push(bot);
      const rate = await sustainable(build);
      process.stdout.write(
        `round ${round}  ${build}: ${bot.toFixed(2)} ms of a processor a question (asking it ${asking.toFixed(2)} ms), ` +
          `sustains ${rate} a second\n`,
      );
    }
  }
  for (const [build, each] of costs) {
    const least = Math.min(...each);
    process.stdout.write(
      `${build}: at least ${least.toFixed(2)} ms a question, ${Math.floor(1_000 / least)} a second of one processor\n`,
    );
  }
}

/** The highest rate at which nearly all are acknowledged, quickly: 99.5 % within 3 s, p99 below half a second. */
async function sustainable(build = bot): Promise<number> {
  const stage = await start(build);
  await drive(stage, 50, 3);
  let best = 50;
  for (let rate = 100; rate <= 3_000; rate = Math.round(rate * 1.25)) {
    const ids = await drive(stage, rate, 4);
    await pause(1_500);
    const { asked, inTime, p99 } = figuresOf(stage, ids);
    if (inTime < 0.995 * asked || p99 > 500) break;
    best = rate;
  }
  stage.close();
  return best;
}

async function overload(): Promise<void> {
  const rate = values.rate === undefined ? await sustainable() : Number(values.rate);
  process.stdout.write(`sustainable rate       ${rate} questions a second\n`);
  const cost = await costOf(bot);
  process.stdout.write(
    `a question costs       ${cost.bot.toFixed(2)} ms of a processor, asking it ${cost.asking.toFixed(2)} ms\n`,
  );

  for (const factor of [1.5, 3]) {
    const stage = await start();
    // The rate was found with a process that had run for as long: code is compiled, and answers are remembered.
    await drive(stage, rate / 2, WARM_UP);
    await pause(1_000);
    const ids = await drive(stage, rate * factor, 10);
    const memory = memoryMb(stage);
    await pause(8_000);
    const figures = figuresOf(stage, ids);
    const goodput = figures.inTime / 10 / rate;
    print(`${factor} times for 10 s`, figures, `, goodput ${goodput.toFixed(2)} of the sustainable rate, ${memory} MB`);
    const after = await drive(stage, 20, 2);
    await pause(1_000);
    print('  afterwards', figuresOf(stage, after), `, ${memoryMb(stage)} MB`);
    stage.close();
  }

  for (const many of [400, 1_000]) {
    const stage = await start();
    await drive(stage, 50, 2);
    const ids = Array.from({ length: many }, () => ask(stage));
    await pause(8_000);
    print(`${many} at once`, figuresOf(stage, ids));
    stage.close();
  }

  {
    const stage = await start();
    await drive(stage, 50, 2);
    const driving = drive(stage, rate, 4);
    await pause(2_000);
    const told = performance.now();
    const ended = new Promise<number>((done) => stage.child.once('exit', () => done(performance.now() - told)));
    stage.child.kill('SIGTERM');
    const ids = await driving;
    const ms = await Promise.race([ended, pause(15_000).then(() => Number.POSITIVE_INFINITY)]);
    print('SIGTERM in the middle', figuresOf(stage, ids), `, ended after ${Math.round(ms)} ms`);
    stage.close();
  }
}
