/** What the page's parts need of the place that is open: who and what is there, and what may be used. Pure. */
import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10';
import type { ClientChannel, ClientGuild, ClientState } from '../src/client-api.ts';
import { localized } from './localized.ts';

export interface Scene {
  channel?: ClientChannel | undefined;
  /** The server that the channel is in; undefined for direct messages. */
  guild?: ClientGuild | undefined;
  /** The server's channels, or the direct messages. */
  channels: ClientChannel[];
  /** All channels that the person sees: a message may mention one of a server in direct messages. */
  everywhere: ClientChannel[];
  /** The language of the person's Discord. */
  locale: string;
  /** The server's members. */
  people: APIUser[];
  /** Everybody whose name is known. */
  everybody: APIUser[];
  roles: { id: string; name: string }[];
  /** The bot, where it can be used: null before it has ever connected, and in a server that it is not in. */
  bot: APIUser | null;
  /** The commands that the person may use here. */
  commands: APIApplicationCommand[];
  /** The most bytes that a file may have. */
  uploadLimit: number;
}

/** `channelId` may be of no channel: then the scene is that of the direct messages, and `channel` is undefined. */
export const sceneOf = (client: ClientState, channelId: string): Scene => {
  const channel = client.channels.find(({ id }) => id === channelId);
  const guild = client.guilds.find(({ id }) => id === channel?.guild_id);
  const bot = guild && !guild.has_bot ? null : client.bot;
  const members = guild?.members.map(({ id }) => id);
  return {
    channel,
    guild,
    channels: client.channels.filter((one) => one.guild_id === guild?.id),
    everywhere: client.channels,
    locale: client.locale,
    people: client.people.filter(({ id }) => members?.includes(id) ?? true),
    everybody: [...client.people, ...(client.bot ? [client.bot] : [])],
    roles: guild?.roles ?? [],
    bot,
    commands: client.commands
      .filter((command) => isOffered(command, guild))
      .map((command) => localized(command, client.locale)),
    uploadLimit: client.upload_limit,
  };
};

/** Discord's InteractionContextType. */
const Context = { Guild: 0, BotDM: 1 } as const;
/** What stands for "administrators alone", an empty set of permissions: the bit of that permission. */
const administrator = 8n;

const isOffered = (command: APIApplicationCommand, guild: ClientGuild | undefined): boolean => {
  const { contexts, default_member_permissions: needed } = command;
  if (contexts && !contexts.includes(guild ? Context.Guild : Context.BotDM)) return false;
  if (!guild) return command.guild_id === undefined;
  if (!guild.has_bot || (command.guild_id !== undefined && command.guild_id !== guild.id)) return false;
  const bits = needed === null ? 0n : BigInt(needed) || administrator;
  return (BigInt(guild.permissions) & bits) === bits;
};

/** Whether somebody may manage the server. */
export const manages = (guild: ClientGuild | undefined, userId: string): boolean =>
  guild?.members.find(({ id }) => id === userId)?.manager ?? false;
