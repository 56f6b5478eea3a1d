import type { APIInteraction } from 'discord-api-types/v10';
import type { Guild } from '../guilds/types.ts';
import { messagesFor } from '../reply/messages.ts';
import type { Context, GuildMember } from './command.ts';
import { guildLocaleOf, localeOf, managesServer, rolesOf, userOf } from './interaction.ts';
import type { BotParts } from './parts.ts';

/** What a handler is given, as it stands at this moment where the person asks. */
export async function contextOf({ guilds }: Pick<BotParts, 'guilds'>, interaction: APIInteraction): Promise<Context> {
  const { guild_id: id } = interaction;
  const { knowledge, settings, degraded } = await guilds.open(id);
  return {
    knowledge,
    degraded,
    messages: messagesFor(localeOf(interaction)),
    publicMessages: messagesFor(guildLocaleOf(interaction)),
    person: userOf(interaction),
    forget: (person) => guilds.forget(person),
    guild: id === undefined ? undefined : memberOf({ id, settings, library: guilds.library(id) }, interaction),
  };
}

function memberOf(guild: Guild, interaction: APIInteraction): GuildMember {
  const isManager = managesServer(interaction);
  const { editorRole } = guild.settings;
  const isEditor = isManager || (editorRole !== undefined && rolesOf(interaction).includes(editorRole));
  return { ...guild, isManager, isEditor };
}
