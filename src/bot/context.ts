import type { APIInteraction } from 'discord-api-types/v10';
import type { Guild } from '../guilds/types.ts';
import { messagesFor } from '../reply/messages.ts';
import type { Context, GuildMember } from './command.ts';
import { localeOf, managesServer, rolesOf, userOf } from './interaction.ts';
import type { BotParts } from './parts.ts';

/** What a handler is given, as it stands at this moment where the person asks. */
export async function contextOf({ servers }: Pick<BotParts, 'servers'>, interaction: APIInteraction): Promise<Context> {
  const { guild_id: id } = interaction;
  const { library, settings, degraded } = await servers.open(id);
  return {
    library,
    degraded,
    messages: messagesFor(localeOf(interaction)),
    user: userOf(interaction),
    forget: (person) => servers.forget(person),
    server: id === undefined ? undefined : placeOf({ id, settings, shelf: servers.shelf(id) }, interaction),
  };
}

function placeOf(server: Guild, interaction: APIInteraction): GuildMember {
  const isManager = managesServer(interaction);
  const { editorRole } = server.settings;
  const isEditor = isManager || (editorRole !== undefined && rolesOf(interaction).includes(editorRole));
  return { ...server, isManager, isEditor };
}
