import type { Answer } from '../../src/answer/types.ts';
import type { Context } from '../../src/bot/command.ts';
import type { Material } from '../../src/material/load.ts';
import { passageRef } from '../../src/material/refs.ts';
import type { Passage } from '../../src/material/types.ts';
import { truncate } from '../../src/reply/cut.ts';
import type { Store } from '../../src/store/store.ts';

/** Counts are gathered for so long, or until there are so many, and then written at once. */
const FLUSH_MS = 5_000;
const MAX_PENDING = 200;
/** UTF-16 units of a question that is kept. */
const MAX_QUESTION = 200;

interface Counts {
  readonly shown: Map<string, number>;
  readonly missed: Map<string, number>;
}

/** What waits to be written to each store, by guild. */
const pending = new WeakMap<Store, Map<string, Counts>>();

type Where = Pick<Context, 'guild' | 'store' | 'createdAt'>;

/**
 * Counts what an answer shows, and keeps its question where it was not answered and the guild wants that. Returns at
 * once: counts are written in the background, and lost where the store is away or the process ends first.
 */
export function noteAnswer(
  { verdict, question, request, entries, excerpts }: Answer,
  { passages }: Material,
  where: Where,
): void {
  const facts = entries.flatMap(({ rows }) => rows.flatMap((row) => row.passages));
  const shown = [...new Set([...facts, ...excerpts.slice(0, 1).map(({ passage }) => passage.id)])];
  noteShown(
    shown.flatMap((id) => passages.get(id) ?? []),
    where,
  );
  if (verdict !== 'answered' && request === undefined && where.guild?.settings.keepsMissed)
    count('missed', [truncate(question, MAX_QUESTION)], where);
}

/** Counts passages that somebody was shown. */
export function noteShown(passages: readonly Passage[], where: Where): void {
  count('shown', passages.map(passageRef), where);
}

function count(what: keyof Counts, names: readonly string[], { guild, store, createdAt }: Where): void {
  if (guild === undefined || names.length === 0) return;
  const guilds = pending.get(store) ?? begin(store);
  const counts = guilds.get(guild.id) ?? { shown: new Map(), missed: new Map() };
  guilds.set(guild.id, counts);
  for (const name of names) counts[what].set(name, (counts[what].get(name) ?? 0) + 1);
  if (counts.shown.size + counts.missed.size >= MAX_PENDING) void write(store, guild.id, counts, createdAt);
}

function begin(store: Store): Map<string, Counts> {
  const guilds = new Map<string, Counts>();
  pending.set(store, guilds);
  setTimeout(() => void flushCoverage(store), FLUSH_MS).unref();
  return guilds;
}

/** Writes what waits. Resolves when that is done, or has failed. */
export async function flushCoverage(store: Store): Promise<void> {
  const guilds = pending.get(store) ?? new Map<string, Counts>();
  pending.delete(store);
  for (const [guild, counts] of guilds) await write(store, guild, counts, Date.now());
}

async function write(store: Store, guild: string, { shown, missed }: Counts, at: number): Promise<void> {
  const note = { shown: new Map(shown), missed: new Map(missed), at };
  shown.clear();
  missed.clear();
  // Best effort: that the store is away is said by every command that needs it.
  await store.noteCoverage(guild, note).catch(() => undefined);
}
