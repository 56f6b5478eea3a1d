import { DiscordAPIError, REST } from 'discord.js';
import { GatewayDispatchEvents, type RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Dispatcher } from '../bot/dispatch.ts';
import type { Logger } from '../logger.ts';
import { openConnection } from './connection.ts';
import { listGuilds } from './guilds.ts';
import { isInteraction } from './receiving.ts';
import { registerCommands } from './registration.ts';
import { restTransport } from './rest-transport.ts';

export interface GatewayOptions {
  readonly token: string;
  /** Discord's REST API, without the version. */
  readonly api: string;
  readonly dispatcher: Dispatcher;
  readonly definitions: RESTPutAPIApplicationCommandsJSONBody;
  readonly logger: Logger;
  /** Discord has closed the connection for good; `reason` is a sentence for the operator. */
  readonly onFatal?: (reason: string) => void;
}

export interface Gateway {
  /** The ids of the guilds that the bot is in. */
  listServers(): Promise<ReadonlySet<string>>;
  isOpen(): boolean;
  /** Takes no more interactions, finishes those in flight (for at most `graceMs`), and leaves. */
  close(graceMs?: number): Promise<void>;
}

/** Milliseconds that what is in flight has when the bot is told to end; a supervisor often waits 10 s in all. */
const GRACE_MS = 4_000;

/**
 * Connects to Discord and answers interactions until closed; resolves once ready, with the commands registered.
 * Rejects where the token is refused or the API cannot be reached.
 */
export async function connectGateway(options: GatewayOptions): Promise<Gateway> {
  const { token, api, dispatcher, definitions, logger } = options;
  const rest = new REST({ api, version: '10' }).setToken(token);
  // What is sent back for an interaction is tried again by the transport, which knows until when it is of use; Discord's
  // global limit does not count it.
  const once = new REST({ api, version: '10', retries: 0, globalRequestsPerSecond: 0 });
  let closing = false;
  try {
    const connection = await openConnection({
      token,
      rest,
      logger,
      onEvent({ t: event, d: payload }) {
        if (event !== GatewayDispatchEvents.InteractionCreate || closing) return;
        if (isInteraction(payload)) void dispatcher.handle(payload, restTransport(once, payload));
        else logger.warn('An interaction without id, token or type was dropped');
      },
      onFatal: (reason) => options.onFatal?.(reason),
    });
    const { application, user } = connection.ready;
    const changed = await registerCommands(rest, application.id, definitions);
    logger.info({ user: user.username, commands: definitions.length, registered: changed }, 'Connected to Discord');
    return {
      listServers: () => listGuilds(rest),
      isOpen: connection.isOpen,
      async close(graceMs = GRACE_MS) {
        closing = true;
        await Promise.race([dispatcher.idle(), new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
        await connection.close();
      },
    };
  } catch (error) {
    throw explain(error, api);
  }
}

/** The failures that the operator can correct. */
function explain(error: unknown, api: string): unknown {
  if (error instanceof DiscordAPIError && error.status === 401) {
    return new Error('DISCORD_TOKEN was refused by Discord: copy the token anew from "Bot" in the Developer Portal.');
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'].includes(code)) {
    return new Error(`Discord's API cannot be reached at ${api} (${code}): check the connection and DISCORD_API.`);
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`Could not connect to Discord at ${api}: ${reason}. Check DISCORD_API and DISCORD_TOKEN.`, {
    cause: error,
  });
}
