import {
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { ACCENT, button, container, row, text } from '../../src/reply/components.ts';
import { mentionUser } from '../../src/reply/mentions.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { DEFAULT_ZONE } from '../../src/study/days.ts';
import type { Period } from '../../src/study/periods.ts';
import type { Board, Own, Place } from './board.ts';
import { mine, power, visibility, ZONE_FIELD, zone } from './buttons.ts';

/** Shorter streaks, in days, are not shown. */
const MIN_STREAK = 2;
const MAX_ZONE = 60;

export function boardView(period: Period, { places, more }: Board, messages: Messages): APIMessageTopLevelComponent[] {
  const title = messages.markdown('leaderboard.title', { period: messages.plain(`leaderboard.period.${period}`) });
  const lines = places.map((place) => placeLine(place, messages));
  if (more > 0) lines.push(`-# ${messages.markdown('leaderboard.more', { count: more })}`);
  const list = places.length === 0 ? messages.markdown('leaderboard.none') : lines.join('\n');
  return [
    container(ACCENT.neutral, [
      text(`## ${title}`),
      text(list),
      row(button(messages.plain('leaderboard.button.mine'), mine.id({ period }))),
    ]),
  ];
}

function placeLine({ person, rank, right, streak }: Place, messages: Messages): string {
  const values = { rank, who: mentionUser(person), right, count: streak };
  return messages.markdown(streak < MIN_STREAK ? 'leaderboard.line' : 'leaderboard.lineStreak', values);
}

/** A person's own place and settings; for managers, the server's too. */
export function ownView(
  period: Period,
  { player, place, isOn }: Own,
  isManager: boolean,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const { timeZone = DEFAULT_ZONE, hidden } = player;
  return [
    container(ACCENT.neutral, [
      text(messages.markdown('leaderboard.mine', { period: messages.plain(`leaderboard.period.${period}`) })),
      text(
        [
          ...(isOn ? [] : [messages.markdown('leaderboard.isOff')]),
          placeText(place, hidden, messages),
          messages.markdown('leaderboard.zone', { zone: timeZone }),
          messages.markdown(hidden ? 'leaderboard.hidden' : 'leaderboard.shown'),
        ].join('\n'),
      ),
      row(
        button(messages.plain('leaderboard.button.zone'), zone.open.id({ period })),
        button(
          messages.plain(`leaderboard.button.${hidden ? 'show' : 'hide'}`),
          visibility.id({ period, to: hidden ? 'on' : 'off' }),
        ),
      ),
      ...(isManager
        ? [
            row(
              button(
                messages.plain(`leaderboard.button.${isOn ? 'off' : 'on'}`),
                power.id({ period, to: isOn ? 'off' : 'on' }),
              ),
            ),
          ]
        : []),
    ]),
  ];
}

function placeText(place: Place | undefined, hidden: boolean, messages: Messages): string {
  if (place === undefined) return messages.markdown(hidden ? 'leaderboard.noPlaceHidden' : 'leaderboard.noPlace');
  const { rank, right, streak } = place;
  const stands = messages.markdown('leaderboard.place', { rank, right });
  return streak < MIN_STREAK ? stands : `${stands}, ${messages.markdown('leaderboard.streak', { count: streak })}`;
}

/** The form for a time zone, filled in with the one that holds. */
export function zoneForm(
  period: Period,
  timeZone: string | undefined,
  messages: Messages,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: zone.submit.id({ period }),
    title: messages.plain('leaderboard.form.title'),
    components: [
      {
        type: ComponentType.Label,
        label: messages.plain('leaderboard.form.zone'),
        component: {
          type: ComponentType.TextInput,
          custom_id: ZONE_FIELD,
          style: TextInputStyle.Short,
          required: true,
          max_length: MAX_ZONE,
          ...(timeZone === undefined ? {} : { value: timeZone }),
        },
      },
    ],
  };
}
