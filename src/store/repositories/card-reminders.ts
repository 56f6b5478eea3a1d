import { nothingDue, type Repository } from '../repository.ts';
import { storable } from '../texts.ts';
import type { CardOwner } from './cards.ts';
import { ensureGuild } from './guilds.ts';

interface CardReminderRow {
  guild: string;
  person: string;
  /** After midnight. */
  minutes: number;
  time_zone: string;
  locale: string;
  channel: string | null;
  next_at: number;
  refused: number;
}

declare module '../schema.ts' {
  interface Schema {
    card_reminders: CardReminderRow;
  }
}

/** When a person wants to hear, each day, of the cards that are due. */
export interface CardReminder {
  /** After midnight by the clock of the time zone, an IANA name. */
  readonly minutes: number;
  readonly timeZone: string;
  /** The Discord locale to remind in. */
  readonly locale: string;
  /** The channel in which the reminder was asked for. */
  readonly channel: string | undefined;
  /** In milliseconds since 1970. */
  readonly nextAt: number;
  /** The last message was refused, and the person was not told yet. */
  readonly refused: boolean;
}

interface CardReminderMethods {
  cardReminder(owner: CardOwner): Promise<CardReminder | undefined>;
  saveCardReminder(owner: CardOwner, reminder: CardReminder): Promise<void>;
  /** Puts a reminder off from one time to the next. False where it was no longer set for the first. */
  advanceCardReminder(owner: CardOwner, from: number, to: number): Promise<boolean>;
  /** Notes that a message was refused, or that the person was told so. False where that was noted already. */
  noteRefusedReminder(owner: CardOwner, refused: boolean): Promise<boolean>;
  /** False where there was none. */
  removeCardReminder(owner: CardOwner): Promise<boolean>;
}

export const cardReminders: Repository<CardReminderMethods> = {
  tables: ['card_reminders'],
  methods: (sessions) => ({
    async cardReminder({ guild, person }) {
      const row = await sessions.query((db) =>
        db
          .selectFrom('card_reminders')
          .selectAll()
          .where('guild', '=', guild)
          .where('person', '=', person)
          .executeTakeFirst(),
      );
      return row && toReminder(row);
    },
    saveCardReminder: ({ guild, person }, reminder) =>
      sessions.change(guild, async (change) => {
        await ensureGuild(change, guild);
        const columns = storable(toColumns(reminder));
        await change
          .insertInto('card_reminders')
          .values({ guild, person, ...columns })
          .onConflict((conflict) => conflict.columns(['guild', 'person']).doUpdateSet(columns))
          .execute();
      }),
    advanceCardReminder: ({ guild, person }, from, to) =>
      sessions.changeAny(async (change) => {
        const { numUpdatedRows } = await change
          .updateTable('card_reminders')
          .set({ next_at: to })
          .where('guild', '=', guild)
          .where('person', '=', person)
          .where('next_at', '=', from)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    noteRefusedReminder: ({ guild, person }, refused) =>
      sessions.changeAny(async (change) => {
        const { numUpdatedRows } = await change
          .updateTable('card_reminders')
          .set({ refused: Number(refused) })
          .where('guild', '=', guild)
          .where('person', '=', person)
          .where('refused', '!=', Number(refused))
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    removeCardReminder: ({ guild, person }) =>
      sessions.changeAny(async (change) => {
        const { numDeletedRows } = await change
          .deleteFrom('card_reminders')
          .where('guild', '=', guild)
          .where('person', '=', person)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  }),
  async forgetPerson(change, person) {
    const { numDeletedRows } = await change
      .deleteFrom('card_reminders')
      .where('person', '=', person)
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
  purge: nothingDue,
  async deleteGuild(change, guild) {
    await change.deleteFrom('card_reminders').where('guild', '=', guild).execute();
  },
};

function toColumns({ minutes, timeZone, locale, channel, nextAt, refused }: CardReminder) {
  return {
    ...{ minutes, locale },
    time_zone: timeZone,
    channel: channel ?? null,
    next_at: nextAt,
    refused: Number(refused),
  };
}

function toReminder({ minutes, time_zone, locale, channel, next_at, refused }: CardReminderRow): CardReminder {
  return {
    minutes,
    timeZone: time_zone,
    locale,
    channel: channel ?? undefined,
    nextAt: next_at,
    refused: refused !== 0,
  };
}
