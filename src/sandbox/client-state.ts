import type { ClientState } from './client-api.ts';
import type { Core } from './core.ts';
import { InputRefused } from './user-input.ts';

/**
 * Everything that a person's page shows at first: the first server, its channels, the direct messages. A page that
 * does not know anybody yet, because it is opened for the first time, is the first person's.
 */
export function clientState(
  { world, messages, commands, gateway }: Core,
  askedFor: string,
  seenBot: boolean,
): ClientState {
  const userId = askedFor || ([...world.people.keys()][0] ?? '');
  if (!world.people.has(userId)) throw new InputRefused('There is no such person.');
  const [guild] = world.guilds.values();
  const readable = [...world.channels.values()].filter((channel) => world.mayRead(userId, channel));
  const shown = readable.filter((channel) => channel.guild === null || channel.guild === guild);
  return {
    guild: { id: guild?.id ?? '', name: guild?.name ?? '' },
    roles: (guild?.roles ?? []).map(({ id, name }) => ({ id, name })),
    channels: shown.map(({ id, name, topic, guild: place }) => ({
      id,
      name,
      ...(topic === null ? {} : { topic }),
      kind: place === null ? ('dm' as const) : ('guild' as const),
    })),
    people: [...world.people.values()].map(({ user, manager }) => ({ ...user, manager })),
    bot: seenBot ? world.bot : null,
    bot_online: gateway.online,
    commands: commands.in(guild?.id ?? null),
    messages: Object.fromEntries(shown.map(({ id }) => [id, messages.visible(userId, id)])),
  };
}
