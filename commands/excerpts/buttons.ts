import { action, integer, word, words } from '../../src/bot/action.ts';

/** Another excerpt of the same answer: the one at `to`, counted from 0, of these passages. */
export const page = action('page', { to: integer, passages: words });

/** The paragraphs around a passage. */
export const context = action('context', { passage: word });

/** A private reply, to be posted for all. */
export const share = action('share');
