import { action, integer, word } from '../../src/bot/action.ts';

/** Pages and parts count from 0; works and passages are named by their short names. */

/** The list of works, turned to a page. */
export const works = action('works', { page: integer });

/** A work chosen from that list. */
export const open = action('open');

/** A work's outline, turned to a page. */
export const outline = action('outline', { work: word, page: integer });

/** A paragraph chosen from an outline. */
export const goTo = action('goto');

/** A paragraph, or a part of a long one. */
export const read = action('read', { passage: word, part: integer });
