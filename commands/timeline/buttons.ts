import { action, integer, word } from '../../src/bot/action.ts';

/** Years, 0 where there is no limit. `source`: see `scopeWord`. What the timeline is about stands in its message. */
const shown = { page: integer, from: integer, to: integer, source: word };

/** A timeline, turned to a page that counts from 0. */
export const timelinePage = action('timeline', shown);

/** That page as a picture. */
export const timelinePicture = action('timeline-picture', shown);
