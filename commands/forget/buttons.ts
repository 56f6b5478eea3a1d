import { action } from '../../src/bot/action.ts';

/** What is stored of the person who presses is deleted, or kept. */
export const erase = { confirm: action('forget-confirm'), cancel: action('forget-cancel') };
