import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10';
import { Api } from './api.ts';
import { findChannel, SandboxClient } from './client.ts';
import { ClientRoutes } from './client-routes.ts';
import { clientState } from './client-state.ts';
import type { Clock } from './clock.ts';
import { type Core, createCore } from './core.ts';
import { studyGroup } from './default-world.ts';
import { FaultPlan, type Faults } from './faults.ts';
import { addGuild, inviteBot, removeBot, tellOfGuild } from './guilds.ts';
import { type Logger, silent } from './logger.ts';
import { Presence } from './presence.ts';
import { Records, type RequestRecord, type Violation } from './records.ts';
import { Replies } from './replies.ts';
import { applicationRoutes } from './rest/application.ts';
import { channelRoutes } from './rest/channels.ts';
import { commandRoutes } from './rest/commands.ts';
import { guildRoutes } from './rest/guilds.ts';
import { interactionRoutes } from './rest/interactions.ts';
import { SandboxServer } from './server.ts';
import { UserActions } from './user-actions.ts';
import { InputRefused } from './user-input.ts';
import type { GuildDefinition, WorldDefinition } from './world.ts';

export type { SandboxClient } from './client.ts';
export type { Clock } from './clock.ts';
export { studyGroup } from './default-world.ts';
export type { Faults } from './faults.ts';
export { messageOf } from './outcome.ts';
export type { RequestRecord, Violation } from './records.ts';
export { InputRefused } from './user-input.ts';
export type { GuildDefinition, WorldDefinition } from './world.ts';

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** A folder of static files to serve at /. */
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
  /** The most bytes that a file may have, of people and of the bot; 10 MiB unless said. */
  uploadLimit?: number;
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
  /** A bot is connected at this moment. */
  readonly online: boolean;
  /** Resolves as soon as a bot is connected. */
  whenOnline(): Promise<void>;
  /** The bot's requests, the newest thousand, and those of them that were refused. */
  readonly requests: readonly RequestRecord[];
  readonly violations: readonly Violation[];
  readonly faults: Faults;
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
  close(): Promise<void>;
}

/** Starts a Discord on the loopback interface; throws when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const logger = options.logger ?? silent;
  const presence = new Presence();
  const world = options.world ?? studyGroup;
  const core = await createCore({ ...options, world }, presence, () => server.origin);
  for (const guild of world.guilds) addGuild(core, guild);
  const actions = new UserActions(core);
  const records = new Records();
  const faults = new FaultPlan(core.gateway);
  const server = createServer(core, { actions, records, faults, logger, pageDir: options.pageDir });
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
      return core.gateway.online;
    },
    whenOnline: () => presence.whenOnline(),
    requests: records.requests,
    violations: records.violations,
    faults,
    client: (user, channel) => createClient(core, actions, user, channel),
    addGuild(definition) {
      const guild = addGuild(core, definition);
      tellOfGuild(core, guild);
      return guild.id;
    },
    removeBot: (guildId) => removeBot(core, guildId),
    inviteBot: (guildId) => inviteBot(core, guildId),
    async close() {
      core.interactions.close();
      await server.close();
    },
  };
}

interface ServerNeeds {
  actions: UserActions;
  records: Records;
  faults: FaultPlan;
  logger: Logger;
  pageDir: string | undefined;
}

function createServer(core: Core, { actions, records, faults, logger, pageDir }: ServerNeeds): SandboxServer {
  const replies = new Replies(core);
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
