import { invalidForm, unknownGuild } from '../../api-error.ts';
import type { Core } from '../../core.ts';
import { removeBot } from '../../people/servers.ts';
import { guildObject } from '../../world/guild-object.ts';
import { APP_PERMISSIONS } from '../../world/objects.ts';
import type { Guild } from '../../world/world.ts';
import { type Request, type Route, route } from '../router.ts';
import { channelObject } from './channels.ts';

const MAX_LIMIT = 200;

/** The servers that the bot is in. */
export function guildRoutes(core: Core): Route[] {
  return [
    route('GET', '/users/@me/guilds', (request) => ({ status: 200, json: page(core, request) })),
    route('DELETE', '/users/@me/guilds/:guild', (request) => {
      removeBot(core, guildOf(core, request).id);
      return { status: 204 };
    }),
    route('GET', '/guilds/:guild', (request) => ({ status: 200, json: guildObject(guildOf(core, request)) })),
    route('GET', '/guilds/:guild/channels', (request) => {
      const { channels } = guildOf(core, request);
      return { status: 200, json: channels.map((channel) => channelObject(core, channel)) };
    }),
    route('GET', '/guilds/:guild/roles', (request) => ({ status: 200, json: guildOf(core, request).roles })),
  ];
}

/** One that the bot is not in does not exist for it. */
function guildOf({ world }: Core, request: Request): Guild {
  const guild = world.guilds.get(request.param('guild'));
  if (guild === undefined || !guild.hasBot) throw unknownGuild();
  return guild;
}

/** The bot's servers by id, upwards: those after `after`, or the last ones before `before`; `limit` of them. */
function page({ world }: Core, { query }: Request): object[] {
  const limit = Number(query.get('limit') ?? MAX_LIMIT);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    const message = `int value should be between 1 and ${MAX_LIMIT}.`;
    throw invalidForm([{ path: ['limit'], code: 'NUMBER_TYPE_RANGE', message }]);
  }
  const [before, after] = [snowflake(query, 'before'), snowflake(query, 'after')];
  const joined = [...world.guilds.values()]
    .filter(({ id, hasBot }) => hasBot && (before === null || BigInt(id) < before) && BigInt(id) > (after ?? 0n))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  const taken = before !== null && after === null ? joined.slice(-limit) : joined.slice(0, limit);
  return taken.map((guild) => partialGuild(guild, world.bot.id, query.get('with_counts') === 'true'));
}

function snowflake(query: URLSearchParams, name: string): bigint | null {
  const value = query.get(name);
  if (value === null) return null;
  if (/^\d{1,20}$/.test(value)) return BigInt(value);
  throw invalidForm([{ path: [name], code: 'NUMBER_TYPE_COERCE', message: `Value "${value}" is not snowflake.` }]);
}

function partialGuild({ id, name, ownerId, members }: Guild, botId: string, withCounts: boolean): object {
  return {
    id,
    name,
    icon: null,
    banner: null,
    owner: ownerId === botId,
    permissions: APP_PERMISSIONS,
    features: [],
    // The bot is a member as well.
    ...(withCounts ? { approximate_member_count: members.size + 1, approximate_presence_count: members.size + 1 } : {}),
  };
}
