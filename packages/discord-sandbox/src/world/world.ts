import {
  type APIGuildMember,
  type APIInteractionGuildMember,
  type APIRole,
  type APIUser,
  ChannelType,
  Locale,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { createWorldIds } from '../ids.ts';
import {
  ALL_PERMISSIONS,
  createMember,
  createRole,
  createUser,
  MANAGER_PERMISSIONS,
  MEMBER_PERMISSIONS,
  usernameOf,
} from './objects.ts';

/** What a sandbox starts with: people, servers, channels, remarks. People are named by `username` throughout. */
export interface WorldDefinition {
  application: { name: string; description: string };
  people: PersonDefinition[];
  guilds: GuildDefinition[];
}

export interface PersonDefinition {
  username: string;
  displayName: string;
  /** Manages every server that does not say itself who manages it. */
  manager?: boolean;
  /** Has the app for themselves: its commands for that follow them into servers that the bot is not in. */
  installed?: boolean;
  /** The language of this person's Discord; `en-US` unless said. */
  locale?: Locale;
}

export interface GuildDefinition {
  name: string;
  locale?: Locale;
  /** Usernames; everybody unless said. */
  members?: string[];
  /** Usernames: they have Manage Server, and the first owns the server. The people who are managers unless said. */
  managers?: string[];
  /** Roles beside @everyone and the managers' own. */
  roles?: RoleDefinition[];
  channels: ChannelDefinition[];
}

export interface RoleDefinition {
  name: string;
  /** Usernames of those who have it. */
  members: string[];
  /** What it allows beside what everybody may. */
  permissions?: bigint;
}

export interface ChannelDefinition {
  name: string;
  topic?: string;
  /** A text channel unless said; a thread stands beside the others and belongs to the first text channel. */
  type?: GuildChannelType;
  messages?: { author: string; content: string }[];
}

export type GuildChannelType =
  | ChannelType.GuildText
  | ChannelType.GuildVoice
  | ChannelType.GuildCategory
  | ChannelType.GuildAnnouncement
  | ChannelType.PublicThread
  | ChannelType.GuildForum;

export interface Person {
  user: APIUser;
  manager: boolean;
  installed: boolean;
  locale: Locale;
}

export interface Guild {
  id: string;
  name: string;
  locale: Locale;
  ownerId: string;
  /** The first is @everyone, whose id is the server's. */
  roles: APIRole[];
  members: Map<string, APIGuildMember>;
  channels: Channel[];
  /** Whether the bot is in it. */
  hasBot: boolean;
}

export interface Channel {
  id: string;
  name: string;
  topic: string | null;
  /** Null for direct messages, and then `recipient` is the person's id. */
  guild: Guild | null;
  recipient: string | null;
  type: GuildChannelType | ChannelType.DM;
  /** Of a thread: nobody wrote for long, or somebody closed it. Writing brings it back, unless it is `locked`. */
  archived: boolean;
  locked: boolean;
}

/** The people, servers and channels of one sandbox, under the ids they were given. */
export class World {
  readonly application: { id: string; name: string; description: string };
  readonly bot: APIUser;
  readonly people = new Map<string, Person>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly #newId = createWorldIds(() => this.guilds.size);
  readonly #startedAt: string;

  constructor(definition: WorldDefinition, startedAt: Date) {
    this.#startedAt = startedAt.toISOString();
    const id = this.#newId();
    this.application = { id, ...definition.application };
    this.bot = { ...createUser(id, usernameOf(definition.application.name), definition.application.name), bot: true };
    for (const person of definition.people) this.#addPerson(person);
  }

  /** Adds a server that the bot is in; throws where it names somebody who is not there. */
  addGuild(definition: GuildDefinition): Guild {
    const id = this.#newId();
    const members = definition.members?.map((name) => this.#named(name)) ?? [...this.people.values()];
    const managers = definition.managers?.map((name) => this.#named(name)) ?? members.filter(({ manager }) => manager);
    const guild: Guild = {
      id,
      name: definition.name,
      locale: definition.locale ?? Locale.EnglishUS,
      ownerId: managers[0]?.user.id ?? this.bot.id,
      roles: [createRole(id, '@everyone', 0, MEMBER_PERMISSIONS)],
      members: new Map(members.map(({ user }) => [user.id, createMember(user, [], this.#startedAt)])),
      channels: [],
      hasBot: true,
    };
    this.#addRole(guild, 'Organisers', managers, MANAGER_PERMISSIONS);
    for (const { name, members: holders, permissions = 0n } of definition.roles ?? []) {
      const people = holders.map((holder) => this.#named(holder));
      this.#addRole(guild, name, people, MEMBER_PERMISSIONS | permissions);
    }
    for (const { name, topic = null, type = ChannelType.GuildText } of definition.channels) {
      guild.channels.push(this.#addChannel({ name, topic, guild, recipient: null, type }));
    }
    this.guilds.set(id, guild);
    return guild;
  }

  /** By id or username. */
  person(key: string): Person | undefined {
    return this.people.get(key) ?? [...this.people.values()].find(({ user }) => user.username === key);
  }

  /** Takes a channel of a server away, with what was said there. */
  removeChannel(channel: Channel): void {
    this.channels.delete(channel.id);
    if (channel.guild) channel.guild.channels = channel.guild.channels.filter(({ id }) => id !== channel.id);
  }

  directMessages(userId: string): Channel | undefined {
    return [...this.channels.values()].find(({ recipient }) => recipient === userId);
  }

  mayRead(userId: string, channel: Channel): boolean {
    return channel.guild === null ? channel.recipient === userId : channel.guild.members.has(userId);
  }

  /** The bit set of what a person may do in a server, by the roles held there; in direct messages what anybody may. */
  permissions({ user }: Person, guild: Guild | null): bigint {
    if (guild === null) return MEMBER_PERMISSIONS;
    if (guild.ownerId === user.id) return ALL_PERMISSIONS;
    const held = guild.members.get(user.id)?.roles ?? [];
    const bits = guild.roles
      .filter(({ id }) => id === guild.id || held.includes(id))
      .reduce((all, { permissions }) => all | BigInt(permissions), 0n);
    return bits & PermissionFlagsBits.Administrator ? ALL_PERMISSIONS : bits;
  }

  /** May manage the server. */
  manages(person: Person, guild: Guild | null): boolean {
    return (this.permissions(person, guild) & PermissionFlagsBits.ManageGuild) !== 0n;
  }

  /** The member as interactions carry it: with the user and what that user may do. */
  interactionMember(guild: Guild, person: Person): APIInteractionGuildMember {
    const member = guild.members.get(person.user.id) ?? createMember(person.user, [], this.#startedAt);
    return { ...member, user: person.user, permissions: this.permissions(person, guild).toString() };
  }

  #named(username: string): Person {
    const person = this.person(username);
    if (person === undefined) throw new Error(`The world has nobody called "${username}".`);
    return person;
  }

  #addPerson({ username, displayName, manager = false, installed = false, locale }: PersonDefinition): void {
    const user = createUser(this.#newId(), username, displayName);
    this.people.set(user.id, { user, manager, installed, locale: locale ?? Locale.EnglishUS });
    this.#addChannel({
      name: this.application.name,
      topic: null,
      guild: null,
      recipient: user.id,
      type: ChannelType.DM,
    });
  }

  #addRole(guild: Guild, name: string, holders: Person[], permissions: bigint): void {
    const role = createRole(this.#newId(), name, guild.roles.length, permissions);
    guild.roles.push(role);
    for (const { user } of holders) guild.members.get(user.id)?.roles.push(role.id);
  }

  #addChannel(channel: Omit<Channel, 'id' | 'archived' | 'locked'>): Channel {
    const added = { id: this.#newId(), archived: false, locked: false, ...channel };
    this.channels.set(added.id, added);
    return added;
  }
}
