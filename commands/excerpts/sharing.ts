import { LRUCache } from 'lru-cache';
import type { Share, ShareTimes } from '../../src/store/repositories/shares.ts';
import type { Store } from '../../src/store/store.ts';
import { StoreUnavailable } from '../../src/store/types.ts';

/** How long a press has its message while it is not known whether it was shared: longer than sending is tried for. */
const TRIED_MS = 30_000;
/** How long a message counts as shared. */
const SHARED_MS = 15 * 60_000;

/** Tells what became of a press that may share: it was shown, or it certainly was not. */
export type Settle = (shown: boolean) => Promise<void>;

/**
 * Claims a message for one press of the button that shares it; undefined where another has it. What is certain not to
 * have been shown can be shared again at once, and what nobody knows of after half a minute.
 */
export async function claimShare(store: Store, share: Share): Promise<Settle | undefined> {
  if (!(await claim(store, share, TRIED_MS))) return undefined;
  return async (shown) => {
    if (shown) await claim(store, share, SHARED_MS);
    else await release(store, share);
  };
}

/** What this process claimed, by server and message: it serves where the store is away. */
const own = new LRUCache<string, { readonly interaction: string; readonly until: number }>({ max: 5_000 });

async function claim(store: Store, share: Share, ms: number): Promise<boolean> {
  const now = Date.now();
  const times = { now, until: now + ms };
  if (!claimHere(share, times)) return false;
  const isOurs = await unlessAway(store.claimShare(share, times), true);
  if (!isOurs) own.delete(keyOf(share));
  return isOurs;
}

function claimHere(share: Share, { now, until }: ShareTimes): boolean {
  const { interaction } = share;
  const held = own.get(keyOf(share));
  if (held !== undefined && held.until > now && held.interaction !== interaction) return false;
  own.set(keyOf(share), { interaction, until });
  return true;
}

async function release(store: Store, share: Share): Promise<void> {
  if (own.get(keyOf(share))?.interaction === share.interaction) own.delete(keyOf(share));
  await unlessAway(store.releaseShare(share), undefined);
}

const keyOf = ({ guild, message }: Share): string => `${guild} ${message}`;

async function unlessAway<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreUnavailable) return otherwise;
    throw error;
  }
}
