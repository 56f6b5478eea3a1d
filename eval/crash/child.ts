import { writeSync } from 'node:fs';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { type Quota, StoreUnavailable } from '../../src/store/types.ts';
import { type Change, type Line, newFact, newWork, SERVER } from './change.ts';

/** So many works are there before works are only removed, well before the quota is met. */
const ENOUGH = 25;
const QUOTA: Quota = { works: 40, passages: 60_000, bytes: 1e9, additionsPerHour: 1e9 };

/** Changes a library as fast as it can until it is killed, and says before and after each change what it does. */
export async function changeUntilKilled(options: StoreOptions, prefix: string): Promise<void> {
  try {
    const store = await openStore(options);
    for (let number = 0; ; number++) await step(store, `${prefix}-${number}`);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    say({ said: 'away' });
  }
}

async function step(store: Store, name: string): Promise<void> {
  if (Math.random() < 0.2) {
    await store.library(SERVER);
    say({ said: 'read' });
    return;
  }
  const change = await chosen(store, name);
  say({ said: 'begins', change });
  say({ said: (await run(store, change)) ? 'done' : 'refused' });
}

async function chosen(store: Store, name: string): Promise<Change> {
  const works = await store.works(SERVER);
  const isFull = works.filter(({ removedAt }) => removedAt === undefined).length > ENOUGH;
  const kind = isFull ? 'remove' : (pick(['add', 'add', 'remove', 'restore'] as const) ?? 'add');
  const known = works.filter(({ removedAt }) => (removedAt === undefined) === (kind === 'remove'));
  const work = pick(known);
  if (kind !== 'add' && work !== undefined) return { kind, id: work.source.id };
  const sizes = Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () => pick([1, 5, 40, 700, 2500]) ?? 1);
  return { kind: 'add', works: Object.fromEntries(sizes.map((size, i) => [`${name}-${i}`, size])) };
}

async function run(store: Store, change: Change): Promise<boolean> {
  if (change.kind === 'add') return add(store, change.works);
  if (change.kind === 'remove') return store.removeWork(SERVER, change.id, Date.now());
  return (await store.restoreWork(SERVER, change.id, QUOTA)).ok;
}

async function add(store: Store, sizes: Readonly<Record<string, number>>): Promise<boolean> {
  const works = Object.entries(sizes).map(([id, passages]) => newWork(id, passages));
  const facts = works.slice(0, 1).map(({ id = '' }) => newFact(id));
  const addition = { works, facts, by: 'child', at: Date.now(), quota: QUOTA, taken: new Set<string>() };
  return (await store.addWorks(SERVER, addition)).ok;
}

function pick<T>(items: readonly T[]): T | undefined {
  return items[Math.floor(Math.random() * items.length)];
}

/** At once, not buffered: a line that was said is one that the parent has. */
function say(line: Line): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
