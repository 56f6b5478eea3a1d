import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { createGuilds, type GuildsOptions } from '../../src/guilds/guilds.ts';
import type { AddResult, FileLink, GuildLibrary, Intake } from '../../src/guilds/types.ts';
import { createLogger } from '../../src/logger.ts';
import type { DraftPassage, Fact } from '../../src/material/types.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { StoreUnavailable } from '../../src/store/types.ts';
import { openLibrary } from '../support/bot.ts';

export const QUOTA = { works: 5, passages: 100, bytes: 100_000, additionsPerHour: 10 };

/** Files by name, as if they lay with Discord. */
export type Files = Map<string, string>;

/** A reader that takes blank lines between paragraphs; "damaged" alone is what it cannot read. */
export const plainIntake: Intake = {
  async readFile({ bytes }) {
    const text = new TextDecoder().decode(bytes);
    if (text === 'damaged') return { ok: false, problem: 'damaged' };
    const [title = '', ...paragraphs] = text.split('\n\n');
    const passages = paragraphs.map((each, i): DraftPassage => ({ paragraph: i + 1, kind: 'quote', text: each }));
    return { ok: true, works: [{ about: { title }, passages, format: 'text', words: text.split(/\s+/).length }] };
  },
  async readFacts({ bytes }) {
    const text = new TextDecoder().decode(bytes);
    return text.startsWith('[')
      ? { ok: true, rows: (JSON.parse(text) as Fact[]).map((data, i) => ({ line: i + 2, data })) }
      : { ok: false, problem: 'badTable', details: [{ row: 2, column: 'value', reason: 'empty' }] };
  },
  async readDeck({ bytes }) {
    const lines = new TextDecoder().decode(bytes).split('\n');
    const notes = lines.map((line) => ({ fields: line.split('\t').map((text) => ({ name: '', text })) }));
    return lines[0] === 'damaged' ? { ok: false, problem: 'damaged' } : { ok: true, notes };
  },
};

export interface Stage {
  readonly store: Store;
  readonly shipped: KnowledgeBase;
  readonly files: Files;
  /** While true, every call of the store is refused. */
  away: boolean;
  /** Calls of the store by method. */
  readonly calls: Map<string, number>;
  guilds(options?: Partial<GuildsOptions>): ReturnType<typeof createGuilds>;
  close(): Promise<void>;
}

/** Guilds over a real store in memory, beside the shipped material. */
export async function openStage(shipped: KnowledgeBase = openLibrary()): Promise<Stage> {
  const real = await openMemoryStore();
  const files: Files = new Map();
  const calls = new Map<string, number>();
  const stage = { away: false };
  const store = new Proxy(real, {
    get: (target, name: keyof Store & string) => {
      const method = target[name] as (...args: unknown[]) => Promise<unknown>;
      return (...args: unknown[]) => {
        calls.set(name, (calls.get(name) ?? 0) + 1);
        return stage.away ? Promise.reject(new StoreUnavailable('no answer')) : method.apply(target, args);
      };
    },
  });
  return Object.assign(stage, {
    store,
    shipped,
    files,
    calls,
    guilds: (options: Partial<GuildsOptions> = {}) =>
      createGuilds({
        store,
        shipped,
        memory: 50_000_000,
        quota: QUOTA,
        intake: plainIntake,
        files: {
          most: 1000,
          async fetch({ name }) {
            const text = files.get(name);
            return text === undefined ? 'unreachable' : new TextEncoder().encode(text);
          },
        },
        logger: createLogger({ level: 'silent', secrets: [], readable: false }),
        ...options,
      }),
    async close() {
      stage.away = false;
      await real.close();
    },
  });
}

export const linkTo = (name: string): FileLink => ({ name, url: `https://cdn.discordapp.com/${name}`, size: 1 });

/** Adds a file and gives the steps that were told and what became of it. */
export async function addFile(
  shelf: GuildLibrary,
  name: string,
  by = '7',
): Promise<{ steps: readonly string[]; result: AddResult }> {
  const work = shelf.add(linkTo(name), {}, by);
  const steps: string[] = [];
  for (;;) {
    const { done, value } = await work.next();
    if (done) return { steps, result: value };
    steps.push(typeof value === 'string' ? value : `page ${value.page} of ${value.pages}`);
  }
}
