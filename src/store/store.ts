import { inSlices } from '../slices.ts';
import { addWorks, cleaningWorks } from './add-works.ts';
import { readLibrary } from './library.ts';
import { additions } from './repositories/additions.ts';
import { cardReminders } from './repositories/card-reminders.ts';
import { cards } from './repositories/cards.ts';
import { channels } from './repositories/channels.ts';
import { coverage } from './repositories/coverage.ts';
import { drafts } from './repositories/drafts.ts';
import { facts } from './repositories/facts.ts';
import { guilds, guildsLeft } from './repositories/guilds.ts';
import { jobs } from './repositories/jobs.ts';
import { leases } from './repositories/leases.ts';
import { rounds } from './repositories/rounds.ts';
import { scores } from './repositories/scores.ts';
import { shares } from './repositories/shares.ts';
import { snapshots } from './repositories/snapshots.ts';
import { works } from './repositories/works.ts';
import { type Expiry, NOTHING_DUE, type Repository } from './repository.ts';
import type { Change, Reading, Schema } from './schema.ts';
import type { Sessions } from './sessions.ts';
import { storable } from './texts.ts';
import type { Addition, AddOutcome, StoredMaterial, StoreHealth } from './types.ts';

/** All of them, in the order in which a guild is deleted: what refers to rows of another comes before it. */
export const repositories = [
  leases,
  jobs,
  shares,
  rounds,
  scores,
  cardReminders,
  cards,
  snapshots,
  additions,
  coverage,
  channels,
  drafts,
  facts,
  works,
  guilds,
] as const;

/**
 * What outlives the process, keyed by guild. Every change is one transaction: it is there wholly once its promise
 * resolves, and never by half. Each method rejects with a `StoreUnavailable` for any error of the database. Times are milliseconds since 1970;
 * guilds, people and roles are Discord's ids. NUL characters and lone surrogates in texts are stored as U+FFFD.
 */
export interface Store extends RepositoryMethods {
  /** Everything that a guild's index is made of. */
  library(guild: string): Promise<StoredMaterial>;
  /**
   * Adds works, all or none. Ids are made from titles and differ from those in `taken`, and from those of removed
   * works that can still be brought back: a citation never comes to mean another work.
   */
  addWorks(guild: string, addition: Addition): Promise<AddOutcome>;
  /**
   * Forgets who it was: what the person added stays and belongs to the guild. Resolves to how many rows named them.
   * The additions of the last hour are forgotten as well, and count no more against the quota.
   */
  forgetPerson(person: string): Promise<number>;
  /** Deletes for good what is due; of what is not said, nothing. */
  purge(before: Partial<Expiry>): Promise<void>;
  /** Deletes all that is stored of a guild at once. */
  deleteGuild(guild: string): Promise<void>;
  /** Looks at every table. Does not reject. */
  health(): Promise<StoreHealth>;
  close(): Promise<void>;
}

/** The store over whatever database the sessions reach. */
export function createStore(sessions: Sessions): Store {
  return {
    ...repositoryMethods(sessions),
    library: (guild) => sessions.view((db) => readLibrary(db, guild)),
    addWorks: (guild, { taken, works, ...rest }) =>
      sessions.change(guild, async (change) => {
        const addition = { ...storable(rest), works: await inSlices(cleaningWorks(works)), taken };
        return addWorks(change, guild, addition);
      }),
    forgetPerson: (person) =>
      sessions.changeAny(async (change) => {
        let rows = 0;
        for (const each of repositories) rows += await each.forgetPerson(change, person);
        return rows;
      }),
    async purge(due) {
      const before = { ...NOTHING_DUE, ...due };
      for (const each of repositories) await each.purge(sessions, before);
      for (const guild of await sessions.query((db) => guildsLeft(db, before.left))) {
        await sessions.change(guild, (change) => deleteIfLeft(change, guild, before.left));
      }
    },
    deleteGuild: (guild) => sessions.change(guild, (change) => deleteGuild(change, guild)),
    health: () => sessions.query(lookAtTables).then(() => ({ ok: true }), notReady),
    close: () => sessions.close(),
  };
}

async function lookAtTables(db: Reading): Promise<void> {
  for (const table of repositories.flatMap((each): readonly (keyof Schema)[] => each.tables)) {
    await db.selectFrom(table).select('guild').limit(1).execute();
  }
}

function notReady(error: unknown): StoreHealth {
  return { ok: false, reason: error instanceof Error ? error.message : String(error) };
}

/** Where the bot has come back in the meantime, the guild stays. */
async function deleteIfLeft(change: Change, guild: string, before: number): Promise<void> {
  if ((await guildsLeft(change, before)).includes(guild)) await deleteGuild(change, guild);
}

async function deleteGuild(change: Change, guild: string): Promise<void> {
  for (const each of repositories) await each.deleteGuild(change, guild);
}

type Listed = (typeof repositories)[number];
type Intersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
type RepositoryMethods = Intersection<Listed extends Repository<infer Methods> ? Methods : never>;

/** Compiles only as long as every table is in the hands of a repository of the list. */
type Unowned = Exclude<keyof Schema, Listed['tables'][number]>;

function repositoryMethods(sessions: Sessions): Unowned extends never ? RepositoryMethods : Unowned {
  return Object.assign({}, ...repositories.map((each) => each.methods(sessions)));
}
