import { isDeepStrictEqual } from 'node:util';
import type { REST } from 'discord.js';
import { type RESTPutAPIApplicationCommandsJSONBody, Routes } from 'discord-api-types/v10';

/** What registering came to. */
export interface Registration {
  /** Whether Discord had other commands. */
  readonly changed: boolean;
  /** Name and id of each. */
  readonly ids: readonly (readonly [name: string, id: string])[];
}

/** Registers the commands with one bulk overwrite, only where Discord has other ones. */
export async function registerCommands(
  rest: Pick<REST, 'get' | 'put'>,
  applicationId: string,
  definitions: RESTPutAPIApplicationCommandsJSONBody,
): Promise<Registration> {
  const route = Routes.applicationCommands(applicationId);
  // Without this Discord leaves all translations out of its list.
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = await rest.get(route, { query });
  if (sameCommands(registered, definitions)) return { changed: false, ids: idsOf(registered) };
  return { changed: true, ids: idsOf(await rest.put(route, { body: definitions })) };
}

const idsOf = (registered: unknown): Registration['ids'] =>
  Array.isArray(registered) ? registered.map(({ name, id }) => [String(name), String(id)] as const) : [];

/** Whether Discord's list says the same as ours; order, ids and fields at their defaults do not matter. */
export function sameCommands(registered: unknown, definitions: RESTPutAPIApplicationCommandsJSONBody): boolean {
  if (!Array.isArray(registered)) return false;
  return isDeepStrictEqual(canonical(registered), canonical(definitions));
}

function canonical(commands: readonly unknown[]): string[] {
  return commands.map((command) => JSON.stringify(comparable(command))).sort();
}

/** What Discord adds by itself; `dm_permission` is the deprecated twin of `contexts`. */
const ADDED = new Set(
  'id application_id guild_id version default_permission dm_permission name_localized description_localized'.split(' '),
);
/** What Discord fills in where a definition leaves it out. */
const DEFAULTS: readonly unknown[] = [null, false, ''];

/** A value with sorted keys, without what Discord adds, and without fields at their defaults. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'number') ? value.toSorted() : value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(
      ([key, field]) => !ADDED.has(key) && !DEFAULTS.includes(field) && !(Array.isArray(field) && field.length === 0),
    )
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => [key, comparable(field)]);
}
