import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStore, type StoreOptions } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { StoreUnavailable } from '../src/store/types.ts';
import { startPostgres } from '../tests/support/postgres.ts';
import { type Line, SERVER } from './crash/change.ts';
import { changeUntilKilled } from './crash/child.ts';
import { Ledger } from './crash/ledger.ts';

/**
 * Kills a process with SIGKILL while it adds, removes, restores and reads whole works, at a random moment of its start
 * or its work, again and again on the same store. After each time every change that was acknowledged must be there, the
 * one that was not either wholly or not at all, and the store must open. On PostgreSQL the process and the server are
 * killed in turn. Prints the counts; ends with 1 where anything was lost.
 * Usage: npm run crash:store -- [--postgres] [--rounds 200]
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    postgres: { type: 'boolean', default: false },
    child: { type: 'string' },
  },
});
/** Of the rounds, in how many the child is killed while it starts, or soon after. */
const KILLED_EARLY = 1 / 3;
/** Milliseconds: the longest time that it has, from its start or from its first word. */
const MAX_START = 800;
const MAX_WORK = 1200;
const PURGE_EVERY = 5;

if (values.child === undefined) process.exitCode = await crash(Number(values.rounds), values.postgres);
else {
  const { options, prefix } = JSON.parse(values.child);
  await changeUntilKilled(options, prefix);
}

/** A database that can be killed as well. */
interface Place {
  readonly options: StoreOptions;
  readonly kill?: () => Promise<void>;
  readonly revive?: () => Promise<void>;
  close(): Promise<void>;
}

async function crash(rounds: number, postgres: boolean): Promise<number> {
  const place = postgres ? await postgresPlace() : sqlitePlace();
  const ledger = new Ledger();
  const killed = { starting: 0, working: 0, server: 0 };
  const problems: string[] = [];
  try {
    for (let round = 0; round < rounds && problems.length === 0; round++) {
      const serverToo = place.kill !== undefined && round % 2 === 1;
      const lines = serverToo ? await killServer(place, round) : await killChild(place.options, round);
      for (const line of lines) ledger.hear(line);
      killed[serverToo ? 'server' : lines.length === 0 ? 'starting' : 'working'] += 1;
      problems.push(...(await inspect(place.options, ledger, round)));
    }
  } finally {
    await place.close();
  }
  print(killed, ledger, problems);
  return problems.length === 0 ? 0 : 1;
}

function sqlitePlace(): Place {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-crash-'));
  return { options: { dataDir }, close: async () => rmSync(dataDir, { recursive: true }) };
}

async function postgresPlace(): Promise<Place> {
  const server = await startPostgres({ safe: true });
  if (typeof server === 'string') throw new Error(server);
  const options = { databaseUrl: await server.database(), dataDir: tmpdir() };
  return { options, kill: server.kill, revive: server.start, close: server.close };
}

async function killChild(options: StoreOptions, round: number): Promise<Line[]> {
  const child = startChild(options, round);
  if (Math.random() < KILLED_EARLY) await setTimeout(Math.random() * MAX_START);
  else await workFor(child, Math.random() * MAX_WORK);
  child.kill();
  await child.ended;
  return child.lines;
}

/** The child ends by itself once its store is away. */
async function killServer({ options, kill, revive }: Place, round: number): Promise<Line[]> {
  const child = startChild(options, round);
  await workFor(child, Math.random() * MAX_WORK);
  await kill?.();
  await Promise.race([child.ended, setTimeout(10_000)]);
  child.kill();
  await child.ended;
  await revive?.();
  return child.lines;
}

async function workFor({ spoken, ended }: Child, milliseconds: number): Promise<void> {
  await Promise.race([spoken, ended]);
  await setTimeout(milliseconds);
}

interface Child {
  readonly lines: Line[];
  /** Resolves with the first line. */
  readonly spoken: Promise<unknown>;
  readonly ended: Promise<unknown>;
  kill(): void;
}

function startChild(options: StoreOptions, round: number): Child {
  const script = fileURLToPath(import.meta.url);
  const order = JSON.stringify({ options, prefix: `round-${round}` });
  const child = spawn(process.execPath, [script, '--child', order], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: Line[] = [];
  const output = createInterface({ input: child.stdout });
  // Lines so short go through a pipe whole or not at all.
  output.on('line', (text) => lines.push(JSON.parse(text)));
  return { lines, spoken: once(output, 'line'), ended: once(child, 'close'), kill: () => void child.kill('SIGKILL') };
}

/** Opens the store as the next process would, and looks. */
async function inspect(options: StoreOptions, ledger: Ledger, round: number): Promise<string[]> {
  const store = await openStore(options);
  try {
    await settled(store);
    const problems = await ledger.check(store);
    if (round % PURGE_EVERY === 0 && problems.length === 0) {
      await store.purge({ removed: Number.MAX_SAFE_INTEGER });
      ledger.purged();
    }
    return problems.map((problem) => `round ${round}: ${problem}`);
  } finally {
    await store.close();
  }
}

/**
 * A change of the server's own waits for one that a killed client had left to PostgreSQL; and a server that was just
 * started again needs a moment.
 */
async function settled(store: Store): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await store.saveSettings(SERVER, { answers: 'public' });
      return;
    } catch (error) {
      if (tries === 50 || !(error instanceof StoreUnavailable)) throw error;
      await setTimeout(200);
    }
  }
}

function print(killed: Record<string, number>, { counts }: Ledger, problems: readonly string[]): void {
  const kills = Object.entries(killed).map(([when, count]) => `${count} ${when}`);
  process.stdout.write(
    [
      `killed:       ${kills.join(', ')}`,
      `acknowledged: ${counts.acknowledged} changes, all there; ${counts.refused} refused, ${counts.read} libraries read`,
      `unfinished:   ${counts.landed} wholly there, ${counts.absent} wholly absent`,
      problems.length === 0 ? 'nothing was lost, and the store opened every time' : `LOST\n${problems.join('\n')}`,
      '',
    ].join('\n'),
  );
}
