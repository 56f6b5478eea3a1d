import { action, oneOf } from '../../src/bot/action.ts';
import { PERIODS } from '../../src/study/periods.ts';

/** The leaderboard from which somebody came. */
const period = oneOf(...PERIODS);

/** A person's own place and settings. */
export const mine = action('board-mine', { period });

/** The person's time zone: opens a form, and takes what is filled in. */
export const zone = {
  open: action('board-zone', { period }),
  submit: action('board-zone-set', { period }),
};

/** Whether others see the person on it. */
export const visibility = action('board-show', { period, to: oneOf('on', 'off') });

/** Whether the server has one. */
export const power = action('board-switch', { period, to: oneOf('on', 'off') });

/** The input of the form. */
export const ZONE_FIELD = 'zone';
