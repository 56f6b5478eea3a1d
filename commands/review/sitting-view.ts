import { type APIComponentInContainer, type APIMessageTopLevelComponent, ButtonStyle } from 'discord-api-types/v10';
import { createBudget } from '../../src/reply/budget.ts';
import { ACCENT, button, container, row, separator, text } from '../../src/reply/components.ts';
import type { Messages } from '../../src/reply/messages.ts';
import type { StoredCard } from '../../src/store/repositories/cards.ts';
import { NEW_PER_DAY } from '../../src/study/cards/queue.ts';
import { intervals } from '../../src/study/cards/schedule.ts';
import { RATINGS, type Rating } from '../../src/study/cards/types.ts';
import { context as contextButton } from '../excerpts/buttons.ts';
import { next, rate, remove, show, stale } from './buttons.ts';
import { backText, frontText } from './card-text.ts';
import type { Draft } from './content.ts';
import type { Due } from './due.ts';
import { intervalText } from './interval.ts';

export interface SittingOptions {
  readonly due: Due;
  readonly extra: number;
  readonly messages: Messages;
}

/** The front of a card, with what else is due. */
export function questionView(
  card: StoredCard,
  { due, extra, messages }: SittingOptions,
): APIMessageTopLevelComponent[] {
  return [
    container(ACCENT.neutral, [
      text(countLine(due, messages)),
      text(frontText(card.content, createBudget())),
      row(
        button(messages.plain('review.show'), show.id({ card: card.id, extra }), { style: ButtonStyle.Primary }),
        ...staleButtons(due, extra, messages),
      ),
    ]),
  ];
}

/** Both sides of a card, to be rated: each rating with the time until the card comes back. `now`: milliseconds since 1970. */
export function answerView(
  card: StoredCard,
  { extra, messages, now }: Pick<SittingOptions, 'extra' | 'messages'> & { readonly now: number },
): APIMessageTopLevelComponent[] {
  const { id, version, content, origin, schedule } = card;
  const budget = createBudget();
  const until = intervals(schedule, now);
  const ratingButton = (rating: Rating) =>
    button(
      messages.plain('review.rating', {
        rating: messages.plain(`review.${rating}`),
        interval: intervalText(until[rating], messages),
      }),
      rate.id({ card: id, version, rating, extra }),
    );
  const passage = origin
    ? [button(messages.plain('button.passage'), contextButton.id({ passage: origin.passageRef }))]
    : [];
  return [
    container(ACCENT.neutral, [
      text(frontText(content, budget)),
      separator(),
      text(backText(content, budget)),
      row(...RATINGS.map(ratingButton)),
      row(...passage, button(messages.plain('button.remove'), remove.ask.id({ card: id, extra }))),
    ]),
  ];
}

/** Nothing is due: what comes later, and what was noticed. */
export function doneView({ due, extra, messages }: SittingOptions): APIMessageTopLevelComponent[] {
  if (due.counts.cards === 0) return [container(ACCENT.absent, [text(messages.markdown('review.none'))])];
  const lines = [
    messages.markdown('review.done'),
    ...(due.today.length > 0 ? [messages.markdown('review.today', { count: due.today.length })] : []),
    ...(due.later > 0 ? [messages.markdown('review.later', { count: due.later })] : []),
    ...(due.stale.length > 0 ? [messages.markdown('review.stale', { count: due.stale.length })] : []),
  ];
  const buttons = [
    ...(due.later > 0
      ? [
          button(
            messages.plain('review.more', { count: Math.min(due.later, NEW_PER_DAY) }),
            next.id({ extra: extra + NEW_PER_DAY }),
          ),
        ]
      : []),
    ...staleButtons(due, extra, messages),
  ];
  const parts: APIComponentInContainer[] = lines.map((line) => text(line));
  return [container(ACCENT.answered, buttons.length > 0 ? [...parts, row(...buttons)] : parts)];
}

/** A card whose passage or fact is no longer as it was: what it says, and what the material says now. */
export function staleView(
  card: StoredCard,
  now: Draft | undefined,
  { extra, messages }: Pick<SittingOptions, 'extra' | 'messages'>,
): APIMessageTopLevelComponent[] {
  const { id: cardId, content } = card;
  const id = { card: cardId, extra };
  const said = now && backText(now.content, createBudget(1500));
  const budget = createBudget(1900);
  const keep = button(messages.plain('review.keep'), stale.keep.id(id));
  const renew = now ? [button(messages.plain('review.renew'), stale.renew.id(id))] : [];
  return [
    container(ACCENT.close, [
      text(messages.markdown('review.staleCard')),
      text(frontText(content, budget)),
      text(`${messages.markdown('review.cardSays')}\n${backText(content, budget)}`),
      separator(),
      text(said === undefined ? messages.markdown('review.gone') : `${messages.markdown('review.nowSays')}\n${said}`),
      row(...renew, keep, button(messages.plain('button.remove'), stale.remove.id(id))),
    ]),
  ];
}

export function removeView(
  card: StoredCard,
  { extra, messages }: Pick<SittingOptions, 'extra' | 'messages'>,
): APIMessageTopLevelComponent[] {
  return [
    container(ACCENT.close, [
      text(messages.markdown('review.removeAsk')),
      text(frontText(card.content, createBudget())),
      row(
        button(messages.plain('button.remove'), remove.confirm.id({ card: card.id, extra }), {
          style: ButtonStyle.Danger,
        }),
        button(messages.plain('button.keep'), show.id({ card: card.id, extra })),
      ),
    ]),
  ];
}

/** What there is none of is not counted: at least the card that is shown is one of them. */
function countLine({ due, fresh, stale: changed }: Due, messages: Messages): string {
  const parts = [
    ['review.toRepeat', due],
    ['review.new', fresh],
    ['review.changed', changed.length],
  ] as const;
  const shown = parts.filter(([, count]) => count > 0);
  return `-# ${shown.map(([key, count]) => messages.plain(key, { count })).join(' · ')}`;
}

function staleButtons({ stale: changed }: Due, extra: number, messages: Messages) {
  return changed.length > 0 ? [button(messages.plain('review.look'), stale.look.id({ extra }))] : [];
}
