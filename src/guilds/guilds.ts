import type { KnowledgeBase } from '../answer/knowledge-base.ts';
import { DEFAULT_SETTINGS, type Settings, StoreUnavailable } from '../store/types.ts';
import { createDeckReader } from './deck-reader.ts';
import { createGuildLibrary, type GuildLibraryOptions } from './guild-library.ts';
import { createKnowledgeBases, type KnowledgeBasesOptions } from './knowledge-bases.ts';
import { RefusedFiles } from './refused-files.ts';
import type { Guilds, Opened } from './types.ts';

export type GuildsOptions = KnowledgeBasesOptions & Omit<GuildLibraryOptions, 'guild' | 'knowledgeBases' | 'refused'>;

/** What holds while nobody can say what does: nothing is shown to all that may have been meant for one. */
const UNKNOWN_SETTINGS: Settings = { ...DEFAULT_SETTINGS, answers: 'private' };

/** For how long a store that could not be used is not asked again: each try would delay an answer. */
const RETRY_AFTER_MS = 3000;

/** Every guild's own material: opened to be searched, and changed. */
export function createGuilds(options: GuildsOptions): Guilds {
  const { store, shipped, logger } = options;
  const knowledgeBases = createKnowledgeBases(options);
  const refused = new RefusedFiles({ onTooMany: options.onTooMany });
  const readDeck = createDeckReader(options);
  let askAgainAt = 0;
  return {
    async open(guild, channels = []) {
      if (guild === undefined) return { knowledge: shipped, settings: DEFAULT_SETTINGS, degraded: undefined };
      if (performance.now() < askAgainAt) return fallback(guild);
      try {
        const [head, ties] = await Promise.all([store.head(guild), store.tiedWorks(guild, channels)]);
        const knowledge = await knowledgeBases.at(guild, head);
        // The nearest that is tied: a thread before the channel that it is in.
        const works = channels.map((channel) => ties.get(channel)).find((tied) => tied !== undefined);
        return { knowledge, settings: head.settings, tied: tiedIn(knowledge, works), degraded: undefined };
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        askAgainAt = performance.now() + RETRY_AFTER_MS;
        logger.warn({ reason: error.message }, 'The store cannot be used: guilds get what is in memory');
        return fallback(guild);
      }
    },
    library: (guild) => createGuildLibrary({ ...options, guild, knowledgeBases, refused }),
    readDeck,
    forget: (person) => store.forgetPerson(person),
    get indexMemory() {
      return knowledgeBases.size;
    },
  };

  function fallback(guild: string): Opened {
    const known = knowledgeBases.remembered(guild);
    return known
      ? { ...known, degraded: 'old' }
      : { knowledge: shipped, settings: UNKNOWN_SETTINGS, degraded: 'missing' };
  }
}

/** Of the works that a channel is tied to, those that are searched. */
function tiedIn({ material }: KnowledgeBase, works: readonly string[] = []): ReadonlySet<string> | undefined {
  const there = new Set(material.articles.map(({ source }) => source.id));
  const tied = new Set(works.filter((work) => there.has(work)));
  return tied.size > 0 && tied.size < there.size ? tied : undefined;
}
