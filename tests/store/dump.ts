import type Database from 'libsql';
import { repositories } from '../../src/store/store.ts';

/** Every table but Kysely's own. */
export const TABLES: readonly string[] = repositories.flatMap(({ tables }) => tables);

/** Every row of every table. */
export function dumpSqlite(database: Database.Database): string {
  return TABLES.map((table) =>
    database
      .prepare(`select * from ${table}`)
      .all()
      .map((row) => `${table} ${JSON.stringify(row)}\n`)
      .sort()
      .join(''),
  ).join('');
}

/** Makes the next insertion of a passage with that text fail. */
export function poisonSqlite(database: Database.Database, text: string): void {
  const failure = `when new.text = '${text}' begin select raise(abort, 'poisoned'); end`;
  database.exec(`create trigger poison before insert on passages ${failure}`);
}
