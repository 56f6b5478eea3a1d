import { CloseCodes, type SessionInfo, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import type { REST } from 'discord.js';
import { GatewayCloseCodes, type GatewayDispatchPayload } from 'discord-api-types/v10';
import type { Logger } from '../logger.ts';
import { createBackOff } from './back-off.ts';
import { type AskGateway, waitForStarts } from './start-limit.ts';

/** Closes after which connecting again cannot help, with what the operator can do. */
const FATAL: ReadonlyMap<number, string> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, 'the token was refused: copy it anew from "Bot" in the Developer Portal'],
  [GatewayCloseCodes.InvalidShard, 'the shard is not one of this bot'],
  [GatewayCloseCodes.ShardingRequired, 'the bot is in too many servers for so few shards: raise SHARDS'],
  [GatewayCloseCodes.InvalidAPIVersion, 'this version of the API is no longer served: update Footnote'],
  [GatewayCloseCodes.InvalidIntents, 'the intents are not valid'],
  [GatewayCloseCodes.DisallowedIntents, 'the bot may not use its intents'],
]);

/** Milliseconds that Discord has to let the shard in, before it connects anew. */
const READY_TIMEOUT_MS = 30_000;
/** Milliseconds that Discord has to agree to a close. */
const CLOSE_TIMEOUT_MS = 1_000;

/** Where a session stands; with it another process can go on without missing an event. */
export type Session = SessionInfo;

export interface ShardOptions {
  readonly id: number;
  readonly count: number;
  readonly token: string;
  readonly rest: REST;
  readonly askGateway: AskGateway;
  readonly logger: Logger;
  /** Goes on with this session where Discord still has it. */
  readonly session?: Session | undefined;
  /** Resolves when the shard may identify; rejects only where `signal` is aborted. */
  readonly waitForIdentify: (shard: number, signal: AbortSignal) => Promise<void>;
  /** Resolves when the shard may connect, again and again. Does not reject. */
  readonly mayConnect?: () => Promise<void>;
  /** Each event as Discord sent it, `isReplayed` if the shard had missed it; what it throws is logged. */
  readonly onEvent: (event: GatewayDispatchPayload, isReplayed: boolean) => void;
  /** Discord has closed the connection for good. `reason` is a sentence for the operator. */
  readonly onFatal: (reason: string) => void;
}

export interface Shard {
  isOpen(): boolean;
  /** As of the last event that was received. */
  session(): Session | undefined;
  /** Resolves when it is open for the first time; rejects where Discord has closed it for good. */
  readonly opened: Promise<void>;
  /** Leaves; with `keepsSession` Discord keeps what happens from now on for the one that resumes the session. */
  close(options: { readonly keepsSession: boolean }): Promise<void>;
}

/**
 * One connection to Discord's gateway, which stays connected. Events arrive as they were sent: no object is made of them,
 * so that nothing in a message can break on the way. No intents: interactions need none, and each one asked for is data
 * that the bot would then hold.
 */
