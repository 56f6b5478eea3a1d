import { action, integer, oneOf, word } from '../../src/bot/action.ts';

/** Whether answers are shown to all: chosen from a list. */
export const answers = action('answers');

/** Whether the shipped collection is searched. */
export const shipped = action('shipped', { to: oneOf('on', 'off') });

/** Whether questions without a clear answer are kept. */
export const missed = action('missed', { to: oneOf('on', 'off') });

/** The role whose members may change the library. */
export const editors = action('editors');

/** The works that are searched first in a channel. */
export const tie = {
  /** Those of one page of the list: the ones chosen are tied, the others are not. */
  choose: action('tie', { channel: word, page: integer }),
  page: action('tie-page', { channel: word, page: integer }),
  /** None is. */
  clear: action('untie', { channel: word }),
};
