import type { REST } from 'discord.js';
import { type RESTGetAPICurrentUserGuildsResult, Routes } from 'discord-api-types/v10';

const PAGE = 200;

/** The ids of all servers that the bot is in. */
export async function listGuilds(rest: Pick<REST, 'get'>): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let after = '0'; ; ) {
    const query = new URLSearchParams({ limit: String(PAGE), after });
    const page = (await rest.get(Routes.userGuilds(), { query })) as RESTGetAPICurrentUserGuildsResult;
    for (const { id } of page) ids.add(id);
    const last = page.at(-1);
    if (page.length < PAGE || !last) return ids;
    after = last.id;
  }
}
