import { namesNobody, nothingDue, type Repository } from '../repository.ts';
import { type Change, NO_GUILD, type Reading } from '../schema.ts';
import type { GuildHead, Settings } from '../types.ts';

interface GuildRow {
  guild: string;
  version: number;
  /** Null: as a guild has it that never chose. */
  answers: string | null;
  shipped: number | null;
  editor_role: string | null;
  keeps_missed: number | null;
  absent_since: number | null;
}

/** One row: the highest version of all guilds that were deleted. */
interface VersionFloorRow {
  guild: typeof NO_GUILD;
  version: number;
}

declare module '../schema.ts' {
  interface Schema {
    guilds: GuildRow;
    version_floor: VersionFloorRow;
  }
}

interface GuildMethods {
  /** What a question needs to know before it is answered, in one small read. */
  head(guild: string): Promise<GuildHead>;
  /** Changes the settings that are named and resolves to all of them. */
  saveSettings(guild: string, settings: Partial<Settings>): Promise<Settings>;
  /** Every guild that something is stored of. */
  guilds(): Promise<string[]>;
  /**
   * Notes since when the bot has been gone from a guild; null where it is there again. The first such time stays until
   * then, so that noting it anew at each start does not put the deletion off.
   */
  noteAbsence(guild: string, since: number | null): Promise<void>;
}

/** A guild's row: its settings, the version of its library, and since when the bot has been gone from it. */
export const guilds: Repository<GuildMethods> = {
  tables: ['guilds', 'version_floor'],
  methods: (sessions) => ({
    head: (guild) => sessions.query((db) => readHead(db, guild)),
    saveSettings: (guild, settings) => sessions.change(guild, (change) => saveSettings(change, guild, settings)),
    guilds: () => sessions.query(listGuilds),
    noteAbsence: (guild, since) => sessions.change(guild, (change) => noteAbsence(change, guild, since)),
  }),
  forgetPerson: namesNobody,
  // Guilds that were left are deleted by the store, whole.
  purge: nothingDue,
  async deleteGuild(change, guild) {
    await outliveVersion(change, guild);
    await change.deleteFrom('guilds').where('guild', '=', guild).execute();
  },
};

/** Those that the bot left before then. */
export async function guildsLeft(db: Reading, before: number): Promise<string[]> {
  const rows = await db.selectFrom('guilds').select('guild').where('absent_since', '<', before).execute();
  return rows.map(({ guild }) => guild);
}

/** The version of a guild's library; 0 where nothing is stored. */
export async function versionOf(db: Reading, guild: string): Promise<number> {
  const row = await db.selectFrom('guilds').select('version').where('guild', '=', guild).executeTakeFirst();
  return row?.version ?? 0;
}

/**
 * Gives a guild its next version, and a row where it has none. A version is a time in milliseconds where that is more
 * than one above the last, so that one that a process still remembers of a deleted guild is not given again; against
 * clocks that were set back, the highest version of all deleted guilds is kept as well.
 */
export async function bumpVersion(change: Change, guild: string): Promise<number> {
  const floor = await change.selectFrom('version_floor').select('version').executeTakeFirst();
  const last = Math.max(await versionOf(change, guild), floor?.version ?? 0);
  const version = Math.max(last + 1, Date.now());
  await change
    .insertInto('guilds')
    .values({ guild, version })
    .onConflict((conflict) => conflict.column('guild').doUpdateSet({ version }))
    .execute();
  return version;
}

/** Gives a guild a row where it has none, so that leaving it is noticed whatever is stored of it. */
export async function ensureGuild(change: Change, guild: string): Promise<void> {
  if (guild === NO_GUILD) return;
  await change
    .insertInto('guilds')
    .values({ guild, version: 0 })
    .onConflict((conflict) => conflict.column('guild').doNothing())
    .execute();
}

/** Before a guild is deleted. */
async function outliveVersion(change: Change, guild: string): Promise<void> {
  const version = await versionOf(change, guild);
  if (version === 0) return;
  await change
    .insertInto('version_floor')
    .values({ guild: NO_GUILD, version })
    .onConflict((conflict) =>
      conflict.column('guild').doUpdateSet({ version }).where('version_floor.version', '<', version),
    )
    .execute();
}

async function listGuilds(db: Reading): Promise<string[]> {
  const rows = await db.selectFrom('guilds').select('guild').orderBy('guild').execute();
  return rows.map(({ guild }) => guild);
}

async function noteAbsence(change: Change, guild: string, since: number | null): Promise<void> {
  let update = change.updateTable('guilds').set({ absent_since: since }).where('guild', '=', guild);
  if (since !== null) update = update.where('absent_since', 'is', null);
  await update.execute();
}

type SettingColumns = Pick<GuildRow, 'answers' | 'shipped' | 'editor_role' | 'keeps_missed'>;

/** Of a guild that never chose. */
const UNSET: SettingColumns = { answers: null, shipped: null, editor_role: null, keeps_missed: null };

async function readHead(db: Reading, guild: string): Promise<GuildHead> {
  const row = await db
    .selectFrom('guilds')
    .select(['version', 'answers', 'shipped', 'editor_role', 'keeps_missed'])
    .where('guild', '=', guild)
    .executeTakeFirst();
  return { version: row?.version ?? 0, settings: toSettings(row ?? UNSET) };
}

async function saveSettings(change: Change, guild: string, settings: Partial<Settings>): Promise<Settings> {
  const columns: Partial<SettingColumns> = {
    ...(settings.answers === undefined ? {} : { answers: settings.answers }),
    ...(settings.shipped === undefined ? {} : { shipped: Number(settings.shipped) }),
    ...(settings.keepsMissed === undefined ? {} : { keeps_missed: Number(settings.keepsMissed) }),
    // Named and undefined: the role is taken away.
    ...('editorRole' in settings ? { editor_role: settings.editorRole ?? null } : {}),
  };
  if (Object.keys(columns).length === 0) return (await readHead(change, guild)).settings;
  const row = await change
    .insertInto('guilds')
    .values({ guild, version: 0, ...columns })
    .onConflict((conflict) => conflict.column('guild').doUpdateSet(columns))
    .returning(['answers', 'shipped', 'editor_role', 'keeps_missed'])
    .executeTakeFirstOrThrow();
  return toSettings(row);
}

function toSettings({ answers, shipped, editor_role, keeps_missed }: SettingColumns): Settings {
  return {
    answers: answers === 'private' ? 'private' : 'public',
    shipped: shipped !== 0,
    editorRole: editor_role ?? undefined,
    ...(keeps_missed === 1 ? { keepsMissed: true } : {}),
  };
}
