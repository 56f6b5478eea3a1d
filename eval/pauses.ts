import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { coveringWorks } from '../commands/coverage/read.ts';
import { draftingCards } from '../commands/review/import.ts';
import { ask } from '../src/answer/ask.ts';
import { createKnowledgeBase, type KnowledgeBase } from '../src/answer/knowledge-base.ts';
import { askRemembered } from '../src/answer/remembered.ts';
import { createGuilds } from '../src/guilds/guilds.ts';
import { readDeck, readFacts, readFile } from '../src/intake/index.ts';
import { createLogger } from '../src/logger.ts';
import { loadMaterial } from '../src/material/load.ts';
import { citationWords } from '../src/reply/citation-words.ts';
import { messagesFor } from '../src/reply/messages.ts';
import { packageRoot } from '../src/root.ts';
import { inSlices } from '../src/slices.ts';
import { openStore } from '../src/store/open.ts';
import { writePackage } from '../src/study/anki/package.ts';
import { makingQuestions } from '../src/study/questions/index.ts';
import { timelineOf } from '../src/study/timeline/timeline.ts';
import { english } from '../src/text/languages/index.ts';
import { percentile } from './data/metrics.ts';
import { makeWork, nameOf } from './load-guilds/material.ts';

/**
 * Prints for how long the event loop is held up while a work of 10,000 passages is added to a server's library, 500 rows of
 * facts replaced, a small work added beside it, a question asked of it, a quiz and a timeline made of it, all of it exported,
 * and cards imported and exported: what questions wait for meanwhile, and how much of that the process itself worked (by
 * Linux' count of its thread's time), since others on the machine hold it up as well. The store is SQLite, in this process as
 * in the bot's; files are read by the reader's own process.
 */
const PASSAGES = Number(process.argv[2] ?? 10_000);
const ROWS = 500;
const SENTENCES = 2;
const CARDS = 3_000;
const GUILD = '1';
const OWNER = { guild: GUILD, person: '2' };
const QUOTA = { works: 10, passages: 100_000, bytes: 1e9, additionsPerHour: 100 };

const dataDir = mkdtempSync(join(tmpdir(), 'footnote-pauses-'));
const logger = createLogger({ level: 'silent', secrets: [], readable: false });
const files = new Map<string, Uint8Array>();
const store = await openStore({ dataDir, logger });
const shipped = createKnowledgeBase(loadMaterial(join(packageRoot, 'knowledge')).value, { language: english });
// As the bot does when it starts.
ask(shipped, 'What are the sources, and when were they written?');
const guilds = createGuilds({
  store,
  shipped,
  memory: 256_000_000,
  intake: { readFile, readFacts, readDeck },
  files: { most: 25_000_000, fetch: async ({ name }) => files.get(name) ?? 'unreachable' },
  quota: QUOTA,
  logger,
});
const library = guilds.library(GUILD);
const messages = messagesFor('en-US');

// What is brought is made up before anything is watched.
writeNotes('warm-up.md', 150);
writeNotes('large.md', PASSAGES);
writeNotes('small.md', 100);

await add('warm-up.md');
await watch(`add a work of ${PASSAGES} passages`, () => add('large.md'));
await writeFacts('first');
await replaceFacts();
await writeFacts('second');
await watch(`replace ${ROWS} rows of facts`, replaceFacts);
await watch('add a work of 100 passages beside it', () => add('small.md'));
await watch('ask a question of it', async () => void askRemembered(await opened(), `What is ${nameOf(PASSAGES, 1)}?`));
await watch('make the questions of a quiz', async () => {
  await inSlices(makingQuestions(await opened(), { seed: 1, count: 10, words: citationWords(messages) }));
});
await watch('make a timeline', async () => void (await timelineOf(await opened(), {})));
await watch('tell what was shown of each work', async () => {
  await inSlices(coveringWorks((await opened()).material.articles, new Set()));
});
await watch('export all of it', async () => void (await library.export()));
const deck = makeDeck();
await watch(`import ${CARDS} cards`, () => importDeck(deck));
await watch('export them for Anki', async () => {
  await writePackage(await store.cards(OWNER), { deck: 'Footnote', now: Date.now() });
});
await store.close();
rmSync(dataDir, { recursive: true });
process.exit();

