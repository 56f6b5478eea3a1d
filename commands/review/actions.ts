import type { ActionContext } from '../../src/bot/action.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { StoredCard } from '../../src/store/repositories/cards.ts';
import { rated } from '../../src/study/cards/schedule.ts';
import { questionOf } from '../ask/view.ts';
import { changed } from '../sources/passage.ts';
import { addToCards, namedEntry } from './add.ts';
import { add, next, rate, remind, remove, show, stale, undoAdd } from './buttons.ts';
import { draftOfEntry, draftOfPassage, isCurrent, renewed } from './content.ts';
import { dueNow } from './due.ts';
import { reminderJob } from './jobs.ts';
import { ownerOf } from './owner.ts';
import { setReminder } from './remind.ts';
import { DIRECT, reminderForm } from './remind-view.ts';
import { nextReply } from './sitting.ts';
import { answerView, removeView, staleView } from './sitting-view.ts';

const addPassage = add.passage.handle(({ passage: ref }, context) => {
  const { knowledge, message, messages } = context;
  const passage = knowledge.passageByRef(ref);
  if (!passage) return changed(messages);
  return addToCards([draftOfPassage(passage, questionOf(message.components), knowledge, messages)], context);
});

const addEntry = add.entry.handle(async ({ entry: id }, context) => {
  const { knowledge, messages } = context;
  const entry = await namedEntry(id, context);
  const draft = entry && draftOfEntry(entry, knowledge, messages);
  return draft ? addToCards([draft], context) : changed(messages);
});

const undoAddition = undoAdd.handle(async ({ cards }, context) => {
  for (const id of cards) await context.store.removeCard(ownerOf(context), id);
  return notice(context.messages.markdown('cards.undone', { count: cards.length }), 'update');
});

const goOn = next.handle(({ extra }, context) => nextReply(context, 'update', extra));

/** A card that is gone, or no longer due as it was shown, gives way to the next. */
const showAnswer = show.handle(async ({ card: id, extra }, context) => {
  const card = await context.store.card(ownerOf(context), id);
  if (!card) return nextReply(context, 'update', extra);
  const { messages, createdAt: now } = context;
  return { show: 'update', components: answerView(card, { extra, messages, now }) };
});

/** Two presses count once: the second finds another version, and shows what is next all the same. */
const rateCard = rate.handle(async ({ card: id, version, rating, extra }, context) => {
  const { store, createdAt: now } = context;
  const owner = ownerOf(context);
  const card = await store.card(owner, id);
  if (card?.version === version) {
    const review = { at: now, rating, state: card.schedule.state };
    await store.rateCard(owner, { id, version }, rated(card.schedule, rating, now), review);
  }
  return nextReply(context, 'update', extra);
});

const askToRemove = remove.ask.handle(async ({ card: id, extra }, context) => {
  const card = await context.store.card(ownerOf(context), id);
  if (!card) return nextReply(context, 'update', extra);
  return { show: 'update', components: removeView(card, { extra, messages: context.messages }) };
});

const confirmRemoval = remove.confirm.handle(async ({ card, extra }, context) => {
  await context.store.removeCard(ownerOf(context), card);
  return nextReply(context, 'update', extra);
});

const lookAtStale = stale.look.handle(({ extra }, context) => nextStale(context, extra));

/** Kept as it is, a card is no longer tied to the material. */
const keepStale = stale.keep.handle(({ card: id, extra }, context) =>
  withStale(id, extra, context, async ({ content }) => {
    await context.store.reviseCard(ownerOf(context), id, { content });
  }),
);

const renewStale = stale.renew.handle(({ card: id, extra }, context) =>
  withStale(id, extra, context, async (card) => {
    const draft = renewed(card, context);
    if (draft) await context.store.reviseCard(ownerOf(context), id, draft);
  }),
);

const removeStale = stale.remove.handle(({ card: id, extra }, context) =>
  withStale(id, extra, context, async () => {
    await context.store.removeCard(ownerOf(context), id);
  }),
);

async function withStale(
  id: string,
  extra: number,
  context: ActionContext,
  change: (card: StoredCard) => Promise<void>,
): Promise<Reply> {
  const card = await context.store.card(ownerOf(context), id);
  // Pressed twice, or the passage is back: there is nothing to decide any more.
  if (card && !isCurrent(card, context.knowledge)) await change(card);
  return nextStale(context, extra);
}

async function nextStale(context: ActionContext, extra: number): Promise<Reply> {
  const { store, knowledge, degraded, messages, createdAt: now } = context;
  const owner = ownerOf(context);
  const [first] = (await dueNow({ owner, store, knowledge, degraded, now })).stale;
  const card = first && (await store.card(owner, first.id));
  if (!card) return nextReply(context, 'update', extra);
  return { show: 'update', components: staleView(card, renewed(card, { knowledge, messages }), { extra, messages }) };
}

const openReminder = remind.open.handle(async (_args, context) => ({
  show: 'modal',
  modal: reminderForm(await context.store.cardReminder(ownerOf(context)), context.messages),
}));

const submitReminder = remind.submit.handle((_args, context) =>
  setReminder({ at: context.fields.at ?? '', zone: context.fields.zone ?? '' }, context, 'update'),
);

const switchReminderOff = remind.off.handle(async ({ guild }, { store, person, messages }) => {
  const owner = { guild: guild === DIRECT ? '' : guild, person: person.id };
  await store.removeCardReminder(owner);
  await store.cancelJob(owner.guild, reminderJob(owner, 0).id);
  return notice(messages.markdown('remind.switchedOff'), 'update');
});

export const reviewActions = [
  addPassage,
  addEntry,
  undoAddition,
  goOn,
  showAnswer,
  rateCard,
  askToRemove,
  confirmRemoval,
  lookAtStale,
  keepStale,
  renewStale,
  removeStale,
  openReminder,
  submitReminder,
  switchReminderOff,
];
