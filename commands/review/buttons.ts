import { action, integer, oneOf, word, words } from '../../src/bot/action.ts';
import { RATINGS } from '../../src/study/cards/types.ts';

/** Puts a passage with the message's question, or an entry of the fact table, among the person's cards. */
export const add = {
  passage: action('card.add', { passage: word }),
  entry: action('card.fact', { entry: word }),
} as const;

/** Takes back cards that were just added. */
export const undoAdd = action('card.undo', { cards: words });

/**
 * A sitting lives in its buttons: the card, the version at which it is shown, and how many new cards the person asked for
 * beyond those of a day. What has another version was rated already.
 */
export const show = action('review.show', { card: word, extra: integer });
export const rate = action('review.rate', {
  card: word,
  version: integer,
  rating: oneOf(...RATINGS),
  extra: integer,
});
export const next = action('review.next', { extra: integer });

export const remove = {
  ask: action('review.remove', { card: word, extra: integer }),
  confirm: action('review.removed', { card: word, extra: integer }),
} as const;

/** A card whose passage has changed: looked at, then kept, renewed or removed. */
export const stale = {
  look: action('stale.look', { extra: integer }),
  keep: action('stale.keep', { card: word, extra: integer }),
  renew: action('stale.renew', { card: word, extra: integer }),
  remove: action('stale.remove', { card: word, extra: integer }),
} as const;

/** The form that sets a reminder, opened and sent. */
export const remind = {
  open: action('remind.open'),
  submit: action('remind.submit'),
  /** `guild` is that of the cards, since the message may be a direct one. */
  off: action('remind.off', { guild: word }),
} as const;
