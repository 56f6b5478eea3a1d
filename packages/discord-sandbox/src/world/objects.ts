import {
  type APIGuildMember,
  type APIRole,
  type APIUser,
  type GuildMemberFlags,
  PermissionFlagsBits,
  type RoleFlags,
  type UserFlags,
} from 'discord-api-types/v10';

/** What everybody may do. */
export const MEMBER_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.UseExternalApps;

/** What the role of those who manage a server allows. */
export const MANAGER_PERMISSIONS =
  MEMBER_PERMISSIONS |
  PermissionFlagsBits.ManageGuild |
  PermissionFlagsBits.ManageChannels |
  PermissionFlagsBits.ManageMessages;

/** A server's owner, and who has the Administrator permission, may do everything. */
export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, one) => all | one, 0n);

/** What the bot itself may do in every channel. */
export const APP_PERMISSIONS = MEMBER_PERMISSIONS.toString();

/** Usernames have lower-case letters, digits, dots and underscores. */
export function usernameOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{Ll}\p{N}.]+/gu, '_');
}

export function createUser(id: string, username: string, displayName: string): APIUser {
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

export function createRole(id: string, name: string, position: number, permissions: bigint): APIRole {
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

/** `joinedAt` in ISO 8601; `roles` are ids. */
export function createMember(user: APIUser, roles: string[], joinedAt: string): APIGuildMember {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles,
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0 as GuildMemberFlags,
    pending: false,
    communication_disabled_until: null,
    avatar_decoration_data: null,
  };
}
