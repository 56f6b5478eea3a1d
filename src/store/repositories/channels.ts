import { groupBy } from '../../group.ts';
import { namesNobody, nothingDue, type Repository } from '../repository.ts';
import type { Change, Reading } from '../schema.ts';
import type { Sessions } from '../sessions.ts';
import { storable } from '../texts.ts';
import { ensureGuild } from './guilds.ts';

interface ChannelWorkRow {
  guild: string;
  channel: string;
  /** Its id. A shipped work has no row of its own. */
  work: string;
}

declare module '../schema.ts' {
  interface Schema {
    channel_works: ChannelWorkRow;
  }
}

interface ChannelMethods {
  /**
   * The works that each of these channels is tied to, or all channels where none are named. A work that was removed is
   * among them until it is deleted for good: brought back, it is tied as before.
   */
  tiedWorks(guild: string, channels?: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Ties a channel to these works alone; to none, it is searched like any other. */
  tieChannel(guild: string, channel: string, works: readonly string[]): Promise<void>;
}

export const channels: Repository<ChannelMethods> = {
  tables: ['channel_works'],
  methods: (sessions: Sessions) => ({
    tiedWorks: (guild, named) => sessions.query((db) => tiedWorks(db, guild, named)),
    tieChannel: (guild, channel, works) =>
      sessions.change(guild, (change) => tieChannel(change, guild, channel, works)),
  }),
  forgetPerson: namesNobody,
  // Ties go with their works; see `untie`.
  purge: nothingDue,
  async deleteGuild(change, guild) {
    await change.deleteFrom('channel_works').where('guild', '=', guild).execute();
  },
};

/** Where a work is deleted for good. */
export async function untie(change: Change, guild: string, work: string): Promise<void> {
  await change.deleteFrom('channel_works').where('guild', '=', guild).where('work', '=', work).execute();
}

async function tiedWorks(db: Reading, guild: string, named?: readonly string[]) {
  if (named?.length === 0) return new Map<string, string[]>();
  let query = db.selectFrom('channel_works').select(['channel', 'work']).where('guild', '=', guild);
  if (named !== undefined) query = query.where('channel', 'in', named);
  const rows = await query.orderBy('channel').orderBy('work').execute();
  const byChannel = groupBy(rows, ({ channel }) => channel);
  return new Map([...byChannel].map(([channel, ties]) => [channel, ties.map(({ work }) => work)]));
}

async function tieChannel(change: Change, guild: string, channel: string, works: readonly string[]): Promise<void> {
  await ensureGuild(change, guild);
  await change.deleteFrom('channel_works').where('guild', '=', guild).where('channel', '=', channel).execute();
  const rows = [...new Set(works)].map((work) => ({ guild, channel, work: storable(work) }));
  if (rows.length > 0) await change.insertInto('channel_works').values(rows).execute();
}
