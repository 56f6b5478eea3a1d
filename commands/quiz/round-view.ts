import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { ACCENT, button, container, row, text } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { clean } from '../../src/reply/escape.ts';
import { mentionUser } from '../../src/reply/mentions.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { type Given, missedByMost, standingsOf } from '../../src/study/rounds/standings.ts';
import { practise, repeat } from './buttons.ts';
import type { Asked, Plan } from './plan.ts';

/** So many are listed in the standings. */
const MAX_LISTED = 20;

/** What begins, and how it goes. `host`: a Discord id. */
export function introView(plan: Plan, host: string, messages: Messages): APIMessageTopLevelComponent[] {
  const count = plan.questions.length;
  const about = plan.asked?.about ?? '';
  const title = messages.markdown(about === '' ? 'quiz.title' : 'quiz.titleAbout', { about: truncate(about, 100) });
  const seconds = Math.round(plan.pace / 1000);
  return [
    container(ACCENT.neutral, [
      text([`## ${title}`, ...(plan.from === undefined ? [] : [plan.from])].join('\n')),
      text(messages.markdown('quiz.intro', { host: mentionUser(host), count, seconds })),
      text(messages.markdown('quiz.rule')),
      ...(plan.surface === 'reply' ? [text(`-# ${messages.markdown('quiz.inReply')}`)] : []),
    ]),
  ];
}

export interface StandingsOptions {
  readonly id: string;
  readonly plan: Plan;
  readonly answers: readonly Given[];
  /** How many questions were asked. */
  readonly asked: number;
  readonly messages: Messages;
}

/** The end of a round: who had how many right, ways to repeat what was missed, and how to play it again. */
export function standingsView({ id, plan, answers, asked, messages }: StandingsOptions): APIMessageTopLevelComponent[] {
  const standings = standingsOf(answers);
  const lines = standings
    .slice(0, MAX_LISTED)
    .map(({ person, right, rank }) =>
      messages.markdown('quiz.standing', { rank, who: mentionUser(person), right, count: asked }),
    );
  const more =
    standings.length > MAX_LISTED
      ? [`-# ${messages.markdown('quiz.more', { count: standings.length - MAX_LISTED })}`]
      : [];
  const list = standings.length === 0 ? [messages.markdown('quiz.nobodyPlayed')] : [...lines, ...more];
  const missed = asked > 0 && missedByMost(answers, asked).length > 0;
  return [
    container(ACCENT.neutral, [
      text(`## ${messages.markdown('quiz.standings')}`),
      text(list.join('\n')),
      ...(plan.asked
        ? [text(`-# ${messages.markdown('quiz.again', { command: commandOf(plan.asked, plan.pace, messages) })}`)]
        : []),
      ...(asked > 0
        ? [
            row(
              ...(missed ? [button(messages.plain('quiz.button.repeat'), repeat.id({ round: id }))] : []),
              button(messages.plain('quiz.button.mine'), practise.show.id({ round: id, question: 0 })),
            ),
          ]
        : []),
    ]),
  ];
}

/** "/quiz start questions:10 seed:7": what makes the same round again of the same material. It stands between backticks. */
function commandOf({ seed, count, about, source, mode }: Asked, pace: number, messages: Messages): string {
  const named = mode === undefined ? undefined : messages.plain(`commands.quiz.start.choices.mode.${mode}`);
  const options = { about, source, questions: count, mode: named, pace: Math.round(pace / 1000), seed };
  const written = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${value}`]));
  return clean(truncate(['/quiz start', ...written].join(' ').replaceAll('`', ''), 400));
}
