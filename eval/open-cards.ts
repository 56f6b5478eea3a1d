import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dueNow } from '../commands/review/due.ts';
import { createKnowledgeBase } from '../src/answer/knowledge-base.ts';
import { createLogger } from '../src/logger.ts';
import { loadMaterial } from '../src/material/load.ts';
import { passageRef } from '../src/material/refs.ts';
import { packageRoot } from '../src/root.ts';
import { openStore } from '../src/store/open.ts';
import { MAX_CARDS, type NewCard } from '../src/store/repositories/cards.ts';
import { writePackage } from '../src/study/anki/package.ts';
import { newSchedule, rated } from '../src/study/cards/schedule.ts';
import { RATINGS } from '../src/study/cards/types.ts';
import { english } from '../src/text/languages/index.ts';
import { withLongestPause } from './bench/pauses.ts';
import { percentile } from './data/metrics.ts';

/**
 * Prints how long it takes to find the next card of a person who has as many as one may have, all of them due and made
 * from passages, and to rate it, on SQLite or on the PostgreSQL of DATABASE_URL; then to add all of them, and to write
 * them as an Anki package.
 */
const RUNS = Number(process.argv[2] ?? 30);
const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 4, 1, 12);

const material = loadMaterial(join(packageRoot, 'knowledge')).value;
const knowledge = createKnowledgeBase(material, { language: english });
const passages = [...material.passages.values()];
const dataDir = mkdtempSync(join(tmpdir(), 'footnote-cards-'));
const logger = createLogger({ level: 'silent', secrets: [], readable: false });
const store = await openStore({ dataDir, logger, databaseUrl: process.env.DATABASE_URL });
const owner = { guild: '1', person: '2' };
await store.deleteGuild(owner.guild);

const cards = Array.from({ length: MAX_CARDS }, (_, at) => makeCard(at));

await report(`add ${MAX_CARDS} cards`, 1, fill);
await report('find the next card', RUNS, openNext);
await report('rate it', RUNS, rateNext);
await report('write an Anki package', 1, async () => {
  await writePackage(await store.cards(owner), { deck: 'Footnote', now: NOW });
});
await store.deleteGuild(owner.guild);
await store.close();
rmSync(dataDir, { recursive: true });

/** Each was answered up to four times, and is due since. */
function makeCard(at: number): NewCard {
  const passage = passages[at % passages.length];
  if (!passage) throw new Error('There is no material.');
  let schedule = newSchedule(NOW - 400 * DAY_MS);
  for (let review = 0; review < at % 5; review++) {
    schedule = rated(schedule, RATINGS[(at + review) % RATINGS.length] ?? 'good', schedule.dueAt);
  }
  const { source, paragraph, text } = passage;
  const content = {
    front: `Question ${at}?`,
    back: text,
    source,
    paragraph: `¶ ${paragraph}`,
    page: '',
    quotation: '',
  };
  const origin = { passage: passage.id, passageRef: passageRef(passage) };
  return { content, origin, schedule: { ...schedule, dueAt: Math.min(schedule.dueAt, NOW - at) } };
}

async function fill(): Promise<void> {
  const { added } = await store.addCards(owner, cards, NOW);
  if (added.length !== MAX_CARDS) throw new Error(`Only ${added.length} cards were added.`);
}

async function openNext() {
  const { next, due, fresh, later } = await dueNow({ owner, store, knowledge, degraded: undefined, now: NOW });
  if (due + fresh + later < MAX_CARDS - RUNS) throw new Error(`Only ${due + fresh + later} cards are due.`);
  const card = next && (await store.card(owner, next.id));
  if (!card) throw new Error('There is no next card.');
  return card;
}

async function rateNext(): Promise<void> {
  const { id, version, schedule } = await openNext();
  const review = { at: NOW, rating: 'good', state: schedule.state } as const;
  if (!(await store.rateCard(owner, { id, version }, rated(schedule, 'good', NOW), review))) {
    throw new Error('The rating was refused.');
  }
}

async function report(what: string, runs: number, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  let pause = 0;
  for (let run = 0; run < runs; run++) {
    const begun = performance.now();
    const { longestPause } = await withLongestPause(work);
    times.push(performance.now() - begun);
    pause = Math.max(pause, longestPause);
  }
  const [median = 0, most = 0] = [0.5, 1].map((share) => percentile(share, times));
  process.stdout.write(
    `${what.padEnd(24)} ${median.toFixed(0)} ms (median of ${runs}), ${most.toFixed(0)} ms at most, longest pause ${pause.toFixed(0)} ms\n`,
  );
}
