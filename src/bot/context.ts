import { type APIInteraction, ApplicationIntegrationType } from 'discord-api-types/v10';
import { timestampOf } from './age.ts';
import type { Context } from './command.ts';
import type { Incoming } from './incoming.ts';
import type { BotParts } from './parts.ts';

/** What a handler is given, as it stands at this moment where the person asks. */
export async function contextOf(parts: BotParts, incoming: Incoming): Promise<Context> {
  const { guilds, store, posts, commandIds } = parts;
  const { raw, messages, publicMessages, locale, person } = incoming;
  const { guild: id } = incoming.fields;
  const channel = channelOf(raw);
  const { knowledge, settings, tied, degraded } = await guilds.open(id, channel.within);
  const { isManager, roles } = person;
  const isEditor = isManager || (settings.editorRole !== undefined && roles.includes(settings.editorRole));
  return {
    knowledge,
    tied,
    degraded,
    messages,
    publicMessages,
    locale,
    person,
    channel: channel.id,
    interaction: raw.id,
    createdAt: timestampOf(raw.id),
    commandIds,
    store,
    posts,
    forget: (who) => guilds.forget(who),
    readDeck: (file, by) => guilds.readDeck(file, by),
    guild:
      id === undefined
        ? undefined
        : { id, settings, library: guilds.library(id), isInstalled: isInstalled(raw, id), isManager, isEditor },
  };
}

/** Where the person acts, and that with what it is in: a thread's channel, a channel's category. */
function channelOf({ channel }: { readonly channel?: object }): { id: string | undefined; within: string[] } {
  const { id, parent_id }: { readonly id?: unknown; readonly parent_id?: unknown } = channel ?? {};
  return {
    id: typeof id === 'string' ? id : undefined,
    within: [id, parent_id].filter((each) => typeof each === 'string'),
  };
}

/** Where an interaction does not say who added the bot, the server did. */
function isInstalled({ authorizing_integration_owners: owners }: Partial<APIInteraction>, guild: string): boolean {
  return owners === undefined || owners?.[ApplicationIntegrationType.GuildInstall] === guild;
}
