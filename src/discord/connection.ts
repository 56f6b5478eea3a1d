import { CloseCodes, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import type { REST } from 'discord.js';
import { GatewayCloseCodes, type GatewayDispatchPayload, type GatewayReadyDispatchData } from 'discord-api-types/v10';
import type { Logger } from '../logger.ts';

/** Closes after which connecting again cannot help, with what the operator can do. */
const FATAL: ReadonlyMap<number, string> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, 'the token was refused: copy it anew from "Bot" in the Developer Portal'],
  [GatewayCloseCodes.InvalidShard, 'the shard is not one of this bot'],
  [GatewayCloseCodes.ShardingRequired, 'the bot is in too many servers for one connection'],
  [GatewayCloseCodes.InvalidAPIVersion, 'this version of the API is no longer served: update Footnote'],
  [GatewayCloseCodes.InvalidIntents, 'the intents are not valid'],
  [GatewayCloseCodes.DisallowedIntents, 'the bot may not use its intents'],
]);

/** Milliseconds without READY after which the log says so, again and again until it comes. */
const READY_WARNING_MS = 30_000;

export interface ConnectionOptions {
  readonly token: string;
  readonly rest: REST;
  readonly logger: Logger;
  /** Each event as Discord sent it; what it throws is logged. */
  readonly onEvent: (event: GatewayDispatchPayload) => void;
  /** Discord has closed the connection for good. `reason` is a sentence for the operator. */
  readonly onFatal: (reason: string) => void;
}

export interface Connection {
  readonly ready: GatewayReadyDispatchData;
  readonly isOpen: () => boolean;
  close(): Promise<void>;
}

/**
 * Connects to Discord's gateway and stays connected; resolves once it is ready. Events arrive as they were sent: no
 * object is made of them, so that nothing in a message can break on the way. Rejects where the API refuses the token or
 * cannot be reached. No intents: interactions need none, and each one asked for is data that the bot would then hold.
 */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  const { token, rest, logger, onEvent, onFatal } = options;
  const manager = new WebSocketManager({ token, intents: 0, rest });
  let isOpen = false;
  const ready = new Promise<GatewayReadyDispatchData>((resolve) => {
    manager.on(WebSocketShardEvents.Ready, ({ data }) => {
      isOpen = true;
      resolve(data);
    });
  });
  manager.on(WebSocketShardEvents.Resumed, () => {
    isOpen = true;
    logger.info('Resumed the connection to Discord');
  });
  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => guarded(() => onEvent(data), logger));
  manager.on(WebSocketShardEvents.Error, ({ error }) =>
    logger.error({ reason: error.message }, 'The connection failed'),
  );
  manager.on(WebSocketShardEvents.Closed, ({ code }) => {
    isOpen = false;
    const reason = FATAL.get(code);
    if (reason !== undefined) onFatal(`Discord has closed the connection (${code}): ${reason}.`);
    else if (code !== CloseCodes.Normal) logger.warn({ code }, 'Disconnected from Discord; reconnecting');
  });
  const close = async () => {
    await manager.destroy({ code: CloseCodes.Normal });
  };
  const warning = setInterval(() => {
    logger.warn(`Discord has not answered READY within ${READY_WARNING_MS / 1000} s; still trying.`);
  }, READY_WARNING_MS);
  try {
    await manager.connect();
    return { ready: await ready, isOpen: () => isOpen, close };
  } catch (error) {
    await close().catch(() => {});
    throw error;
  } finally {
    clearInterval(warning);
  }
}

function guarded(handle: () => void, logger: Logger): void {
  try {
    handle();
  } catch (error) {
    logger.error({ reason: error instanceof Error ? error.message : 'unknown' }, 'An event could not be handled');
  }
}
