import { action, oneOf } from '../../src/bot/action.ts';

/** Whether answers are shown to all: chosen from a list. */
export const answers = action('answers');

/** Whether the shipped collection is searched. */
export const shipped = action('shipped', { to: oneOf('on', 'off') });

/** Whether questions without a clear answer are kept. */
export const missed = action('missed', { to: oneOf('on', 'off') });

/** The role whose members may change the library. */
export const editors = action('editors');
