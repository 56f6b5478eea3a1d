import { channelFields, isThread } from './channel-object.ts';
import type { Guild } from './world.ts';

/** A server as Discord's API shows it; everything that the sandbox has no use for is at its default. */
export function guildObject(guild: Guild): object {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    roles: guild.roles,
    preferred_locale: guild.locale,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    features: [],
    emojis: [],
    stickers: [],
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    nsfw: false,
    nsfw_level: 0,
    incidents_data: null,
  };
}

/** A server as GUILD_CREATE tells of it: with its members and channels. */
export function createdGuild(guild: Guild): object {
  return {
    ...guildObject(guild),
    member_count: guild.members.size,
    members: [...guild.members.values()],
    channels: guild.channels
      .filter((channel) => !isThread(channel))
      .map(({ id, type, name, topic }) => ({ id, type, name, topic })),
    threads: guild.channels.filter(isThread).map((thread) => channelFields(thread, guild)),
    presences: [],
    voice_states: [],
    large: false,
    unavailable: false,
  };
}
