import { action, oneOf, word } from '../../src/bot/action.ts';

/** How to cite a passage, in all styles. */
export const cite = action('cite', { passage: word });

/** A work's reference as a file for a reference manager. */
export const citeFile = action('cite-file', { work: word, format: oneOf('bibtex', 'ris', 'csl') });
