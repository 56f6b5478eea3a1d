import pg from 'pg';
import { openStore } from '../../src/store/open.ts';
import { TABLES } from './dump.ts';
import type { NewPlace, Place } from './world.ts';

export async function using<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Places in one database, which is emptied for each test: to make its tables anew takes many times as long.
 *
 * @param newDatabase makes an empty database and gives its address
 * @param through the address by which a store reaches a database
 */
export async function postgresPlaces(
  newDatabase: () => Promise<string>,
  through: (databaseUrl: string) => string = (databaseUrl) => databaseUrl,
): Promise<NewPlace> {
  const placeIn = (databaseUrl: string): Place => ({
    open: () => openStore({ databaseUrl: through(databaseUrl), dataDir: '/nowhere' }),
    dump: () => dumpPostgres(databaseUrl),
    poison: (text) => poisonPostgres(databaseUrl, text),
  });
  const databaseUrl = await newDatabase();
  const shared = { ...placeIn(databaseUrl), lasting: true };
  await (await shared.open()).close();
  const clearing = new pg.Pool({ connectionString: databaseUrl, max: 1, allowExitOnIdle: true });
  // The server may end before the tests do.
  clearing.on('error', () => {});
  return async (schema) => {
    if (schema === 'missing') return placeIn(await newDatabase());
    await clearing.query(CLEARING);
    return shared;
  };
}

/** Quicker than to truncate the tables, and in any order of them. */
const CLEARING = `
  begin;
  drop function if exists poison cascade;
  set local session_replication_role = replica;
  ${TABLES.map((table) => `delete from ${table};`).join('\n')}
  commit`;

/** Every row of every table. */
function dumpPostgres(databaseUrl: string): Promise<string> {
  return using(databaseUrl, async (client) => {
    const tables: string[] = [];
    for (const table of TABLES) {
      const { rows } = await client.query(`select * from ${table}`);
      tables.push(...rows.map((row) => `${table} ${JSON.stringify(row)}\n`).sort());
    }
    return tables.join('');
  });
}

/** Makes the next insertion of a passage with that text fail. */
async function poisonPostgres(databaseUrl: string, text: string): Promise<void> {
  await using(databaseUrl, (client) =>
    client.query(`
      create function poison() returns trigger language plpgsql as $$ begin raise exception 'poisoned'; end $$;
      create trigger poison before insert on passages for each row when (new.text = '${text}')
        execute function poison();`),
  );
}
