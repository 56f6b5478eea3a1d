import type { Library } from '../../src/answer/library.ts';
import type { Servers, Shelf } from '../../src/servers/types.ts';
import { DEFAULT_SETTINGS, StoreAway } from '../../src/store/types.ts';

/** The same library for everybody, and a store that is always away. */
export function fixedServers(library: Library): Servers {
  const away = () => Promise.reject(new StoreAway('there is none'));
  const shelf: Shelf = {
    quota: { works: 0, passages: 0, bytes: 0, additionsPerHour: 0 },
    works: away,
    // biome-ignore lint/correctness/useYield: it fails before its first step
    async *add() {
      return away();
    },
    replaceFacts: away,
    remove: away,
    restore: away,
    describe: away,
    saveSettings: away,
    export: away,
  };
  return {
    open: async () => ({ library, settings: DEFAULT_SETTINGS, shortfall: undefined }),
    shelf: () => shelf,
    forget: away,
  };
}
