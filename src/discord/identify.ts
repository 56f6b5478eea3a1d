import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { SimpleIdentifyThrottler } from '@discordjs/ws';
import type { LeaseBook } from './leases.ts';

/** Resolves when a shard may identify; rejects only where `signal` is aborted. */
export type WaitForIdentify = (shard: number, signal: AbortSignal) => Promise<void>;

/** Discord lets `maxConcurrency` shards identify within 5 seconds; half a second more for clocks that differ. */
const WINDOW_MS = 5_500;
const RETRY_MS = 250;

/** Keeps to Discord's limit where all shards are in this process. */
export function identifyAlone(maxConcurrency: number): WaitForIdentify {
  const throttler = new SimpleIdentifyThrottler(maxConcurrency);
  return (shard, signal) => throttler.waitForIdentify(shard, signal);
}

/** Keeps to Discord's limit together with all processes that share the leases. */
export function identifyInTurn(leases: LeaseBook, maxConcurrency: number): WaitForIdentify {
  return async (shard, signal) => {
    const turn = { name: `identify ${shard % maxConcurrency}`, holder: randomUUID() };
    for (;;) {
      signal.throwIfAborted();
      const now = Date.now();
      // While the leases are out of reach it is nobody's turn.
      const taken = await leases.acquireLease(turn, { now, until: now + WINDOW_MS }).catch(() => undefined);
      if (taken !== undefined) return;
      await setTimeout(RETRY_MS * (1 + Math.random()), undefined, { signal });
    }
  };
}
