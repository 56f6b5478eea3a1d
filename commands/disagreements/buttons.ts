import { action, integer } from '../../src/bot/action.ts';

/** The list of facts on which sources differ, turned to a page that counts from 0. */
export const disputes = action('disputes', { page: integer });
