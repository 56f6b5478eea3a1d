import {
  type APIGuildMember,
  type APIInteractionGuildMember,
  type APIRole,
  type APIUser,
  type GuildMemberFlags,
  Locale,
  PermissionFlagsBits,
  type RoleFlags,
  type UserFlags,
} from 'discord-api-types/v10';
import type { NewId } from './ids.ts';

/** What a sandbox starts with: people, servers, channels, remarks. People are named by `username` throughout. */
export interface WorldDefinition {
  application: { name: string; description: string };
  people: PersonDefinition[];
  guilds: GuildDefinition[];
}

export interface PersonDefinition {
  username: string;
  displayName: string;
  /** May manage every server. */
  manager?: boolean;
  /** The language of this person's Discord; `en-US` unless said. */
  locale?: Locale;
}

export interface GuildDefinition {
  name: string;
  locale?: Locale;
  /** Usernames; everybody unless said. */
  members?: string[];
  channels: ChannelDefinition[];
}

export interface ChannelDefinition {
  name: string;
  topic?: string;
  messages?: { author: string; content: string }[];
}

export interface Person {
  user: APIUser;
  manager: boolean;
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
}

export interface Channel {
  id: string;
  name: string;
  topic: string | null;
  /** Null for direct messages, and then `recipient` is the person's id. */
  guild: Guild | null;
  recipient: string | null;
}

const MEMBER_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.UseExternalApps;

const MANAGER_PERMISSIONS =
  MEMBER_PERMISSIONS |
  PermissionFlagsBits.ManageGuild |
  PermissionFlagsBits.ManageChannels |
  PermissionFlagsBits.ManageMessages;

/** What the bot itself may do in every channel. */
export const APP_PERMISSIONS = MEMBER_PERMISSIONS.toString();

/** The people, servers and channels of one sandbox, under the ids they were given. */
export class World {
  readonly application: { id: string; name: string; description: string };
  readonly bot: APIUser;
  readonly people = new Map<string, Person>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly #newId: NewId;
  readonly #startedAt: string;

  constructor(definition: WorldDefinition, newId: NewId, startedAt: Date) {
    this.#newId = newId;
    this.#startedAt = startedAt.toISOString();
    const id = newId();
    this.application = { id, ...definition.application };
    this.bot = { ...createUser(id, usernameOf(definition.application.name), definition.application.name), bot: true };
    for (const person of definition.people) this.#addPerson(person);
  }

  addGuild(definition: GuildDefinition): Guild {
    const id = this.#newId();
    const members = [...this.people.values()].filter(({ user }) => definition.members?.includes(user.username) ?? true);
    const guild: Guild = {
      id,
      name: definition.name,
      locale: definition.locale ?? Locale.EnglishUS,
      ownerId: members.find(({ manager }) => manager)?.user.id ?? this.bot.id,
      roles: [createRole(id, '@everyone', 0, MEMBER_PERMISSIONS)],
      members: new Map(),
      channels: [],
    };
    const managers = createRole(this.#newId(), 'Organisers', 1, MANAGER_PERMISSIONS);
    guild.roles.push(managers);
    for (const { user, manager } of members) {
      guild.members.set(user.id, this.#createMember(user, manager ? [managers.id] : []));
    }
    for (const { name, topic } of definition.channels) {
      guild.channels.push(this.#addChannel({ name, topic: topic ?? null, guild, recipient: null }));
    }
    this.guilds.set(id, guild);
    return guild;
  }

  /** By id or username. */
  person(key: string): Person | undefined {
    return this.people.get(key) ?? [...this.people.values()].find(({ user }) => user.username === key);
  }

  directMessages(userId: string): Channel | undefined {
    return [...this.channels.values()].find(({ recipient }) => recipient === userId);
  }

  mayRead(userId: string, channel: Channel): boolean {
    return channel.guild === null ? channel.recipient === userId : channel.guild.members.has(userId);
  }

  permissions(person: Person): bigint {
    return person.manager ? MANAGER_PERMISSIONS : MEMBER_PERMISSIONS;
  }

  /** The member as interactions carry it: with the user and what that user may do. */
  interactionMember(guild: Guild, person: Person): APIInteractionGuildMember {
    const member = guild.members.get(person.user.id) ?? this.#createMember(person.user, []);
    return { ...member, user: person.user, permissions: this.permissions(person).toString() };
  }

  #addPerson({ username, displayName, manager, locale }: PersonDefinition): void {
    const user = createUser(this.#newId(), username, displayName);
    this.people.set(user.id, { user, manager: manager ?? false, locale: locale ?? Locale.EnglishUS });
    this.#addChannel({ name: this.application.name, topic: null, guild: null, recipient: user.id });
  }

  #addChannel(channel: Omit<Channel, 'id'>): Channel {
    const added = { id: this.#newId(), ...channel };
    this.channels.set(added.id, added);
    return added;
  }

  #createMember(user: APIUser, roles: string[]): APIGuildMember {
    return {
      user,
      nick: null,
      avatar: null,
      banner: null,
      roles,
      joined_at: this.#startedAt,
      premium_since: null,
      deaf: false,
      mute: false,
      flags: 0 as GuildMemberFlags,
      pending: false,
      communication_disabled_until: null,
      avatar_decoration_data: null,
    };
  }
}

/** Usernames have lower-case letters, digits, dots and underscores. */
function usernameOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{Ll}\p{N}.]+/gu, '_');
}

function createUser(id: string, username: string, displayName: string): APIUser {
  return {
    id,
    username,
    discriminator: '0',
    global_name: displayName,
    avatar: null,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: 0 as UserFlags,
    flags: 0 as UserFlags,
  };
}

function createRole(id: string, name: string, position: number, permissions: bigint): APIRole {
  return {
    id,
    name,
    position,
    permissions: permissions.toString(),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: false,
    mentionable: true,
    flags: 0 as RoleFlags,
  };
}
