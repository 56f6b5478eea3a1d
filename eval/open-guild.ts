import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKnowledgeBase } from '../src/answer/knowledge-base.ts';
import { createKnowledgeBases, type KnowledgeBases } from '../src/guilds/knowledge-bases.ts';
import { createLogger } from '../src/logger.ts';
import { loadMaterial } from '../src/material/load.ts';
import type { Fact } from '../src/material/types.ts';
import { packageRoot } from '../src/root.ts';
import { openStore } from '../src/store/open.ts';
import { english } from '../src/text/languages/index.ts';
import { withLongestPause } from './bench/pauses.ts';
import { percentile } from './data/metrics.ts';
import { makeWork, nameOf } from './load-guilds/material.ts';

/**
 * Prints how long a guild's knowledge base takes to open, from its index in the store, and for how long that holds up
 * the event loop at a time: a guild of 100 passages with 0, 1 and 500 fact rows of its own, and one whose 500 rows
 * are replaced while its knowledge base is in memory.
 */
const PASSAGES = 100;
const OWN_ROWS = [0, 1, 500];
const RUNS = Number(process.argv[2] ?? 5);
const QUOTA = { works: 1000, passages: 100_000, bytes: 1e9, additionsPerHour: 1e9 };
const MEMORY = 256_000_000;

interface Timing {
  readonly ms: number;
  readonly pause: number;
}

const logger = createLogger({ level: 'silent', secrets: [], readable: false });
const shipped = createKnowledgeBase(loadMaterial(join(packageRoot, 'knowledge')).value, { language: english });
const dataDir = mkdtempSync(join(tmpdir(), 'footnote-open-'));
const store = await openStore({ dataDir, logger });

for (const [guild, rows] of OWN_ROWS.entries()) {
  await fill(guild, rows);
  // The first one saves the index, and warms up the code.
  await open(guild);
  report(`open, ${rows} own rows`, await repeat(() => open(guild)));
}
report(`replace ${OWN_ROWS.at(-1)} own rows`, await replaceRows(OWN_ROWS.length - 1));
await store.close();
rmSync(dataDir, { recursive: true });

async function fill(guild: number, rows: number): Promise<void> {
  const works = [makeWork(guild, 0, PASSAGES)];
  const addition = { works, by: '1', at: Date.now(), quota: QUOTA, taken: new Set<string>() };
  const outcome = await store.addWorks(String(guild), addition);
  if (!outcome.ok) throw new Error(`The work was refused: ${outcome.reason}.`);
  if (rows > 0) await store.replaceFacts(String(guild), await factRows(guild, rows, 'opened'), '1', Date.now());
}

async function factRows(guild: number, count: number, attribute: string): Promise<Fact[]> {
  const { articles } = await store.library(String(guild));
  const passages = articles.flatMap((article) => article.passages);
  return Array.from({ length: count }, (_, row): Fact => {
    const passage = passages[row % passages.length];
    if (!passage) throw new Error('A guild without passages has no facts.');
    const subject = nameOf(guild, row);
    return {
      id: `row-${row}`,
      subject,
      attribute,
      otherNames: ['year of opening'],
      value: String(1600 + (row % 400)),
      question: `When was ${subject} ${attribute}?`,
      otherQuestions: [`In what year was ${subject} ${attribute}?`],
      passages: [passage.id],
      source: passage.source,
    };
  });
}

/** As a process opens it that has nothing of the guild in memory. */
async function open(guild: number): Promise<KnowledgeBases> {
  const bases = createKnowledgeBases({ store, shipped, memory: MEMORY, logger });
  await bases.at(String(guild), await store.head(String(guild)));
  return bases;
}

/** All rows for others, with the guild's knowledge base in memory. */
async function replaceRows(guild: number): Promise<Timing[]> {
  const rows = OWN_ROWS[guild] ?? 0;
  const bases = await open(guild);
  const timings: Timing[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await store.replaceFacts(String(guild), await factRows(guild, rows, `opened ${run}`), '1', Date.now());
    const head = await store.head(String(guild));
    timings.push(await timed(() => bases.at(String(guild), head)));
  }
  return timings;
}

async function repeat(work: () => Promise<unknown>): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (let run = 0; run < RUNS; run += 1) timings.push(await timed(work));
  return timings;
}

async function timed(work: () => Promise<unknown>): Promise<Timing> {
  const begun = performance.now();
  const { longestPause } = await withLongestPause(work);
  return { ms: performance.now() - begun, pause: longestPause };
}

function report(what: string, timings: readonly Timing[]): void {
  const ms = percentile(
    0.5,
    timings.map((timing) => timing.ms),
  );
  const pause = Math.max(...timings.map((timing) => timing.pause));
  process.stdout.write(
    `${what.padEnd(22)} ${ms.toFixed(0)} ms (median of ${RUNS}), longest pause ${pause.toFixed(0)} ms\n`,
  );
}
