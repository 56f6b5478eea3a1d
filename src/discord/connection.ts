import type { REST } from 'discord.js';
import type { APIGatewayBotInfo, GatewayDispatchPayload } from 'discord-api-types/v10';
import type { Logger } from '../logger.ts';
import { identifyAlone, identifyInTurn } from './identify.ts';
import type { LeaseBook } from './leases.ts';
import { openShard } from './shard.ts';
import { agreedCount, shareShards } from './shard-share.ts';
import { type AskGateway, createAskGateway, waitForStarts } from './start-limit.ts';

export interface ConnectionOptions {
  readonly token: string;
  readonly rest: REST;
  readonly logger: Logger;
  /** Shares the shards with other processes; without it all of them are in this one, as many as Discord advises. */
  readonly sharing?: Sharing | undefined;
  /** Each event as Discord sent it, `isReplayed` if it was missed at first; what it throws is logged. */
  readonly onEvent: (event: GatewayDispatchPayload, isReplayed: boolean) => void;
  /** Discord has closed the connection for good. `reason` is a sentence for the operator. */
  readonly onFatal: (reason: string) => void;
}

export interface Sharing {
  /** `auto`: as many as the processes that run already have, else as Discord advises. */
  readonly shards: number | 'auto';
  readonly leases: LeaseBook;
}

export interface Connection {
  /** Ids of the shards that this process has at this moment. */
  shards(): readonly number[];
  isOpen(): boolean;
  close(): Promise<void>;
}

/**
 * Connects to Discord's gateway and stays connected. Resolves once every shard of this process is ready, or, where shards
 * are shared, once it takes part in that. Rejects where the API cannot be reached or Discord refuses for good.
 */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  const { rest, sharing, logger } = options;
  const askGateway = createAskGateway(rest);
  const wanted = ({ shards }: APIGatewayBotInfo) => (sharing === undefined ? shards : 1);
  let advice = await askGateway();
  while (await waitForStarts(advice.session_start_limit, wanted(advice), logger)) advice = await askGateway();
  const opening = { ...options, askGateway };
  return sharing === undefined ? openAll(opening, advice) : openShare(opening, sharing, advice);
}

interface Opening extends ConnectionOptions {
  readonly askGateway: AskGateway;
}

async function openAll(options: Opening, { shards: count, ...advice }: APIGatewayBotInfo): Promise<Connection> {
  const waitForIdentify = identifyAlone(advice.session_start_limit.max_concurrency);
  const ids = Array.from({ length: count }, (_, id) => id);
  const shards = ids.map((id) => openShard({ ...options, id, count, waitForIdentify }));
  const close = async () => {
    await Promise.all(shards.map((shard) => shard.close({ keepsSession: false })));
  };
  try {
    await Promise.all(shards.map(({ opened }) => opened));
  } catch (error) {
    await close();
    throw error;
  }
  return { shards: () => ids, isOpen: () => shards.every((shard) => shard.isOpen()), close };
}

async function openShare(
  options: Opening,
  { shards, leases }: Sharing,
  advice: APIGatewayBotInfo,
): Promise<Connection> {
  const count = shards === 'auto' ? ((await agreedCount(leases, options.logger)) ?? advice.shards) : shards;
  const waitForIdentify = identifyInTurn(leases, advice.session_start_limit.max_concurrency);
  const share = await shareShards({
    leases,
    count,
    logger: options.logger,
    open: (id, session, mayConnect) => openShard({ ...options, id, count, session, mayConnect, waitForIdentify }),
  });
  return { shards: share.held, isOpen: share.isOpen, close: share.close };
}
