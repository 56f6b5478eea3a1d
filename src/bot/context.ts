import type { APIInteraction } from 'discord-api-types/v10';
import { messagesFor } from '../reply/messages.ts';
import type { Server } from '../servers/types.ts';
import type { Context, Place } from './command.ts';
import { localeOf, managesServer, rolesOf, userOf } from './interaction.ts';
import type { BotParts } from './parts.ts';

/** What a handler is given, as it stands at this moment where the person asks. */
export async function contextOf({ servers }: Pick<BotParts, 'servers'>, interaction: APIInteraction): Promise<Context> {
  const { guild_id: id } = interaction;
  const { library, settings, shortfall } = await servers.open(id);
  return {
    library,
    shortfall,
    messages: messagesFor(localeOf(interaction)),
    user: userOf(interaction),
    forget: (person) => servers.forget(person),
    server: id === undefined ? undefined : placeOf({ id, settings, shelf: servers.shelf(id) }, interaction),
  };
}

function placeOf(server: Server, interaction: APIInteraction): Place {
  const isManager = managesServer(interaction);
  const { editorRole } = server.settings;
  const isEditor = isManager || (editorRole !== undefined && rolesOf(interaction).includes(editorRole));
  return { ...server, isManager, isEditor };
}
