import {
  Client,
  type ClientOptions,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayDispatchEvents,
} from 'discord.js';
import type { APIInteraction, RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Dispatcher } from '../bot/dispatch.ts';
import type { Logger } from '../logger.ts';
import { listGuilds } from './guilds.ts';
import { registerCommands } from './registration.ts';
import { restTransport } from './rest-transport.ts';

export interface GatewayOptions {
  readonly token: string;
  /** Discord's REST API, without the version. */
  readonly api: string;
  readonly dispatcher: Dispatcher;
  readonly definitions: RESTPutAPIApplicationCommandsJSONBody;
  readonly logger: Logger;
}

export interface Gateway {
  /** The ids of the servers that the bot is in. */
  listServers(): Promise<ReadonlySet<string>>;
  /** Takes no more interactions, finishes those in flight (for at most `graceMs`), and leaves. */
  close(graceMs?: number): Promise<void>;
}

/**
 * Connects to Discord and answers interactions until closed; resolves once ready, with the commands registered.
 * Rejects where the token is refused or the API cannot be reached.
 */
export async function connectGateway({
  token,
  api,
  dispatcher,
  definitions,
  logger,
}: GatewayOptions): Promise<Gateway> {
  const client = new Client(clientOptions(api));
  let closing = false;
  client.on(Events.Error, (error) => logger.error({ err: error }, 'The Discord client reports an error'));
  client.on(Events.ShardDisconnect, ({ code }) => logger.warn({ code }, 'Disconnected from Discord'));
  client.on(Events.ShardReconnecting, () => {
    if (!closing) logger.info('Reconnecting to Discord');
  });
  client.on(Events.ShardResume, (_shard, replayed) => logger.info({ replayed }, 'Resumed the connection to Discord'));
  // The raw payload, not discord.js's own object: it is what the dispatcher takes from any transport.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    if (!closing) void dispatcher.handle(interaction, restTransport(client.rest, interaction));
  });
  try {
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(token);
    await ready;
    await register(client, definitions, logger);
  } catch (error) {
    await client.destroy();
    throw explain(error, api);
  }
  return {
    listServers: () => listGuilds(client.rest),
    async close(graceMs = 5000) {
      closing = true;
      await Promise.race([dispatcher.idle(), new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
      await client.destroy();
    },
  };
}

/** No intents: interactions need none, and each one asked for is data that the bot would then hold. */
function clientOptions(api: string): ClientOptions {
  return { intents: 0, rest: { api } };
}

async function register(
  client: Client,
  definitions: RESTPutAPIApplicationCommandsJSONBody,
  logger: Logger,
): Promise<void> {
  const { application, user } = client;
  if (!application) throw new Error('Discord did not say which application the token belongs to.');
  const changed = await registerCommands(client.rest, application.id, definitions);
  logger.info({ user: user?.username, commands: definitions.length, registered: changed }, 'Connected to Discord');
}

/** The failures that whoever starts the bot can mend. */
function explain(error: unknown, api: string): unknown {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
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
