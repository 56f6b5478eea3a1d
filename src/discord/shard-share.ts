import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Logger } from '../logger.ts';
import type { HeldLease, LeaseBook } from './leases.ts';
import type { Session, Shard } from './shard.ts';

export interface ShareOptions {
  readonly leases: LeaseBook;
  /** Of shards in all. */
  readonly count: number;
  /** Opens a shard, which is to connect only when `mayConnect` resolves. */
  readonly open: (id: number, session: Session | undefined, mayConnect: () => Promise<void>) => Shard;
  readonly logger: Logger;
}

export interface ShardShare {
  /** Those that this process holds, by id. */
  held(): readonly number[];
  /** Whether all of those are connected; a process that holds none stands by and counts as open. */
  isOpen(): boolean;
  /** Hands every shard over to the other processes. */
  close(): Promise<void>;
}

/** Milliseconds that a shard stays its holder's without a sign of life, and between two of those. */
const LEASE_MS = 4_000;
const RENEW_MS = 1_000;
/** Milliseconds between two looks at what the others hold. */
const LOOK_MS = 500;

const PROCESS = 'process ';
const SHARD = /^shard (\d+)\/(\d+)$/;

interface Holding {
  readonly shard: Shard;
  /** Until when it is held, in milliseconds since 1970. */
  until: number;
  /** The session that the lease tells of. */
  saved: string | undefined;
}

/**
 * Holds a fair share of the shards, as long as it is not closed: with several processes each an equal part, rounded up.
 * Each shard is held by a lease. The lease of a process that died expires, and another takes the shard over; one that is
 * ended gives it back at once. Both leave the session, so that the next holder is sent what happened in between.
 *
 * A shard whose lease could not be renewed stays connected, since nobody may be able to take it, but does not connect
 * again before it is. If another has taken it over, Discord closes this connection, and acknowledges each interaction once
 * in any case.
 */
