import type { ExpressionBuilder } from 'kysely';
import { namesNobody, type Repository } from '../repository.ts';
import type { Schema } from '../schema.ts';

interface ShareRow {
  /** '' in direct messages. */
  guild: string;
  message: string;
  /** The press of the button that may share the message. */
  interaction: string;
  expires_at: number;
}

declare module '../schema.ts' {
  interface Schema {
    shares: ShareRow;
  }
}

/** A press of the button that shares a private message with all. */
export interface Share {
  /** '' in direct messages. */
  readonly guild: string;
  readonly message: string;
  /** The interaction: the same press may reach two processes. */
  readonly interaction: string;
}

export interface ShareTimes {
  readonly now: number;
  readonly until: number;
}

interface ShareMethods {
  /** Claims a message for a press until then. False where another press has it. */
  claimShare(share: Share, times: ShareTimes): Promise<boolean>;
  /** Gives a message back that was not shared; that of another press stays. */
  releaseShare(share: Share): Promise<void>;
}

/** Rows live for minutes and make no guild one that something is stored of: they go by themselves. */
export const shares: Repository<ShareMethods> = {
  tables: ['shares'],
  methods: (sessions) => ({
    claimShare: ({ guild, message, interaction }, { now, until }) =>
      sessions.changeAny(async (change) => {
        const claim = { interaction, expires_at: until };
        const row = await change
          .insertInto('shares')
          .values({ guild, message, ...claim })
          .onConflict((conflict) =>
            conflict
              .columns(['guild', 'message'])
              .doUpdateSet(claim)
              .where((on) => on.or([on('shares.expires_at', '<=', now), on('shares.interaction', '=', interaction)])),
          )
          .returning('message')
          .executeTakeFirst();
        return row !== undefined;
      }),
    releaseShare: (share) =>
      sessions.changeAny(async (change) => {
        await change.deleteFrom('shares').where(isOf(share)).execute();
      }),
  }),
  forgetPerson: namesNobody,
  async purge(sessions, before) {
    await sessions.changeAny((change) =>
      change.deleteFrom('shares').where('expires_at', '<', before.additions).execute(),
    );
  },
  async deleteGuild(change, guild) {
    await change.deleteFrom('shares').where('guild', '=', guild).execute();
  },
};

const isOf =
  ({ guild, message, interaction }: Share) =>
  ({ and }: ExpressionBuilder<Schema, 'shares'>) =>
    and({ guild, message, interaction });
