import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { StoreUnavailable, StoreUnusable } from '../types.ts';
import { libraries } from './0001-libraries.ts';
import { passageDetails } from './0002-passage-details.ts';
import { versions } from './0003-versions.ts';
import { guilds } from './0004-guilds.ts';
import { coordination } from './0005-coordination.ts';
import { study } from './0006-study.ts';
import { shares } from './0007-shares.ts';
import { type ColumnTypes, columnTypes, type Dialect } from './columns.ts';

/**
 * Every step of the schema, oldest first. A step that was released never changes: a new one follows it, and
 * `tests/fixtures/store/` keeps a store of each, which must open and keep its data.
 */
const steps: Readonly<Record<string, (db: Kysely<unknown>, types: ColumnTypes) => Promise<void>>> = {
  '0001-libraries': libraries,
  '0002-passage-details': passageDetails,
  '0003-versions': versions,
  '0004-guilds': guilds,
  '0005-coordination': coordination,
  '0006-study': study,
  '0007-shares': shares,
};

export const migrationNames: readonly string[] = Object.keys(steps);

/**
 * Brings a store up to the program's schema, in one transaction; several processes may do so at once. Throws a
 * `StoreUnusable` where the store has seen a migration that this program does not know.
 *
 * @param place what the message calls the store
 */
export async function migrate<T>(db: Kysely<T>, dialect: Dialect, place: string): Promise<void> {
  const types = columnTypes(dialect);
  const migrations: Record<string, Migration> = {};
  for (const [name, step] of Object.entries(steps)) {
    migrations[name] = { up: (on: Kysely<unknown>) => step(on, types) };
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (!(error instanceof StoreUnavailable) && (await isNewer(db))) {
    throw new StoreUnusable(`${place} was written by a newer version of the bot: update the bot, or use another store`);
  }
  throw error;
}

async function isNewer<T>(db: Kysely<T>): Promise<boolean> {
  try {
    const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    return done.rows.some(({ name }) => !migrationNames.includes(name));
  } catch {
    // What stopped the migration also stops this query: the first error tells more.
    return false;
  }
}
