import { action, integer, word } from '../../src/bot/action.ts';

/** The works with what was shown of each, turned to a page that counts from 0. */
export const coverageWorks = action('coverage', { page: integer });

/** A work chosen from that list. */
export const coverageOpen = action('coverage-open');

/** The paragraphs of a work that were never shown, turned to a page. */
export const coverageWork = action('coverage-work', { work: word, page: integer });
