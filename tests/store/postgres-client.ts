import pg from 'pg';
import { TABLES } from './dump.ts';

export async function using<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every row of every table. */
export function dumpPostgres(databaseUrl: string): Promise<string> {
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
export async function poisonPostgres(databaseUrl: string, text: string): Promise<void> {
  await using(databaseUrl, (client) =>
    client.query(`
      create function poison() returns trigger language plpgsql as $$ begin raise exception 'poisoned'; end $$;
      create trigger poison before insert on passages for each row when (new.text = '${text}')
        execute function poison();`),
  );
}
