import type { FactEntry } from '../../src/answer/types.ts';
import type { Context } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { MAX_CARDS } from '../../src/store/repositories/cards.ts';
import { newSchedule } from '../../src/study/cards/schedule.ts';
import { offeredDrafts } from '../ask/drafted.ts';
import { addedView } from './added-view.ts';
import type { Draft } from './content.ts';
import { ownerOf } from './owner.ts';

/** Puts cards among the person's, and says what became of that, in private. At least one draft. */
export async function addToCards(drafts: readonly Draft[], context: Context): Promise<Reply> {
  const { store, messages, createdAt } = context;
  const schedule = newSchedule(createdAt);
  const cards = drafts.map((draft) => ({ ...draft, schedule }));
  const { added, tooMany } = await store.addCards(ownerOf(context), cards, createdAt);
  const [first] = drafts;
  if (added.length > 0 && first) return { show: 'private', components: addedView(added, first.content, messages) };
  const why = tooMany > 0 ? messages.markdown('cards.full', { most: MAX_CARDS }) : messages.markdown('cards.known');
  return notice(why);
}

/** The entry of the fact table that a button names, or the drafted one. */
export async function namedEntry(id: string, context: Context): Promise<FactEntry | undefined> {
  return context.knowledge.entryById(id) ?? (await offeredDrafts(context)).byId(id)?.entry;
}
