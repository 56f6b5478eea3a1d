import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createKnowledgeBase } from '../src/answer/knowledge-base.ts';
import { createGuilds } from '../src/guilds/guilds.ts';
import { readDeck, readFacts, readFile } from '../src/intake/index.ts';
import { createLogger } from '../src/logger.ts';
import { loadMaterial } from '../src/material/load.ts';
import { packageRoot } from '../src/root.ts';
import { openStore } from '../src/store/open.ts';
import { english } from '../src/text/languages/index.ts';
import { percentile } from './data/metrics.ts';
import { makeWork, nameOf } from './load-guilds/material.ts';

/**
 * Prints for how long the event loop is held up while a work of 10,000 passages is added to a server's library, 500 rows of
 * facts replaced, a small work added beside it, and all of it exported: what questions wait for meanwhile, and how much of
 * that the process itself worked (by Linux' count of its thread's time), since others on the machine hold it up as well. The
 * store is SQLite, in this process as in the bot's; files are read by the reader's own process.
 */
const PASSAGES = Number(process.argv[2] ?? 10_000);
const ROWS = 500;
const SENTENCES = 2;
const GUILD = '1';
const QUOTA = { works: 10, passages: 100_000, bytes: 1e9, additionsPerHour: 100 };

const dataDir = mkdtempSync(join(tmpdir(), 'footnote-pauses-'));
const logger = createLogger({ level: 'silent', secrets: [], readable: false });
const files = new Map<string, Uint8Array>();
const store = await openStore({ dataDir, logger });
const guilds = createGuilds({
  store,
  shipped: createKnowledgeBase(loadMaterial(join(packageRoot, 'knowledge')).value, { language: english }),
  memory: 256_000_000,
  intake: { readFile, readFacts, readDeck },
  files: { most: 25_000_000, fetch: async ({ name }) => files.get(name) ?? 'unreachable' },
  quota: QUOTA,
  logger,
});
const library = guilds.library(GUILD);

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
await watch('export all of it', async () => void (await library.export()));
await store.close();
rmSync(dataDir, { recursive: true });
process.exit();

function writeNotes(name: string, passages: number): void {
  const { passages: drafts } = makeWork(passages, 0, passages);
  const paragraphs = drafts.map(({ text }) => text.split('. ', SENTENCES).join('. '));
  files.set(name, Buffer.from(`# ${name}\n\n${paragraphs.join('.\n\n')}.\n`));
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
