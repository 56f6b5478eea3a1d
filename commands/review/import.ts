import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import { ACCENT, container, text } from '../../src/reply/components.ts';
import { clean } from '../../src/reply/escape.ts';
import { inSlices, type Steps } from '../../src/slices.ts';
import { MAX_CARDS, type NewCard } from '../../src/store/repositories/cards.ts';
import { cardsOf, type Note } from '../../src/study/anki/notes.ts';
import { newSchedule } from '../../src/study/cards/schedule.ts';
import type { CardContent } from '../../src/study/cards/types.ts';
import { linkTo } from '../library/add.ts';
import { whyNotAdded } from '../library/refusals.ts';
import { clipped } from './content.ts';
import { ownerOf } from './owner.ts';

/** `/review import`: a deck of Anki's, or a table, becomes the person's cards. */
export const importCards = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'import',
  options: [{ name: 'file', type: ApplicationCommandOptionType.Attachment, required: true }],
  complete: {},
  async run({ file }, context) {
    const { readDeck, store, messages, person, createdAt } = context;
    const link = linkTo(file);
    const deck = await readDeck(link, person.id);
    if (!deck.ok) return notice(whyNotAdded(deck, link.name, messages));
    const { drafts, empty } = await inSlices(draftingCards(deck.notes, createdAt));
    const { added, known, tooMany } = await store.addCards(ownerOf(context), drafts, createdAt);
    const lines = [
      messages.markdown('review.imported', { count: added.length }),
      ...(known > 0 ? [messages.markdown('review.importedKnown', { count: known })] : []),
      ...(empty > 0 ? [messages.markdown('review.importedEmpty', { count: empty })] : []),
      ...(tooMany > 0 ? [messages.markdown('review.importedTooMany', { count: tooMany, most: MAX_CARDS })] : []),
    ];
    return { show: 'private', components: [container(ACCENT.answered, [text(lines.join('\n'))])] };
  },
});

/** The cards of a deck's notes, and how many notes give none. */
export function* draftingCards(notes: readonly Note[], now: number): Steps<{ drafts: NewCard[]; empty: number }> {
  const contents: CardContent[] = [];
  let empty = 0;
  for (const note of notes) {
    const cards = cardsOf(note).map(clipped).filter(isVisible);
    if (cards.length === 0) empty++;
    contents.push(...cards);
    yield;
  }
  const drafts: NewCard[] = [];
  for (const [at, content] of contents.entries()) {
    // Due one after another, so that they are asked in the order of the deck.
    drafts.push({ content, schedule: newSchedule(now - contents.length + at) });
    yield;
  }
  return { drafts, empty };
}

/** Characters that nobody sees are no side of a card. */
const isVisible = ({ front, back }: CardContent): boolean => clean(front) !== '' && clean(back) !== '';
