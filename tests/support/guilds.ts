import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Posts } from '../../src/bot/posts.ts';
import type { GuildLibrary, Guilds } from '../../src/guilds/types.ts';
import type { Store } from '../../src/store/store.ts';
import { DEFAULT_SETTINGS, StoreUnavailable } from '../../src/store/types.ts';

/** The same library for everybody, and a store that is always away. */
export function fixedGuilds(knowledge: KnowledgeBase): Guilds {
  const away = () => Promise.reject(new StoreUnavailable('there is none'));
  const own: GuildLibrary = {
    quota: { works: 0, passages: 0, bytes: 0, additionsPerHour: 0 },
    works: away,
    // biome-ignore lint/correctness/useYield: it fails before its first step
    async *add() {
      return away();
    },
    addFacts: away,
    replaceFacts: away,
    remove: away,
    undo: away,
    restore: away,
    describe: away,
    saveSettings: away,
    export: away,
  };
  return {
    open: async () => ({ knowledge, settings: DEFAULT_SETTINGS, degraded: undefined }),
    library: () => own,
    readDeck: away,
    forget: away,
    indexMemory: 0,
  };
}

/** A store that is away, and a Discord that cannot be reached. */
export const unreachable: { readonly store: Store; readonly posts: Posts } = {
  store: new Proxy({} as Store, { get: () => () => Promise.reject(new StoreUnavailable('there is none')) }),
  posts: {
    post: async () => ({ ok: false, refused: 'unavailable' }),
    change: async () => ({ ok: false, refused: 'unavailable' }),
    direct: async () => ({ ok: false, refused: 'unavailable' }),
  },
};
