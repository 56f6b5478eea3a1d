import { DEFAULT_SETTINGS, type Settings, StoreAway } from '../store/types.ts';
import { createLibraries, type LibrariesOptions } from './libraries.ts';
import { createShelf, type ShelfOptions } from './shelf.ts';
import type { Opened, Servers } from './types.ts';

export type ServersOptions = LibrariesOptions & Omit<ShelfOptions, 'server' | 'libraries'>;

/** What holds while nobody can say what does: nothing is shown to all that may have been meant for one. */
const UNKNOWN_SETTINGS: Settings = { ...DEFAULT_SETTINGS, answers: 'private' };

/** Milliseconds for which a store that was away is not asked again: each try would keep somebody waiting. */
const PATIENCE = 3000;

/** Every server's own material: opened to be searched, and changed. */
export function createServers(options: ServersOptions): Servers {
  const { store, shipped, logger } = options;
  const libraries = createLibraries(options);
  let askAgainAt = 0;
  return {
    async open(server) {
      if (server === undefined) return { library: shipped, settings: DEFAULT_SETTINGS, shortfall: undefined };
      if (Date.now() < askAgainAt) return fallback(server);
      try {
        const head = await store.head(server);
        return { library: await libraries.at(server, head), settings: head.settings, shortfall: undefined };
      } catch (error) {
        if (!(error instanceof StoreAway)) throw error;
        askAgainAt = Date.now() + PATIENCE;
        logger.warn({ err: error }, 'The store is away: servers get what is in memory');
        return fallback(server);
      }
    },
    shelf: (server) => createShelf({ ...options, server, libraries }),
    forget: (person) => store.forgetPerson(person),
  };

  function fallback(server: string): Opened {
    const known = libraries.remembered(server);
    return known
      ? { ...known, shortfall: 'old' }
      : { library: shipped, settings: UNKNOWN_SETTINGS, shortfall: 'missing' };
  }
}
