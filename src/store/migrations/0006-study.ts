import type { Kysely } from 'kysely';
import { cards } from './0006-study/cards.ts';
import { channels } from './0006-study/channels.ts';
import { coverage } from './0006-study/coverage.ts';
import { drafts } from './0006-study/drafts.ts';
import { leaseState } from './0006-study/lease-state.ts';
import { references } from './0006-study/references.ts';
import { rounds } from './0006-study/rounds.ts';
import type { ColumnTypes } from './columns.ts';

/** What a group learns with, the references of its works, which of them a channel has, and where a shard's session stands. */
export async function study(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  for (const step of [leaseState, cards, rounds, coverage, references, channels, drafts]) await step(db, types);
}