function writeNotes(name: string, passages: number): void {
  const { passages: drafts } = makeWork(passages, 0, passages);
  const paragraphs = drafts.map(({ text }) => text.split('. ', SENTENCES).join('. '));
  files.set(name, Buffer.from(`# ${name}\n\n${paragraphs.join('.\n\n')}.\n`));
}

async function opened(): Promise<KnowledgeBase> {
  return (await guilds.open(GUILD)).knowledge;
}

/** As Anki exports a deck for spreadsheets. */
function makeDeck() {
  const rows = Array.from(
    { length: CARDS },
    (_, at) => `What is ${nameOf(1, at)}?\t${nameOf(2, at)}, ${at} years old.`,
  );
  const name = 'deck.txt';
  files.set(name, Buffer.from(['#separator:tab', '#html:false', ...rows].join('\n')));
  return link(name);
}

async function importDeck(file: ReturnType<typeof makeDeck>): Promise<void> {
  const deck = await guilds.readDeck(file, OWNER.person);
  if (!deck.ok) throw new Error(`The deck was not read: ${JSON.stringify(deck)}`);
  const now = Date.now();
  const { drafts } = await inSlices(draftingCards(deck.notes, now));
  const { added } = await store.addCards(OWNER, drafts, now);
  if (added.length !== CARDS) throw new Error(`Only ${added.length} cards were added.`);
}

async function writeFacts(attribute: string): Promise<void> {
  const [work] = (await library.works()).filter(({ passages }) => passages >= PASSAGES);
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const name = nameOf(PASSAGES, i);
    return `${name},${attribute},${1600 + i},,,${work?.source.id}#${i + 1},,What is the ${attribute} of ${name}?`;
  });
  const header = 'subject,attribute,value,unit,as_of,passages,other_names,question';
  files.set('facts.csv', Buffer.from([header, ...rows].join('\n')));
}

async function add(name: string): Promise<void> {
  const adding = library.add(link(name), {}, '2');
  for (let step = await adding.next(); ; step = await adding.next()) {
    if (!step.done) continue;
    if (!step.value.ok) throw new Error(`${name} was not added: ${JSON.stringify(step.value)}`);
    return;
  }
}

async function replaceFacts(): Promise<void> {
  const replaced = await library.replaceFacts(link('facts.csv'), '2');
  if (!replaced.ok) throw new Error(`The facts were not replaced: ${JSON.stringify(replaced)}`);
}

function link(name: string) {
  return { name, url: `https://example.org/${name}`, size: files.get(name)?.length ?? 0 };
}

async function watch(name: string, work: () => Promise<void>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const worked: number[] = [];
  let last = workedMs();
  const ticking = setInterval(() => {
    const now = workedMs();
    worked.push(now - last);
    last = now;
  }, 1);
  const begun = performance.now();
  await work();
  const ms = performance.now() - begun;
  // What came last is seen by the next timer.
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  clearInterval(ticking);
  const at = (milliseconds: number) => `${milliseconds.toFixed(1)} ms`;
  process.stdout.write(
    `${name.padEnd(40)} ${(ms / 1000).toFixed(1)} s; event loop held up: p99 ${at(delay.percentile(99) / 1e6)}, ` +
      `p99.9 ${at(delay.percentile(99.9) / 1e6)}, at most ${at(delay.max / 1e6)}; ` +
      `by its own work: p99.9 ${at(percentile(0.999, worked))}, at most ${at(Math.max(...worked))}\n`,
  );
}

/** For how long the process' main thread has had a processor; NaN where the system does not tell. */
function workedMs(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}
