import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { createLibrary, documentsOf, type Library, synonymsOf, withWorks } from '../answer/library.ts';
import type { Logger } from '../logger.ts';
import type { Material } from '../material/load.ts';
import { buildIndex, openIndex, type SearchIndex, saveIndex } from '../search/index.ts';
import type { ServerHead, Settings, Store } from '../store/types.ts';
import { joinOwn } from './own-material.ts';

export interface LibrariesOptions {
  readonly store: Store;
  readonly shipped: Library;
  /** Bytes that the servers' indexes may take; the least recently used ones make room. */
  readonly memory: number;
  readonly logger: Logger;
}

/** The servers' libraries in memory, each made when it is first asked for and again when it has changed. */
export interface Libraries {
  /** The library as it is at this version and with these settings. Rejects with `StoreAway`. */
  at(server: string, head: ServerHead): Promise<Library>;
  /** What is in memory of a server, however old. */
  remembered(server: string): { readonly library: Library; readonly settings: Settings } | undefined;
}

interface Kept {
  readonly stamp: string;
  readonly library: Library;
  readonly settings: Settings;
  readonly bytes: number;
}

/**
 * Resident memory that a library costs, by its index's snapshot: 2.2 times in heap and buffers, measured at 2,000
 * passages, and what making it leaves behind in a heap that does not shrink.
 */
const MEMORY_FACTOR = 4;

export function createLibraries({ store, shipped, memory, logger }: LibrariesOptions): Libraries {
  const kept = new LRUCache<string, Kept>({
    maxSize: memory,
    // One that is larger than all that is allowed is still kept, alone: else each question would make it anew.
    sizeCalculation: ({ bytes }) => Math.min(Math.max(bytes * MEMORY_FACTOR, 1), memory),
  });
  const making = new Map<string, Promise<Library>>();
  const shippedKey = fingerprint(shipped.material);
  return {
    remembered(server) {
      const { library, settings } = kept.peek(server) ?? {};
      return library && settings && { library, settings };
    },
    async at(server, { version, settings }) {
      if (version === 0 && settings.shipped) return shipped;
      const stamp = stampOf(version, settings);
      const known = kept.get(server);
      if (known?.stamp === stamp) return known.library;
      // Many may ask while it is being made: it is made once.
      const work = `${server} ${stamp}`;
      const made = making.get(work) ?? make(server, version, settings).finally(() => making.delete(work));
      making.set(work, made);
      return made;
    },
  };

  async function make(server: string, version: number, settings: Settings): Promise<Library> {
    const started = performance.now();
    const withShipped = settings.shipped;
    const key = withShipped ? shippedKey : 'own';
    const [own, saved] = await Promise.all([store.library(server), store.snapshot(server, version, key)]);
    const material = joinOwn(own, withShipped ? shipped.material : undefined);
    const loaded = own.version === version && saved ? await openIndex(saved) : undefined;
    const index = loaded ?? (await buildIndex(documentsOf(material), synonymsOf(material)));
    const bytes = loaded && saved ? saved : await saveIndex(index);
    const library = assemble(material, index, withShipped);
    // Somebody may have changed it while it was read: it is kept under what it really is.
    kept.set(server, { stamp: stampOf(own.version, settings), library, settings, bytes: bytes.byteLength });
    if (!loaded) await keepSnapshot(server, { version: own.version, key, bytes });
    const ms = Math.round(performance.now() - started);
    logger.info({ server, version: own.version, passages: index.size, fromSnapshot: !!loaded, ms }, 'Opened a library');
    return library;
  }

  function assemble(material: Material, index: SearchIndex, withShipped: boolean): Library {
    const onlyShippedFacts = withShipped && material.facts.length === shipped.material.facts.length;
    return onlyShippedFacts ? withWorks(shipped, material, index) : createLibrary(material, index);
  }

  /** Without it the next start takes longer, and that is all. */
  async function keepSnapshot(server: string, snapshot: Parameters<Store['saveSnapshot']>[1]): Promise<void> {
    await store.saveSnapshot(server, snapshot).catch((error: unknown) => {
      logger.warn({ err: error, server }, 'An index could not be kept for the next start');
    });
  }
}

const stampOf = (version: number, { shipped }: Settings) => `${version} ${shipped}`;

/** Changes when anything that the shipped material brings to an index does. */
function fingerprint(material: Material): string {
  const content = JSON.stringify([documentsOf(material), synonymsOf(material)]);
  return createHash('sha256').update(content).digest('base64url');
}
