import { setTimeout } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import { MessageFlags } from 'discord-api-types/v10';
import type { Outcome, Sandbox, SandboxClient } from 'discord-sandbox';
import { integer, pick, randomFrom } from '../data/random.ts';

/** Something that a person did, and what came of it; times in milliseconds by `performance.now()`. */
export interface Deed {
  readonly kind: string;
  readonly begun: number;
  readonly settled: number;
  /** Why nothing came; undefined where it was answered. */
  readonly failure: string | undefined;
}

export interface Mix {
  readonly deeds: readonly Deed[];
  /** Does something new; resolves when it is answered, or nothing can come any more. */
  act(): Promise<void>;
  /** Interactions with two answers for all, or two for the asker alone. */
  twice(): number;
}

const ROOM = 'room';
const REMARK = 'CELAC was founded in 2010, and Lavrov went to Havana first.';
/** Milliseconds after which a deferred answer counts as lost. */
const PATIENCE_MS = 30_000;

/** Gives a sandbox so many servers with a room each. */
export function addServers(sandbox: Sandbox, count: number): void {
  for (let i = 0; i < count; i++) sandbox.addGuild({ name: `Server ${i}`, channels: [{ name: `${ROOM}-${i}` }] });
}

/** What a study group does, in all of the servers that were added: mostly questions, as people type them. */
export function createMix(sandbox: Sandbox, servers: number, questions: readonly string[]): Mix {
  const random = randomFrom('mix');
  const deeds: Deed[] = [];
  const rooms = sandbox.people.flatMap(({ username }) =>
    Array.from({ length: servers }, (_, i) => sandbox.client(username, `${ROOM}-${i}`)),
  );
  const answers = new Map<SandboxClient, APIMessage>();
  const waiting = { timeoutMs: PATIENCE_MS };

  const kinds: Readonly<Record<string, (room: SandboxClient) => Promise<Outcome | undefined>>> = {
    ask: async (room) => {
      const options = { question: pick(random, questions), private: integer(random, 2) === 1 };
      const outcome = await room.command('ask', options, waiting);
      if (outcome.kind === 'message') answers.set(room, outcome.message);
      return outcome;
    },
    type: async (room) => {
      const question = pick(random, questions);
      await room.autocomplete('ask', 'question', question.slice(0, integer(random, question.length)));
      return undefined;
    },
    next: async (room) => {
      const answer = answers.get(room);
      answers.delete(room);
      const hasNext = answer !== undefined && JSON.stringify(answer.components).includes('"Next"');
      return hasNext ? room.click(answer, 'Next', waiting) : room.command('help', {}, waiting);
    },
    find: (room) => room.messageCommand('Find sources', room.post(REMARK), waiting),
    sources: (room) => room.command('sources', {}, waiting),
    list: (room) => room.command('library list', {}, waiting),
    help: (room) => room.command('help', {}, waiting),
  };
  const often = ['ask', 'ask', 'ask', 'ask', 'type', 'type', ...Object.keys(kinds)];

  return {
    deeds,
    async act() {
      const kind = pick(random, often);
      const room = pick(random, rooms);
      const begun = performance.now();
      const failure = await failureOf(kinds[kind]?.(room));
      deeds.push({ kind, begun, settled: performance.now(), failure });
    },
    twice: () => countTwice(rooms),
  };
}

async function failureOf(deed: Promise<Outcome | undefined> | undefined): Promise<string | undefined> {
  try {
    const outcome = await deed;
    return outcome?.kind === 'failed' ? outcome.reason : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function countTwice(rooms: readonly SandboxClient[]): number {
  const seen = new Set<string>();
  const answers = new Map<string, number>();
  for (const message of rooms.flatMap((room) => room.messages())) {
    const interaction = message.interaction_metadata?.id;
    if (interaction === undefined || seen.has(message.id)) continue;
    seen.add(message.id);
    const isPrivate = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    const key = `${interaction} ${isPrivate}`;
    answers.set(key, (answers.get(key) ?? 0) + 1);
  }
  return [...answers.values()].filter((count) => count > 1).length;
}

/** Does `act` at an even rate; resolves when all that was begun has settled. */
export async function actEvenly(mix: Mix, perSecond: number, seconds: number): Promise<void> {
  const running: Promise<void>[] = [];
  const begun = performance.now();
  for (let elapsed = 0; elapsed < seconds * 1_000; elapsed = performance.now() - begun) {
    while (running.length < (elapsed / 1_000) * perSecond) running.push(mix.act());
    await setTimeout(5);
  }
  await Promise.all(running);
}

export function countBy(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
