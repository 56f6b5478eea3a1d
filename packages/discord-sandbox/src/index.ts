import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import {
  type APIApplicationCommand,
  type APIInteraction,
  type APIUser,
  GatewayDispatchEvents,
} from 'discord-api-types/v10';
import type { Clock } from './clock.ts';
import { type Core, createCore } from './core.ts';
import { Presence } from './gateway/presence.ts';
import { Api } from './http/bot-api.ts';
import { ClientRoutes } from './http/client-routes.ts';
import { Delivery } from './http/delivery.ts';
import { FaultPlan, type Faults } from './http/faults.ts';
import { Records, type RequestRecord, type Violation } from './http/records.ts';
import { applicationRoutes } from './http/rest/application.ts';
import { channelRoutes } from './http/rest/channels.ts';
import { commandRoutes } from './http/rest/commands.ts';
import { guildRoutes } from './http/rest/guilds.ts';
import { interactionRoutes } from './http/rest/interactions.ts';
import { SandboxServer } from './http/server.ts';
import { Replies } from './interactions/replies.ts';
import { type Logger, silent } from './logger.ts';
import { clientState } from './people/client-state.ts';
import { findChannel, SandboxClient } from './people/sandbox-client.ts';
import { addGuild, archiveThread, deleteChannel, inviteBot, removeBot, tellOfGuild } from './people/servers.ts';
import { UserActions } from './people/user-actions.ts';
import { InputRefused } from './people/user-input.ts';
import { studyGroup } from './world/default-world.ts';
import type { GuildDefinition, WorldDefinition } from './world/world.ts';

export type { ClientState } from './client-api.ts';
export type { Clock } from './clock.ts';
export type { Faults, RateLimitScope } from './http/faults.ts';
export type { RequestRecord, Violation } from './http/records.ts';
export { messageOf, type Outcome } from './people/outcome.ts';
export type { SandboxClient } from './people/sandbox-client.ts';
export { InputRefused } from './people/user-input.ts';
export { studyGroup } from './world/default-world.ts';
export type { GuildDefinition, WorldDefinition } from './world/world.ts';

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** A folder of static files to serve at / in place of the package's own page. */
  pageDir?: string;
  logger?: Logger;
  /** Milliseconds that the bot has to acknowledge; 3,000 unless said. */
  ackTimeoutMs?: number;
  /** Milliseconds that an interaction's token can be used; 15 minutes unless said. */
  tokenLifetimeMs?: number;
  /** Milliseconds between the bot's heartbeats; 41,250 unless said. */
  heartbeatIntervalMs?: number;
  /** Milliseconds that a bot whose connection broke may take to resume; 60,000 unless said. */
  resumeWindowMs?: number;
  /** The number of shards that `GET /gateway/bot` advises; 1 unless said. A bot may connect with any. */
  shards?: number;
  /** How many shards may identify within 5 seconds, which the bot has to keep to by itself; 1 unless said. */
  maxConcurrency?: number;
  /** The most bytes that a file may have, of people and of the bot; 10 MiB unless said. */
  uploadLimit?: number;
  /** The Ed25519 private key that interactions for an endpoint are signed with; a new one unless given. */
  signingKey?: KeyObject;
  clock?: Clock;
  /** Who and what is there at the start; a study group of three and an evening class unless said. */
  world?: WorldDefinition;
}

export interface Sandbox {
  /** The page's address. */
  readonly url: string;
  /** What discord.js takes as `rest.api`. */
  readonly apiUrl: string;
  /** The origin of every attachment's address: what cdn.discordapp.com is to Discord. */
  readonly cdnUrl: string;
  /** A token to connect with; any other that is not empty does as well. */
  readonly token: string;
  readonly applicationId: string;
  /** The first server. */
  readonly guildId: string;
  /** Every server, whether the bot is in it or not. */
  readonly guilds: readonly { id: string; name: string; hasBot: boolean }[];
  readonly people: APIUser[];
  /** The commands that are registered for everywhere. */
  readonly commands: APIApplicationCommand[];
  /** A bot is connected at this moment, or has an endpoint. */
  readonly online: boolean;
  /** Resolves as soon as a bot is connected. */
  whenOnline(): Promise<void>;
  /** The bot's requests, the newest thousand, and those of them that were refused. */
  readonly requests: readonly RequestRecord[];
  readonly violations: readonly Violation[];
  readonly faults: Faults;
  /**
   * Sends the bot any gateway event as it is, well-formed or not, to its first shard; an interaction goes to its guild's, or to
   * the endpoint where there is one.
   */
  dispatch(event: string, data: unknown): void;
  /** What the bot checks the signatures of POSTed interactions with: an Ed25519 key as hexadecimal text. */
  readonly publicKey: string;
  /**
   * Sends interactions as signed POSTs to an address of the bot's; null goes back to the gateway. Rejects where the address
   * fails Discord's check: PONG to a signed ping, 401 to a forged one.
   */
  useEndpoint(url: string | null): Promise<void>;
  /**
   * One of the people, by id or username (the first unless said), at a channel, by name, id, `Server/channel` or `dm`
   * (the first of a server's that they may read, unless said).
   */
  client(user?: string, channel?: string): SandboxClient;
  /** Adds a server that the bot is in; answers its id. */
  addGuild(definition: GuildDefinition): string;
  /** Removes the bot from a server, by id. A bot with the Guilds intent gets GUILD_DELETE; throws for no such server. */
  removeBot(guildId: string): void;
  /** Invites it back; then such a bot gets GUILD_CREATE. */
  inviteBot(guildId: string): void;
  /** Archives a thread, by id; with `locked` nobody's message brings it back. */
  archiveThread(channelId: string, options?: { locked?: boolean }): void;
  /** Deletes a channel of a server, by id. */
  deleteChannel(channelId: string): void;
  close(): Promise<void>;
}

