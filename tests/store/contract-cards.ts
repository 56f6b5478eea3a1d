import { describe, expect, it } from 'vitest';
import { MAX_CARDS, type NewCard } from '../../src/store/repositories/cards.ts';
import { newSchedule, rated } from '../../src/study/cards/schedule.ts';
import { CARD_STATE } from '../../src/study/cards/types.ts';
import { ANN, BEN, NOON, ONE, TWO } from './works.ts';
import type { World } from './world.ts';

const ann = { guild: ONE, person: ANN };
const ben = { guild: ONE, person: BEN };

const card = (front: string, more: Partial<NewCard> = {}): NewCard => ({
  content: { front, back: 'In 1911.', source: 'The Ferry', paragraph: '¶ 1', page: 'p. 3', quotation: 'It sailed.' },
  origin: { passage: 'ferry#1', passageRef: 'abcdefgh' },
  schedule: newSchedule(NOON),
  ...more,
});
const review = (at: number) => ({ at, rating: 'good', state: CARD_STATE.new }) as const;

export function cardsContract({ open, place, many }: World): void {
  describe('a card', () => {
    it('is kept as it was added, once, by its person alone', async () => {
      const store = await open();
      const brought = [card('When?'), card('Where?'), card('When?')];
      const first = await store.addCards(ann, brought, NOON);
      expect(first).toMatchObject({ known: 1, tooMany: 0 });
      expect(first.added).toHaveLength(2);
      expect(await store.addCards(ann, [card('When?')], NOON + 1)).toEqual({ added: [], known: 1, tooMany: 0 });
      expect((await store.addCards(ben, [card('When?')], NOON)).added).toHaveLength(1);
      expect((await store.addCards({ ...ann, guild: '' }, [card('When?')], NOON)).added).toHaveLength(1);
      const [id = ''] = first.added;
      expect(await store.card(ann, id)).toEqual({ ...card('When?'), id, version: 0 });
      expect((await store.cards(ann)).map(({ content }) => content.front).sort()).toEqual(['When?', 'Where?']);
      expect(await store.cards({ ...ann, guild: TWO })).toEqual([]);
    });

    it.runIf(many)('is one of so many at most, wherever they were added', async () => {
      const store = await open();
      const cards = Array.from({ length: MAX_CARDS - 1 }, (_, at) => card(`Which ${at}?`));
      expect((await store.addCards(ann, cards, NOON)).added).toHaveLength(MAX_CARDS - 1);
      const more = await store.addCards({ ...ann, guild: TWO }, [card('One more?'), card('And one?')], NOON);
      expect(more).toMatchObject({ known: 0, tooMany: 1 });
      expect((await store.cards({ ...ann, guild: TWO })).map(({ content }) => content.front)).toEqual(['One more?']);
    });

    it('is rated once at each version', async () => {
      const [here, there] = [await open(), await open()];
      const [id = ''] = (await here.addCards(ann, [card('When?')], NOON)).added;
      const next = rated(newSchedule(NOON), 'good', NOON);
      const presses = [here, there, here].map((store) => store.rateCard(ann, { id, version: 0 }, next, review(NOON)));
      expect((await Promise.all(presses)).filter(Boolean)).toHaveLength(1);
      expect(await here.card(ann, id)).toEqual({ ...card('When?', { schedule: next }), id, version: 1 });
      expect(await here.cardReviews(ann, 0)).toEqual([review(NOON)]);
      expect(await here.rateCard(ben, { id, version: 1 }, next, review(NOON))).toBe(false);
      expect(await here.rateCard(ann, { id, version: 1 }, next, review(NOON + 9))).toBe(true);
      expect(await here.cardReviews(ann, NOON + 1)).toEqual([review(NOON + 9)]);
      await here.purge({ removed: 0, left: 0, additions: 0, reviews: NOON + 9 });
      expect(await here.cardReviews(ann, 0)).toEqual([review(NOON + 9)]);
    });

    it('is due by its schedule', async () => {
      const store = await open();
      const waiting = { ...newSchedule(NOON), dueAt: NOON + 10 };
      const { added } = await store.addCards(ann, [card('Now?'), card('Then?', { schedule: waiting })], NOON);
      const known = { ...waiting, state: CARD_STATE.review, dueAt: NOON + 20 };
      await store.addCards(ann, [card('Again?', { schedule: known })], NOON);
      const page = { limit: 10, offset: 0 };
      expect(await store.dueCards(ann, NOON, page)).toEqual([
        { id: added[0], dueAt: NOON, state: CARD_STATE.new, origin: card('').origin },
      ]);
      const all = await store.dueCards(ann, NOON + 20, page);
      expect(all.map(({ dueAt }) => dueAt - NOON)).toEqual([20, 0, 10]);
      expect(await store.dueCards(ann, NOON + 20, { limit: 1, offset: 1 })).toEqual(all.slice(1, 2));
      expect(await store.countCards(ann, NOON)).toEqual({ due: 0, fresh: 1, cards: 3, unseen: 2 });
      expect(await store.countCards(ann, NOON + 20)).toEqual({ due: 1, fresh: 2, cards: 3, unseen: 2 });
      expect(await store.countCards(ben, NOON)).toEqual({ due: 0, fresh: 0, cards: 0, unseen: 0 });
      expect(await store.cardTimes(ann, NOON + 21)).toEqual([NOON + 20]);
      expect(await store.cardTimes(ann, NOON + 20)).toEqual([]);
    });

    it('is given another text and keeps its schedule, or gives way to the card that has that text', async () => {
      const store = await open();
      const content = { ...card('When?').content, back: 'In 1912.' };
      const schedule = { ...newSchedule(NOON), reps: 3, stability: Math.E };
      const [id = ''] = (await store.addCards(ann, [card('When?', { schedule })], NOON)).added;
      expect(await store.reviseCard(ann, id, { content })).toBe(true);
      const [revised] = await store.cards(ann);
      expect(revised).toEqual({ content, schedule, id: revised?.id, version: 0 });
      expect(await store.reviseCard(ann, id, { content })).toBe(false);
      const [again = ''] = (await store.addCards(ann, [card('When?')], NOON)).added;
      expect(await store.reviseCard(ann, again, { content })).toBe(true);
      expect(await store.cards(ann)).toEqual([revised]);
      expect(await store.removeCard(ann, revised?.id ?? '')).toBe(true);
      expect(await store.removeCard(ann, revised?.id ?? '')).toBe(false);
    });

    it('goes with its person and with its guild, which counts as one that something is stored of', async () => {
      const store = await open();
      for (const owner of [ann, ben, { ...ann, guild: TWO }, { ...ann, guild: '' }]) {
        const [id = ''] = (await store.addCards(owner, [card('When?')], NOON)).added;
        await store.rateCard(owner, { id, version: 0 }, newSchedule(NOON), review(NOON));
      }
      expect(await store.guilds()).toEqual([ONE, TWO]);
      await store.deleteGuild(TWO);
      expect(await store.cards({ ...ann, guild: TWO })).toEqual([]);
      expect(await store.forgetPerson(ANN)).toBe(2);
      expect(await place().dump()).not.toContain(ANN);
      expect(await store.cards(ben)).toHaveLength(1);
    });
  });

  describe('a reminder of cards', () => {
    const reminder = {
      minutes: 480,
      timeZone: 'Europe/Berlin',
      locale: 'de',
      channel: '77',
      nextAt: NOON,
      refused: false,
    };

    it('is set, put off once by one of several processes, and removed', async () => {
      const [here, there] = [await open(), await open()];
      expect(await here.cardReminder(ann)).toBeUndefined();
      await here.saveCardReminder(ann, { ...reminder, channel: undefined });
      await here.saveCardReminder(ann, reminder);
      expect(await there.cardReminder(ann)).toEqual(reminder);
      const tries = [here, there, here].map((store) => store.advanceCardReminder(ann, NOON, NOON + 5));
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await here.noteRefusedReminder(ann, true)).toBe(true);
      expect(await here.cardReminder(ann)).toEqual({ ...reminder, nextAt: NOON + 5, refused: true });
      expect(await here.noteRefusedReminder(ann, false)).toBe(true);
      expect(await there.noteRefusedReminder(ann, false)).toBe(false);
      expect(await here.removeCardReminder(ann)).toBe(true);
      expect(await here.removeCardReminder(ann)).toBe(false);
    });

    it('goes with its person and with its guild', async () => {
      const store = await open();
      await store.saveCardReminder(ann, reminder);
      await store.saveCardReminder({ ...ben, guild: TWO }, reminder);
      expect(await store.forgetPerson(ANN)).toBe(1);
      await store.deleteGuild(TWO);
      expect(await place().dump()).not.toMatch(/Europe/);
    });
  });
}
