import { DEFAULT_SETTINGS, type Settings, StoreUnavailable } from '../store/types.ts';
import { createGuildLibrary, type GuildLibraryOptions } from './guild-library.ts';
import { createKnowledgeBases, type KnowledgeBasesOptions } from './knowledge-bases.ts';
import { RefusedFiles } from './refused-files.ts';
import type { Guilds, Opened } from './types.ts';

export type GuildsOptions = KnowledgeBasesOptions & Omit<GuildLibraryOptions, 'server' | 'knowledgeBases' | 'refused'>;

/** What holds while nobody can say what does: nothing is shown to all that may have been meant for one. */
const UNKNOWN_SETTINGS: Settings = { ...DEFAULT_SETTINGS, answers: 'private' };

/** Milliseconds for which a store that was away is not asked again: each try would keep somebody waiting. */
const PATIENCE = 3000;

/** Every server's own material: opened to be searched, and changed. */
export function createGuilds(options: GuildsOptions): Guilds {
  const { store, shipped, logger } = options;
  const knowledgeBases = createKnowledgeBases(options);
  const refused = new RefusedFiles();
  let askAgainAt = 0;
  return {
    async open(server) {
      if (server === undefined) return { knowledge: shipped, settings: DEFAULT_SETTINGS, degraded: undefined };
      if (Date.now() < askAgainAt) return fallback(server);
      try {
        const head = await store.head(server);
        return { knowledge: await knowledgeBases.at(server, head), settings: head.settings, degraded: undefined };
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        askAgainAt = Date.now() + PATIENCE;
        logger.warn({ err: error }, 'The store is away: servers get what is in memory');
        return fallback(server);
      }
    },
    library: (server) => createGuildLibrary({ ...options, server, knowledgeBases, refused }),
    forget: (person) => store.forgetPerson(person),
    get indexMemory() {
      return knowledgeBases.size;
    },
  };

  function fallback(server: string): Opened {
    const known = knowledgeBases.remembered(server);
    return known
      ? { ...known, degraded: 'old' }
      : { knowledge: shipped, settings: UNKNOWN_SETTINGS, degraded: 'missing' };
  }
}
