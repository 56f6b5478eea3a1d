import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { ACCENT, container, text } from '../../src/reply/components.ts';
import type { Messages } from '../../src/reply/messages.ts';
import type { ForecastDay } from '../../src/study/cards/forecast.ts';
import type { Day } from '../../src/study/days.ts';
import type { Due } from './due.ts';

export const FORECAST_DAYS = 14;
export const RETENTION_DAYS = 30;

export interface Stats {
  readonly due: Due;
  /** Reviews of cards that had been learnt before, and those of them that were not forgotten. */
  readonly repeated: number;
  readonly remembered: number;
  readonly days: readonly ForecastDay[];
  readonly zone: string;
}

/** A person's cards in figures. */
export function statsView(stats: Stats, messages: Messages): APIMessageTopLevelComponent[] {
  const { due, repeated, remembered, days, zone } = stats;
  const { cards, unseen } = due.counts;
  if (cards === 0) return [container(ACCENT.absent, [text(messages.markdown('review.none'))])];
  const lines = [
    messages.markdown('review.stats.due', { count: due.due, fresh: due.fresh }),
    messages.markdown('review.stats.cards', { count: cards, unseen }),
    messages.markdown('review.today', { count: due.today.length }),
    ...(due.stale.length > 0 ? [messages.markdown('review.stale', { count: due.stale.length })] : []),
    repeated === 0
      ? messages.markdown('review.stats.noRetention')
      : messages.markdown('review.stats.retention', {
          percent: Math.round((100 * remembered) / repeated),
          days: RETENTION_DAYS,
          count: repeated,
        }),
  ];
  const title = text(`## ${messages.markdown('review.stats.title')}`);
  const forecast = messages.markdown('review.stats.forecast', { days: FORECAST_DAYS, zone });
  // Before the first review a chart would be two weeks of noughts.
  const charts = days.some(({ count }) => count > 0) ? [text(`${forecast}\n${chart(days, messages)}`)] : [];
  return [container(ACCENT.neutral, [title, text(lines.join('\n')), ...charts])];
}

/** The longest bar; a phone shows about thirty characters of such a line. */
const WIDTH = 12;

/** A line a day: the day, its number, and a bar that says the same once more to the eye. */
function chart(days: readonly ForecastDay[], messages: Messages): string {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const digits = String(most).length;
  const names = days.map(({ day }) => dayName(day, messages));
  const longest = Math.max(...names.map(({ length }) => length));
  const lines = days.map(({ count }, at) => {
    const bar = '━'.repeat(Math.ceil((count / most) * WIDTH));
    return `${(names[at] ?? '').padEnd(longest)}  ${String(count).padStart(digits)} ${bar}`.trimEnd();
  });
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``;
}

function dayName(day: Day, messages: Messages): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(messages.plain('intl'), options).format(Date.parse(day)).replaceAll('`', '');
}