export async function shareShards(options: ShareOptions): Promise<ShardShare> {
  const { leases, count, logger } = options;
  const holder = randomUUID();
  const holdings = new Map<number, Holding>();
  const leaseOf = (id: number) => ({ name: `shard ${id}/${count}`, holder });
  const ownProcess = { name: `${PROCESS}${holder}`, holder };
  let isAway = false;
  let balancesFrom = 0;
  let waitsForOthers = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking = look();
  await looking;

  async function look(): Promise<void> {
    try {
      await leases.acquireLease(ownProcess, times());
      const all = await leases.leases(Date.now());
      await Promise.all([...holdings].map(([id, holding]) => renew(id, holding)));
      if (isAway) {
        logger.info('The store is back; the shards are shared again');
        balancesFrom = performance.now() + LEASE_MS;
      }
      isAway = false;
      // Nobody could renew while it was away: what has expired by then may have its holder still.
      if (performance.now() >= balancesFrom) await balance(all);
    } catch (error) {
      if (!isAway) logger.warn({ err: error }, 'The shards cannot be shared while the store is away');
      isAway = true;
    }
    if (stopped) return;
    // A process that stands by has nothing else that keeps it alive.
    timer = setTimeout(() => {
      looking = look();
    }, LOOK_MS);
  }

  async function renew(id: number, holding: Holding): Promise<void> {
    const { now, until } = times();
    const session = holding.shard.session();
    // A new session is saved at once: until then nobody else can go on with it.
    const isFresh = Math.abs(until - holding.until) < RENEW_MS;
    if (isFresh && session?.sessionId === holding.saved) return;
    if ((await leases.renewLease(leaseOf(id), { now, until }, stateOf(session))) || (await regain(id, holding))) {
      holding.until = until;
      holding.saved = session?.sessionId;
      return;
    }
    logger.warn({ shard: id }, 'Another process has taken the shard over');
    holdings.delete(id);
    await holding.shard.close({ keepsSession: true });
  }

  /** Takes a lease again that has expired while the store was away, unless another has had it meanwhile. */
  async function regain(id: number, { saved }: Holding): Promise<boolean> {
    const { now, until } = times();
    const free = await leases.acquireLease(leaseOf(id), { now, until });
    if (free === undefined) return false;
    if (sessionOf(free.state)?.sessionId === saved) return true;
    await leases.releaseLease(leaseOf(id), free.state === undefined ? undefined : { now, state: free.state });
    return false;
  }

  async function balance(all: readonly HeldLease[]): Promise<void> {
    const processes = all.filter(({ name }) => name.startsWith(PROCESS)).length;
    const share = Math.ceil(count / Math.max(1, processes));
    const [surplus] = [...holdings.keys()].slice(share);
    // One at a time: the others can keep up.
    if (surplus !== undefined) return handOver(surplus);
    if (holdings.size === share || isForAnotherCount(all)) return;
    const taken = new Set(all.map(({ name }) => name));
    const free = Array.from({ length: count }, (_, id) => id).filter((id) => !taken.has(leaseOf(id).name));
    for (const id of free.slice(0, share - holdings.size)) await take(id);
  }

  /** Where processes divide the servers among another number of shards, their shards have to end first. */
  function isForAnotherCount(all: readonly HeldLease[]): boolean {
    const other = countIn(all.filter(({ name }) => !name.endsWith(`/${count}`)));
    if (other !== undefined && !waitsForOthers) {
      logger.warn({ shards: count, others: other }, 'Waiting for processes with another number of shards to end');
    }
    waitsForOthers = other !== undefined;
    return waitsForOthers;
  }

  async function take(id: number): Promise<void> {
    const { now, until } = times();
    const taken = await leases.acquireLease(leaseOf(id), { now, until });
    if (taken === undefined) return;
    const mayConnect = async () => {
      while (holdings.get(id) === holding && holding.until <= Date.now()) await sleep(LOOK_MS);
    };
    const session = sessionOf(taken.state);
    const holding: Holding = { shard: options.open(id, session, mayConnect), until, saved: session?.sessionId };
    holdings.set(id, holding);
    logger.info({ shard: id, of: count }, 'Took a shard');
  }

  async function handOver(id: number): Promise<void> {
    const holding = holdings.get(id);
    if (holding === undefined) return;
    holdings.delete(id);
    await holding.shard.close({ keepsSession: true });
    const state = stateOf(holding.shard.session());
    await leases.releaseLease(leaseOf(id), state === undefined ? undefined : { now: Date.now(), state });
    logger.info({ shard: id, of: count }, 'Gave a shard back');
  }

  return {
    held: () => [...holdings.keys()],
    isOpen: () => [...holdings.values()].every(({ shard }) => shard.isOpen()),
    async close() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      // What cannot be given back expires.
      await leases.releaseLease(ownProcess).catch(() => {});
      await Promise.allSettled([...holdings.keys()].map(handOver));
    },
  };
}

/** The number of shards that the running processes have; undefined where none runs. Waits for the store. */
export async function agreedCount(leases: LeaseBook, logger: Logger): Promise<number | undefined> {
  for (let tries = 0; ; tries++) {
    try {
      return countIn(await leases.leases(Date.now()));
    } catch (error) {
      if (tries === 0) logger.warn({ err: error }, 'The shards cannot be shared while the store is away');
      await sleep(LOOK_MS);
    }
  }
}

function countIn(all: readonly HeldLease[]): number | undefined {
  const counts = all.flatMap(({ name }) => SHARD.exec(name)?.[2] ?? []);
  return counts[0] === undefined ? undefined : Number(counts[0]);
}

function times(): { now: number; until: number } {
  const now = Date.now();
  return { now, until: now + LEASE_MS };
}

const savedSession = z.object({
  sessionId: z.string(),
  resumeURL: z.string(),
  sequence: z.number(),
  shardId: z.number(),
  shardCount: z.number(),
});

const stateOf = (session: Session | undefined) => session && JSON.stringify(session);

/** None where there is none to go on with; then the shard identifies anew. */
function sessionOf(state: string | undefined): Session | undefined {
  try {
    return savedSession.safeParse(JSON.parse(state ?? 'null')).data;
  } catch {
    return undefined;
  }
}
