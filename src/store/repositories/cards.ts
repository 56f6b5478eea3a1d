import { contentRef } from '../../material/refs.ts';
import {
  CARD_STATE,
  type CardContent,
  type CardOrigin,
  type CardState,
  type Rating,
  type Schedule,
} from '../../study/cards/types.ts';
import type { Repository } from '../repository.ts';
import type { Change, Reading } from '../schema.ts';
import { storable } from '../texts.ts';
import { breathe } from '../wait.ts';
import { ensureGuild } from './guilds.ts';

interface CardRow {
  guild: string;
  person: string;
  /** Made from front and back, so that the same card is there once. */
  id: string;
  front: string;
  back: string;
  source: string;
  paragraph: string;
  page: string;
  quotation: string;
  /** JSON; null for a card of another deck, or one whose person keeps it as it is. */
  origin: string | null;
  added_at: number;
  /** Grows with every review: a button of an earlier one changes nothing. */
  version: number;
  due_at: number;
  state: number;
  stability: number;
  difficulty: number;
  scheduled_days: number;
  learning_steps: number;
  reps: number;
  lapses: number;
  reviewed_at: number | null;
}

interface CardReviewRow {
  guild: string;
  person: string;
  card: string;
  version: number;
  at: number;
  /** Of the card before it was rated. */
  state: number;
  rating: string;
}

declare module '../schema.ts' {
  interface Schema {
    cards: CardRow;
    card_reviews: CardReviewRow;
  }
}

/** Of one person, everywhere. */
export const MAX_CARDS = 10_000;

export interface NewCard {
  readonly content: CardContent;
  readonly origin?: CardOrigin;
  readonly schedule: Schedule;
}

export interface StoredCard extends NewCard {
  readonly id: string;
  readonly version: number;
}

/** What is needed of a card to choose the next one. */
export interface DueCard {
  readonly id: string;
  readonly dueAt: number;
  readonly state: CardState;
  readonly origin?: CardOrigin;
}

export interface CardCounts {
  /** To repeat now. */
  readonly due: number;
  /** New, and due now. */
  readonly fresh: number;
  /** All, and those of them that were never asked. */
  readonly cards: number;
  readonly unseen: number;
}

/** A person's cards in a guild; '' for those of direct messages. */
export interface CardOwner {
  readonly guild: string;
  readonly person: string;
}

export interface AddedCards {
  /** Ids of those that were added. */
  readonly added: readonly string[];
  /** How many were there already. */
  readonly known: number;
  /** How many would have been too many: see `MAX_CARDS`. */
  readonly tooMany: number;
}

export interface Review {
  readonly at: number;
  readonly rating: Rating;
  /** Of the card before it was rated. */
  readonly state: CardState;
}

