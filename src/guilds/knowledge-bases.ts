import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import {
  buildKnowledgeBase,
  documentsOf,
  type KnowledgeBase,
  namesOf,
  readNames,
  synonymsOf,
  withWorks,
} from '../answer/knowledge-base.ts';
import type { Logger } from '../logger.ts';
import type { Material } from '../material/load.ts';
import { buildIndex, changeIndex, type Engine, openIndex, type SearchIndex, saveIndex } from '../search/index.ts';
import { nextTurn } from '../slices.ts';
import type { Store } from '../store/store.ts';
import type { GuildHead, Settings } from '../store/types.ts';
import { analyserOf } from '../text/analyser.ts';
import { changeBetween } from './index-change.ts';
import { joinOwn } from './own-material.ts';

export interface KnowledgeBasesOptions {
  readonly store: Store;
  readonly shipped: KnowledgeBase;
  /** Bytes that the servers' indexes may take; the least recently used ones make room. */
  readonly memory: number;
  readonly logger: Logger;
}

/** The guilds' knowledge bases in memory, each made when it is first asked for and again when it has changed. */
export interface KnowledgeBases {
  /** The library as it is at this version or a later one, with these settings. Rejects with `StoreUnavailable`. */
  at(server: string, head: GuildHead): Promise<KnowledgeBase>;
  /** What is in memory of a server, however old. */
  remembered(server: string): { readonly knowledge: KnowledgeBase; readonly settings: Settings } | undefined;
  /** Bytes that the indexes in memory take, as they are counted against `memory`. */
  readonly size: number;
}

interface Kept {
  readonly version: number;
  readonly settings: Settings;
  readonly knowledge: KnowledgeBase;
  readonly index: Engine;
  /** Of the index's snapshot. */
  readonly bytes: number;
}

interface Indexed {
  readonly index: Engine;
  /** Its snapshot. */
  readonly bytes: Uint8Array;
}

/** Passages of an index that is made anew in well under a second. */
const MAX_REMADE = 2_000;

/** Heap and buffers that a library takes, by its index's snapshot: 2.2 times, measured at 2,000 passages, and some room. */
const MEMORY_FACTOR = 2.5;
/** … and by its entries, where it has facts of its own: `npm run sizing` with and without them. */
const ENTRY_BYTES = 20_000;

export function createKnowledgeBases({ store, shipped, memory, logger }: KnowledgeBasesOptions): KnowledgeBases {
  const kept = new LRUCache<string, Kept>({
    maxSize: memory,
    // One that is larger than all that is allowed is still kept, alone: else each question would make it anew.
    sizeCalculation: ({ bytes, knowledge }) => Math.min(memoryOf(bytes, knowledge, shipped), memory),
  });
  const making = new Map<string, Promise<unknown>>();
  const analyser = analyserOf(shipped.language);
  const shippedKey = fingerprint(shipped);
  return {
    remembered(server) {
      const { knowledge, settings } = kept.peek(server) ?? {};
      return knowledge && settings && { knowledge, settings };
    },
    get size() {
      return kept.calculatedSize;
    },
    async at(server, { version, settings }) {
      if (version === 0 && settings.shipped) return shipped;
      for (;;) {
        const known = kept.get(server);
        if (known && known.version >= version && known.settings.shipped === settings.shipped) return known.knowledge;
        // Many may ask while it is being made: it is made once, and one index is never changed by two at a time.
        const underWay = making.get(server);
        if (!underWay) break;
        await underWay.catch(() => {});
      }
      const made = make(server, version, settings).finally(() => making.delete(server));
      making.set(server, made);
      return made;
    },
  };

  async function make(server: string, version: number, settings: Settings): Promise<KnowledgeBase> {
    const started = performance.now();
    const key = settings.shipped ? shippedKey : 'own';
    const known = kept.peek(server);
    const near = known?.settings.shipped === settings.shipped ? known : undefined;
    const own = await store.library(server);
    await nextTurn();
    const material = joinOwn(own, settings.shipped ? shipped.material : undefined);
    await nextTurn();
    const saved = near ? undefined : await openSnapshot(server, own.version, key);
    const { index, bytes } = saved ?? (await makeIndex(material, near));
    const knowledge = await assemble(material, index, settings.shipped);
    // Somebody may have changed it while it was read: it is kept under what it really is.
    kept.set(server, { version: Math.max(own.version, version), settings, knowledge, index, bytes: bytes.byteLength });
    if (!saved) await keepSnapshot(server, { version: own.version, key, bytes });
    const ms = Math.round(performance.now() - started);
    logger.info({ server, version: own.version, passages: index.size, fromSnapshot: !!saved, ms }, 'Opened a library');
    return knowledge;
  }

  async function openSnapshot(server: string, version: number, key: string): Promise<Indexed | undefined> {
    const bytes = await store.snapshot(server, version, key);
    const index = bytes && (await openIndex(bytes, analyser));
    return bytes && index && { index, bytes };
  }

  async function makeIndex(material: Material, near: Kept | undefined): Promise<Indexed> {
    const index = await indexOf(material, near);
    return { index, bytes: await saveIndex(index) };
  }

  /** The index in memory brought up to date, where that is less work than a new one. */
  async function indexOf(material: Material, known: Kept | undefined): Promise<Engine> {
    const documents = documentsOf(material, shipped.language);
    await nextTurn();
    const before = known && documentsOf(known.knowledge.material, shipped.language);
    await nextTurn();
    const change = before && changeBetween(before, documents);
    await nextTurn();
    await readNames(material, shipped.language);
    const synonyms = synonymsOf(namesOf(material, shipped.language));
    // An index keeps its synonyms. In a large one, new ones wait until it is made anew: nobody should wait for that.
    const lacksNames =
      documents.length <= MAX_REMADE &&
      known !== undefined &&
      !isDeepStrictEqual(synonyms, synonymsOf(known.knowledge.names));
    if (!known || !change || lacksNames || change.size > documents.length / 2)
      return buildIndex(documents, analyser, synonyms);
    await changeIndex(known.index, change);
    return known.index;
  }

  async function assemble(material: Material, passages: SearchIndex, withShipped: boolean): Promise<KnowledgeBase> {
    const { facts } = shipped.material;
    const onlyShippedFacts =
      withShipped && material.facts.length === facts.length && material.facts.every((fact, i) => fact === facts[i]);
    if (onlyShippedFacts) return withWorks(shipped, material, passages);
    const { language } = shipped;
    return buildKnowledgeBase(material, withShipped ? { language, passages, base: shipped } : { language, passages });
  }

  /** Without it the next start takes longer, and that is all. */
  async function keepSnapshot(server: string, snapshot: Parameters<Store['saveSnapshot']>[1]): Promise<void> {
    await store.saveSnapshot(server, snapshot).catch((error: unknown) => {
      logger.warn({ err: error, server }, 'An index could not be kept for the next start');
    });
  }
}

function memoryOf(bytes: number, { entries }: KnowledgeBase, shipped: KnowledgeBase): number {
  const own = entries === shipped.entries ? 0 : entries.all.length;
  return Math.ceil(bytes * MEMORY_FACTOR) + own * ENTRY_BYTES;
}

/** Changes when anything that the shipped material brings to an index does. */
function fingerprint({ material, language, names }: KnowledgeBase): string {
  const content = JSON.stringify([documentsOf(material, language), synonymsOf(names)]);
  return createHash('sha256').update(content).digest('base64url');
}
