import { Locale } from 'discord-api-types/v10';
import type { ClientGuild, ClientState } from '../client-api.ts';
import type { Core } from '../core.ts';
import type { Guild, Person } from '../world/world.ts';
import { InputRefused } from './user-input.ts';

/**
 * Everything that a person's page shows at first: the servers that they are in, the channels of all of them, the direct
 * messages. A page that does not know anybody yet, because it is opened for the first time, is the first person's.
 */
export function clientState(core: Core, askedFor: string): ClientState {
  const { world, messages, commands, gateway, endpoint, attachments, presence } = core;
  const userId = askedFor || ([...world.people.keys()][0] ?? '');
  const person = world.people.get(userId);
  if (person === undefined) throw new InputRefused('There is no such person.');
  const guilds = [...world.guilds.values()].filter(({ members }) => members.has(userId));
  const channels = [...world.channels.values()].filter((channel) => world.mayRead(userId, channel));
  return {
    locale: person.locale,
    locales: Object.values(Locale),
    guilds: guilds.map((guild) => describeGuild(core, guild, person)),
    channels: channels.map(({ id, name, topic, guild }) => ({
      id,
      name,
      ...(topic === null ? {} : { topic }),
      ...(guild === null ? { kind: 'dm' as const } : { kind: 'guild' as const, guild_id: guild.id }),
    })),
    people: [...world.people.values()].map(({ user }) => user),
    bot: presence.seen ? world.bot : null,
    bot_online: gateway.online || endpoint.url !== null,
    upload_limit: attachments.uploadLimit,
    commands: commands.all(),
    messages: Object.fromEntries(channels.map(({ id }) => [id, messages.visible(userId, id)])),
  };
}

function describeGuild({ world }: Core, guild: Guild, person: Person): ClientGuild {
  return {
    id: guild.id,
    name: guild.name,
    has_bot: guild.hasBot,
    locale: guild.locale,
    permissions: world.permissions(person, guild).toString(),
    roles: guild.roles.map(({ id, name }) => ({ id, name })),
    members: [...guild.members].map(([id, { roles }]) => {
      const member = world.people.get(id);
      return { id, roles, manager: member !== undefined && world.manages(member, guild) };
    }),
  };
}
