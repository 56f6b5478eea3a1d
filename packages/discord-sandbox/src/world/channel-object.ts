import { ChannelType } from 'discord-api-types/v10';
import type { Channel } from './world.ts';

/** Channels of a server in which messages stand; the others only hold threads or channels. */
const WITH_MESSAGES: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildVoice,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.DM,
]);

export const hasMessages = ({ type }: Channel): boolean => WITH_MESSAGES.has(type);
export const isThread = ({ type }: Channel): boolean => type === ChannelType.PublicThread;

/** What of a server's channel both the API and interactions tell. */
export function channelFields(channel: Channel, guild: NonNullable<Channel['guild']>) {
  const { id, type, name } = channel;
  const base = { id, type, guild_id: guild.id, name, rate_limit_per_user: 0, flags: 0 };
  if (isThread(channel)) return { ...base, ...threadFields(channel, guild) };
  const { topic } = channel;
  return { ...base, topic, position: guild.channels.indexOf(channel), parent_id: null, nsfw: false };
}

function threadFields({ archived, locked }: Channel, { channels, ownerId }: NonNullable<Channel['guild']>) {
  const parent = channels.find(({ type }) => type === ChannelType.GuildText);
  // Nothing says when it was begun, or archived.
  const time = new Date(0).toISOString();
  return {
    parent_id: parent?.id ?? null,
    owner_id: ownerId,
    message_count: 0,
    member_count: 0,
    total_message_sent: 0,
    thread_metadata: {
      archived,
      locked,
      auto_archive_duration: 1440,
      archive_timestamp: time,
      create_timestamp: time,
    },
  };
}
