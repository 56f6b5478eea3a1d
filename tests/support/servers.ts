import type { Library } from '../../src/answer/library.ts';
import type { Servers } from '../../src/servers/types.ts';
import { DEFAULT_SETTINGS } from '../../src/store/types.ts';

/** The same library for everybody, which nobody can change. */
export function fixedServers(library: Library): Servers {
  return {
    open: async () => ({ library, settings: DEFAULT_SETTINGS, shortfall: undefined }),
    shelf: () => {
      throw new Error('There is no store.');
    },
    forget: async () => 0,
  };
}
