import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { isThread } from '../world/channel-object.ts';
import { createdGuild } from '../world/guild-object.ts';
import type { Channel, Guild, GuildDefinition } from '../world/world.ts';
import { clientState } from './client-state.ts';

/** Adds a server that the bot is in, with its remarks. */
export function addGuild(core: Core, definition: GuildDefinition): Guild {
  const guild = core.world.addGuild(definition);
  for (const [index, { messages = [] }] of definition.channels.entries()) {
    const channel = guild.channels[index];
    for (const { author, content } of messages) {
      const person = core.world.person(author);
      if (!channel || !person) throw new Error(`The world has nobody called "${author}".`);
      const empty = { embeds: [], components: [], files: [], flags: 0 };
      core.messages.create({ channel, author: person.user, content: { content, ...empty } });
    }
  }
  return guild;
}

/** The bot leaves a server, or is made to: who listens for servers is told, and every page. */
export function removeBot(core: Core, guildId: string): void {
  const guild = guildOf(core, guildId);
  if (!guild.hasBot) return;
  guild.hasBot = false;
  core.gateway.dispatch(GatewayDispatchEvents.GuildDelete, { id: guildId }, guildId, GatewayIntentBits.Guilds);
  tellPages(core);
}

/** The bot comes (back) to a server. */
export function inviteBot(core: Core, guildId: string): void {
  const guild = guildOf(core, guildId);
  if (guild.hasBot) return;
  guild.hasBot = true;
  tellOfGuild(core, guild);
}

/** Closes a thread of a server, as its members or a moderator (`locked`) can. */
export function archiveThread(core: Core, channelId: string, locked: boolean): void {
  const thread = channelOf(core, channelId);
  if (!isThread(thread)) throw new Error(`${thread.name} is no thread.`);
  Object.assign(thread, { archived: true, locked });
}

/** Deletes a channel of a server, with all that stands in it. */
export function deleteChannel(core: Core, channelId: string): void {
  const channel = channelOf(core, channelId);
  core.world.removeChannel(channel);
  tellPages(core);
}

function channelOf({ world }: Core, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (!channel?.guild) throw new Error(`There is no channel ${channelId} in a server.`);
  return channel;
}

/** Tells of a server that is new to the bot: to who listens for servers, and to every page. */
export function tellOfGuild(core: Core, guild: Guild): void {
  core.gateway.dispatch(GatewayDispatchEvents.GuildCreate, createdGuild(guild), guild.id, GatewayIntentBits.Guilds);
  tellPages(core);
}

function guildOf({ world }: Core, guildId: string): Guild {
  const guild = world.guilds.get(guildId);
  if (guild === undefined) throw new Error(`There is no server ${guildId}.`);
  return guild;
}

/** Sends every page its state anew. */
export function tellPages(core: Core): void {
  core.feed.sendToEach((userId) => ({ type: 'state', state: clientState(core, userId) }));
}