export function openShard(options: ShardOptions): Shard {
  const { id, count, token, rest, askGateway, logger, onEvent, onFatal } = options;
  let tellOpened: () => void = () => {};
  let tellFatal: (reason: Error) => void = () => {};
  const opened = new Promise<void>((resolve, reject) => {
    tellOpened = resolve;
    tellFatal = reject;
  });
  // Not everybody waits for it, and `onFatal` says it too.
  opened.catch(() => {});
  const backOff = createBackOff();
  let session = options.session ?? null;
  let isOpen = false;
  let isClosed = false;
  const leaving = new AbortController();
  /** Of each manager: resolves when its connection, if it is making one, is made or has failed. */
  const handshakes = new WeakMap<WebSocketManager, Promise<void>>();
  let manager = connect();

  /** A manager has one shard, since the library begins and ends all of a manager's at once. */
  function connect(hasWaited = false): WebSocketManager {
    let mustWait = !hasWaited;
    let isConnected = false;
    let timer: NodeJS.Timeout | undefined;
    let tellHandshake: () => void = () => {};
    const isCurrent = () => manager === created && !isClosed;
    const created = new WebSocketManager({
      token,
      rest,
      intents: 0,
      shardCount: count,
      shardIds: [id],
      readyTimeout: null,
      helloTimeout: null,
      async retrieveSessionInfo() {
        // The library may still try to connect a shard that was ended: it waits here for ever.
        if (!isCurrent()) return never();
        if (isConnected) return session;
        isConnected = true;
        if (mustWait) await backOff.wait();
        mustWait = true;
        await options.mayConnect?.();
        if (!isCurrent()) return never();
        handshakes.set(created, new Promise((resolve) => (tellHandshake = resolve)));
        watch();
        return session;
      },
      updateSessionInfo(_, info) {
        if (isCurrent()) session = info;
      },
      buildIdentifyThrottler: () => ({
        async waitForIdentify(shard, signal) {
          clearTimeout(timer);
          await options.waitForIdentify(shard, signal);
          watch();
        },
      }),
    });

    // The library would ask once for each manager.
    created.fetchGatewayInformation = askGateway;

    function watch(): void {
      clearTimeout(timer);
      timer = setTimeout(() => {
        logger.warn(
          { shard: id },
          `Discord has not answered READY within ${READY_TIMEOUT_MS / 1000} s; connecting anew`,
        );
        connectAnew(created);
      }, READY_TIMEOUT_MS);
    }

    function succeed(): void {
      clearTimeout(timer);
      isOpen = true;
      backOff.opened();
      tellOpened();
    }

    created.on(WebSocketShardEvents.Hello, () => tellHandshake());
    created.on(WebSocketShardEvents.Ready, succeed);
    created.on(WebSocketShardEvents.Resumed, () => {
      succeed();
      logger.info({ shard: id }, 'Resumed the connection to Discord');
    });
    created.on(WebSocketShardEvents.Dispatch, ({ data }) => guarded(() => onEvent(data, !isOpen), logger));
    created.on(WebSocketShardEvents.Error, ({ error }) => {
      logger.error({ shard: id, reason: error.message }, 'The connection failed');
    });
    created.on(WebSocketShardEvents.Closed, ({ code }) => {
      tellHandshake();
      clearTimeout(timer);
      if (!isCurrent()) return;
      isOpen = false;
      isConnected = false;
      backOff.closed();
      const reason = FATAL.get(code);
      if (reason === undefined) logger.warn({ shard: id, code }, 'Disconnected from Discord; reconnecting');
      else fail(`Discord has closed the connection (${code}): ${reason}.`);
    });
    created.connect().catch(async (error: unknown) => {
      if (!isCurrent()) return;
      backOff.closed();
      const hasWaited = await waitedForStarts();
      if (!isCurrent()) return;
      if (!hasWaited) {
        logger.warn({ shard: id, err: error }, 'Discord could not be asked for its gateway; trying again');
        await backOff.wait();
      }
      connectAnew(created, true);
    });
    return created;
  }

  /** The library gives up without a session to start, which is no failure of the network's. */
  async function waitedForStarts(): Promise<boolean> {
    try {
      const { session_start_limit: limit } = await askGateway();
      return await waitForStarts(limit, 1, logger, leaving.signal);
    } catch {
      return false;
    }
  }

  function connectAnew(former: WebSocketManager, hasWaited = false): void {
    if (isClosed || former !== manager) return;
    isOpen = false;
    manager = connect(hasWaited);
    void end(former, CloseCodes.Resuming, handshakes.get(former));
  }

  function fail(reason: string): void {
    isClosed = true;
    leaving.abort();
    tellFatal(new Error(reason));
    onFatal(reason);
  }

  return {
    isOpen: () => isOpen,
    session: () => session ?? undefined,
    opened,
    async close({ keepsSession }) {
      isClosed = true;
      leaving.abort();
      isOpen = false;
      await end(manager, keepsSession ? CloseCodes.Resuming : CloseCodes.Normal, handshakes.get(manager));
    },
  };
}

const never = () => new Promise<never>(() => {});

/**
 * Not before `handshake`: the library stops listening to a connection that is still being made, and where that failed
 * afterwards, nobody would hear the error, which ends a process.
 */
async function end(manager: WebSocketManager, code: CloseCodes, handshake: Promise<void> | undefined): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, CLOSE_TIMEOUT_MS));
  const ended = Promise.resolve(handshake).then(() => manager.destroy({ code }));
  await Promise.race([ended.catch(() => {}), late]);
}

function guarded(handle: () => void, logger: Logger): void {
  try {
    handle();
  } catch (error) {
    logger.error({ reason: error instanceof Error ? error.message : 'unknown' }, 'An event could not be handled');
  }
}