/** Where the build puts the page: the same folder seen from `src/` and from `dist/`. */
const BUILT_PAGE = join(import.meta.dirname, '..', 'dist', 'page');

/** Starts a Discord on the loopback interface; throws when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const logger = options.logger ?? silent;
  const presence = new Presence();
  const world = options.world ?? studyGroup;
  const core = await createCore({ ...options, world }, presence, () => server.origin);
  for (const guild of world.guilds) addGuild(core, guild);
  const records = new Records();
  const replies = new Replies(core);
  const delivery = new Delivery(core, replies, records);
  const actions = new UserActions(core, (interaction) => delivery.deliver(interaction));
  const faults = new FaultPlan(core.gateway);
  const server = createServer(core, {
    actions,
    replies,
    records,
    faults,
    logger,
    pageDir: options.pageDir ?? BUILT_PAGE,
  });
  await server.listen(options.port ?? 0);
  const { origin } = server;
  logger.info({ url: origin }, 'sandbox listening');
  return {
    url: `${origin}/`,
    apiUrl: `${origin}/api`,
    cdnUrl: origin,
    token: 'sandbox',
    applicationId: core.world.application.id,
    guildId: [...core.world.guilds.keys()][0] ?? '',
    get guilds() {
      return [...core.world.guilds.values()].map(({ id, name, hasBot }) => ({ id, name, hasBot }));
    },
    people: [...core.world.people.values()].map(({ user }) => user),
    get commands() {
      return core.commands.list(null);
    },
    get online() {
      return core.gateway.online || core.endpoint.url !== null;
    },
    whenOnline: () => presence.whenOnline(),
    requests: records.requests,
    violations: records.violations,
    faults,
    dispatch(event, data) {
      if (event === GatewayDispatchEvents.InteractionCreate) delivery.send(data as APIInteraction);
      else core.gateway.dispatch(event, data, null);
    },
    publicKey: core.endpoint.publicKey,
    useEndpoint: (url) => core.endpoint.set(url),
    client: (user, channel) => createClient(core, actions, user, channel),
    addGuild(definition) {
      const guild = addGuild(core, definition);
      tellOfGuild(core, guild);
      return guild.id;
    },
    removeBot: (guildId) => removeBot(core, guildId),
    inviteBot: (guildId) => inviteBot(core, guildId),
    archiveThread: (channelId, { locked = false } = {}) => archiveThread(core, channelId, locked),
    deleteChannel: (channelId) => deleteChannel(core, channelId),
    async close() {
      core.interactions.close();
      await server.close();
    },
  };
}

interface ServerNeeds {
  actions: UserActions;
  replies: Replies;
  records: Records;
  faults: FaultPlan;
  logger: Logger;
  pageDir: string;
}

function createServer(core: Core, { actions, replies, records, faults, logger, pageDir }: ServerNeeds): SandboxServer {
  const routes = [
    ...applicationRoutes(core),
    ...commandRoutes(core),
    ...interactionRoutes(core, replies),
    ...channelRoutes(core),
    ...guildRoutes(core),
  ];
  return new SandboxServer({
    api: new Api({ routes, faults, records, logger }),
    client: new ClientRoutes({ actions, feed: core.feed, state: (userId) => clientState(core, userId) }),
    gateway: core.gateway,
    world: core.world,
    attachments: core.attachments,
    faults,
    pageDir,
    logger,
  });
}

function createClient(core: Core, actions: UserActions, user?: string, channel?: string): SandboxClient {
  const [first] = core.world.people.values();
  const person = user === undefined ? first : core.world.person(user);
  if (person === undefined) throw new InputRefused(`There is nobody called "${user}".`);
  const open = [...core.world.channels.values()].find((candidate) => candidate.guild?.members.has(person.user.id));
  const place = findChannel(core, person, channel ?? open?.id ?? 'dm');
  return new SandboxClient(core, actions, person, place);
}
