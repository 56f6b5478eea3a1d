import { action, integer } from '../../src/bot/action.ts';

/** Years, 0 where there is no limit. What the timeline is about stands in its message. */
const shown = { page: integer, from: integer, to: integer };

/** A timeline, turned to a page that counts from 0. */
export const timelinePage = action('timeline', shown);

/** That page as a picture. */
export const timelinePicture = action('timeline-picture', shown);
