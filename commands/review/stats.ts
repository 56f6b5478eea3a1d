import { ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { forecast } from '../../src/study/cards/forecast.ts';
import { CARD_STATE } from '../../src/study/cards/types.ts';
import { DEFAULT_ZONE } from '../../src/study/days.ts';
import { dueNow } from './due.ts';
import { ownerOf } from './owner.ts';
import { FORECAST_DAYS, RETENTION_DAYS, statsView } from './stats-view.ts';

const DAY_MS = 86_400_000;

/** `/review stats`: what is due, what was remembered, and what the next days bring. */
export const stats = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'stats',
  options: [],
  complete: {},
  async run(_args, context) {
    const { store, knowledge, degraded, messages, createdAt: now } = context;
    const owner = ownerOf(context);
    const [due, times, reviews] = await Promise.all([
      dueNow({ owner, store, knowledge, degraded, now }),
      store.cardTimes(owner, now + (FORECAST_DAYS + 1) * DAY_MS),
      store.cardReviews(owner, now - RETENTION_DAYS * DAY_MS),
    ]);
    // Cards that are just being learnt say nothing of what is remembered.
    const repeated = reviews.filter(({ state }) => state === CARD_STATE.review);
    const zone = due.reminder?.timeZone ?? DEFAULT_ZONE;
    const components = statsView(
      {
        due,
        repeated: repeated.length,
        remembered: repeated.filter(({ rating }) => rating !== 'again').length,
        days: forecast(times, now, zone, FORECAST_DAYS),
        zone,
      },
      messages,
    );
    return { show: 'private', components };
  },
});