interface CardMethods {
  /** Adds cards as new ones; a card with the same front and back is there already. */
  addCards(owner: CardOwner, cards: readonly NewCard[], at: number): Promise<AddedCards>;
  card(owner: CardOwner, id: string): Promise<StoredCard | undefined>;
  /** All of them, oldest first. */
  cards(owner: CardOwner): Promise<StoredCard[]>;
  /** Those due until then: cards to repeat before new ones, the longest due first; `limit` of them, after the first `offset`. */
  dueCards(
    owner: CardOwner,
    until: number,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<DueCard[]>;
  countCards(owner: CardOwner, now: number): Promise<CardCounts>;
  /** When cards that were asked before are due again, as far as that is before `until`. */
  cardTimes(owner: CardOwner, until: number): Promise<number[]>;
  /** Notes a rating. False where the card is no longer at that version: it was rated already, or is gone. */
  rateCard(owner: CardOwner, card: CardVersion, schedule: Schedule, review: Review): Promise<boolean>;
  /** Gives a card another text or origin; it keeps its schedule. False where it is gone. */
  reviseCard(owner: CardOwner, id: string, revised: Pick<NewCard, 'content' | 'origin'>): Promise<boolean>;
  /** False where it is gone already. */
  removeCard(owner: CardOwner, id: string): Promise<boolean>;
  /** How cards were rated since then, oldest first. */
  cardReviews(owner: CardOwner, since: number): Promise<Review[]>;
}

export interface CardVersion {
  readonly id: string;
  readonly version: number;
}

export const cards: Repository<CardMethods> = {
  tables: ['cards', 'card_reviews'],
  methods: (sessions) => ({
    addCards: (owner, added, at) => sessions.change(owner.guild, (change) => addCards(change, owner, added, at)),
    async card(owner, id) {
      const row = await sessions.query((db) => selectCards(db, owner).where('id', '=', id).executeTakeFirst());
      return row && toCard(row);
    },
    cards: (owner) => sessions.view((db) => allCards(db, owner)),
    async dueCards(owner, until, { limit, offset }) {
      const rows = await sessions.query((db) =>
        ofOwner(db, owner)
          .select(['id', 'due_at', 'state', 'origin'])
          .where('due_at', '<=', until)
          .orderBy((on) => on.case().when('state', '=', CARD_STATE.new).then(1).else(0).end())
          .orderBy('due_at')
          .orderBy('id')
          .limit(limit)
          .offset(offset)
          .execute(),
      );
      return rows.map(({ id, due_at, state, origin }) => ({
        id,
        dueAt: due_at,
        state: state as CardState,
        ...toOrigin(origin),
      }));
    },
    countCards: (owner, now) => sessions.query((db) => countCards(db, owner, now)),
    async cardTimes(owner, until) {
      const rows = await sessions.query((db) =>
        ofOwner(db, owner).select('due_at').where('state', '!=', CARD_STATE.new).where('due_at', '<', until).execute(),
      );
      return rows.map(({ due_at }) => due_at);
    },
    rateCard: (owner, card, schedule, review) =>
      sessions.changeAny((change) => rateCard(change, owner, card, schedule, review)),
    reviseCard: (owner, id, revised) =>
      sessions.change(owner.guild, (change) => reviseCard(change, owner, id, storable(revised))),
    removeCard: (owner, id) => sessions.changeAny((change) => removeCard(change, owner, id)),
    async cardReviews({ guild, person }, since) {
      const rows = await sessions.query((db) =>
        db
          .selectFrom('card_reviews')
          .select(['at', 'state', 'rating'])
          .where('guild', '=', guild)
          .where('person', '=', person)
          .where('at', '>=', since)
          .orderBy('at')
          .execute(),
      );
      return rows.map(({ at, state, rating }) => ({ at, state: state as CardState, rating: rating as Rating }));
    },
  }),
  async forgetPerson(change, person) {
    await change.deleteFrom('card_reviews').where('person', '=', person).execute();
    const { numDeletedRows } = await change.deleteFrom('cards').where('person', '=', person).executeTakeFirst();
    return Number(numDeletedRows);
  },
  async purge(sessions, before) {
    await sessions.changeAny((change) => change.deleteFrom('card_reviews').where('at', '<', before.reviews).execute());
  },
  async deleteGuild(change, guild) {
    await change.deleteFrom('card_reviews').where('guild', '=', guild).execute();
    await change.deleteFrom('cards').where('guild', '=', guild).execute();
  },
};

const cardId = ({ front, back }: CardContent): string => contentRef(front, back);

/** Rows of one statement, between which others have their turn. */
const BATCH = 100;

async function addCards(
  change: Change,
  owner: CardOwner,
  brought: readonly NewCard[],
  at: number,
): Promise<AddedCards> {
  await ensureGuild(change, owner.guild);
  // By id, so that what is brought twice counts once.
  const wanted = new Map<string, NewCard>();
  for (const [place, card] of brought.entries()) {
    wanted.set(cardId(card.content), card);
    if (place % BATCH === 0) await breathe();
  }
  const there = await change.selectFrom('cards').select(['guild', 'id']).where('person', '=', owner.person).execute();
  for (const { guild, id } of there) if (guild === owner.guild) wanted.delete(id);
  const added = [...wanted].slice(0, Math.max(0, MAX_CARDS - there.length));
  for (let from = 0; from < added.length; from += BATCH) {
    const rows = added.slice(from, from + BATCH).map(([id, card]) => cardRow(owner, id, storable(card), at));
    await change.insertInto('cards').values(rows).execute();
    await breathe();
  }
  return {
    added: added.map(([id]) => id),
    known: brought.length - wanted.size,
    tooMany: wanted.size - added.length,
  };
}

/** Cards that are read at a time. */
const PAGE = 500;

async function allCards(db: Reading, owner: CardOwner): Promise<StoredCard[]> {
  const found: StoredCard[] = [];
  for (;;) {
    const page = selectCards(db, owner).orderBy('added_at').orderBy('id').limit(PAGE).offset(found.length);
    const rows = await page.execute();
    found.push(...rows.map(toCard));
    if (rows.length < PAGE) return found;
    await breathe();
  }
}

async function countCards(db: Reading, owner: CardOwner, now: number): Promise<CardCounts> {
  const rows = await ofOwner(db, owner)
    .select(({ fn, eb }) => [
      eb('state', '=', CARD_STATE.new).as('is_new'),
      fn.countAll().as('cards'),
      fn.sum(eb.case().when('due_at', '<=', now).then(1).else(0).end()).as('due'),
    ])
    .groupBy('is_new')
    .execute();
  const sum = (column: 'cards' | 'due', isNew: boolean) =>
    rows.filter((row) => Boolean(row.is_new) === isNew).reduce((all, row) => all + Number(row[column]), 0);
  const unseen = sum('cards', true);
  return { due: sum('due', false), fresh: sum('due', true), cards: unseen + sum('cards', false), unseen };
}

async function rateCard(
  change: Change,
  { guild, person }: CardOwner,
  { id, version }: CardVersion,
  schedule: Schedule,
  { at, rating, state }: Review,
): Promise<boolean> {
  const { numUpdatedRows } = await change
    .updateTable('cards')
    .set({ ...scheduleColumns(schedule), version: version + 1 })
    .where('guild', '=', guild)
    .where('person', '=', person)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await change
    .insertInto('card_reviews')
    .values({ guild, person, card: id, version, at, state, rating })
    // A card that was removed and added again begins at the first version.
    .onConflict((conflict) =>
      conflict.columns(['guild', 'person', 'card', 'version']).doUpdateSet({ at, state, rating }),
    )
    .execute();
  return true;
}

/** The id follows the text. Where a card of the new text is there already, the revised one gives way to it. */
async function reviseCard(
  change: Change,
  { guild, person }: CardOwner,
  id: string,
  { content, origin }: Pick<NewCard, 'content' | 'origin'>,
): Promise<boolean> {
  const revised = cardId(content);
  const owner = { guild, person };
  if (revised !== id && (await selectCards(change, owner).where('id', '=', revised).executeTakeFirst()) !== undefined) {
    return removeCard(change, owner, id);
  }
  const { numUpdatedRows } = await change
    .updateTable('cards')
    .set({ ...content, id: revised, origin: originColumn(origin) })
    .where('guild', '=', guild)
    .where('person', '=', person)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function removeCard(change: Change, { guild, person }: CardOwner, id: string): Promise<boolean> {
  const { numDeletedRows } = await change
    .deleteFrom('cards')
    .where('guild', '=', guild)
    .where('person', '=', person)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function ofOwner(db: Reading, { guild, person }: CardOwner) {
  return db.selectFrom('cards').where('guild', '=', guild).where('person', '=', person);
}

const selectCards = (db: Reading, owner: CardOwner) => ofOwner(db, owner).selectAll();

function cardRow(
  { guild, person }: CardOwner,
  id: string,
  { content, origin, schedule }: NewCard,
  at: number,
): CardRow {
  const { front, back, source, paragraph, page, quotation } = content;
  return {
    ...{ guild, person, id, front, back, source, paragraph, page, quotation },
    origin: originColumn(origin),
    added_at: at,
    version: 0,
    ...scheduleColumns(schedule),
  };
}

const originColumn = (origin: CardOrigin | undefined) => (origin === undefined ? null : JSON.stringify(origin));

function scheduleColumns({ dueAt, state, stability, difficulty, reps, lapses, ...schedule }: Schedule) {
  return {
    ...{ due_at: dueAt, state, stability, difficulty, reps, lapses },
    scheduled_days: schedule.scheduledDays,
    learning_steps: schedule.learningSteps,
    reviewed_at: schedule.reviewedAt ?? null,
  };
}

function toCard(row: CardRow): StoredCard {
  const { id, version, front, back, source, paragraph, page, quotation } = row;
  return {
    id,
    version,
    content: { front, back, source, paragraph, page, quotation },
    ...toOrigin(row.origin),
    schedule: {
      dueAt: row.due_at,
      state: row.state as CardState,
      stability: row.stability,
      difficulty: row.difficulty,
      scheduledDays: row.scheduled_days,
      learningSteps: row.learning_steps,
      reps: row.reps,
      lapses: row.lapses,
      ...(row.reviewed_at === null ? {} : { reviewedAt: row.reviewed_at }),
    },
  };
}

function toOrigin(origin: string | null): { origin?: CardOrigin } {
  return origin === null ? {} : { origin: JSON.parse(origin) as CardOrigin };
}
