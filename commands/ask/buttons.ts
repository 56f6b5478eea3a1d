import { action } from '../../src/bot/action.ts';

/** A question chosen from a list under a reply. */
export const tryQuestion = action('try');
