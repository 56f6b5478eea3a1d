import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { ACCENT, button, container, row, text } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { escapeLines, escapeMarkdown } from '../../src/reply/escape.ts';
import type { Messages } from '../../src/reply/messages.ts';
import type { Mode, Question } from '../../src/study/questions/types.ts';
import { type Hint, hintOf, hintsOf } from '../../src/study/rounds/hints.ts';
import { exampleOrder, letterOf } from '../../src/study/rounds/order.ts';
import type { Progress } from '../../src/study/rounds/progress.ts';
import { ANSWER_FIELD, choose, host, type } from './buttons.ts';
import type { Plan } from './plan.ts';

/** UTF-16 units, before escaping. */
export const PROMPT = 500;
const CHOICE = 200;
/** Choices up to this length stand on their buttons; longer ones are listed, and the buttons have their letters. */
const ON_BUTTON = 30;
const MAX_ANSWER = 200;

/** A question of a round as it is asked, with the ways to answer and what the host can do. */
export function questionView(
  round: { readonly id: string; readonly plan: Plan; readonly progress: Progress },
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const { id, plan, progress } = round;
  const question = plan.questions[progress.at]?.question;
  if (question === undefined) return [];
  const hint = hintOf(question, progress.hints);
  const isPaused = progress.phase === 'paused';
  const lines = [
    headLine(plan, progress, messages),
    askedText(question, messages),
    ...askedLines(question, hint, messages),
  ];
  const place = { round: id, question: progress.at };
  return [
    container(ACCENT.neutral, [
      ...lines.map((line) => text(line)),
      ...answerRow(question, hint, isPaused, {
        choose: (choice) => choose.id({ ...place, choice }),
        type: type.open.id(place),
        messages,
      }),
      row(
        ...(hintsOf(question) > 0
          ? [
              button(messages.plain('quiz.button.hint'), host.id({ ...place, to: 'hint' }), {
                disabled: isPaused || progress.hints >= hintsOf(question),
              }),
            ]
          : []),
        button(messages.plain('quiz.button.skip'), host.id({ ...place, to: 'skip' })),
        isPaused
          ? button(messages.plain('quiz.button.continue'), host.id({ ...place, to: 'continue' }))
          : button(messages.plain('quiz.button.pause'), host.id({ ...place, to: 'pause' })),
        button(messages.plain('quiz.button.end'), host.id({ ...place, to: 'end' })),
      ),
    ]),
  ];
}

function headLine({ questions, pace }: Plan, { at, phase, left }: Progress, messages: Messages): string {
  const place = messages.markdown('quiz.place', { at: at + 1, count: questions.length });
  const seconds = Math.ceil((left ?? pace) / 1000);
  const clock =
    phase === 'paused'
      ? messages.markdown('quiz.paused', { count: seconds })
      : messages.markdown('quiz.seconds', { count: seconds });
  return `-# ${place} · ${clock}`;
}

/** Those whose prompt alone does not say what is to be done. */
const LEADS: ReadonlySet<Mode> = new Set(['truth', 'source', 'order', 'cloze']);

/** The question with what is to be done. */
export function promptText({ mode, prompt }: Question, messages: Messages): string {
  const asked = `**${escapeMarkdown(truncate(prompt, PROMPT))}**`;
  return LEADS.has(mode) ? `${messages.markdown(`quiz.lead.${mode}`)}\n${asked}` : asked;
}

/** The same while it is open: what is to be put in order stands in the list below it, and is not named twice. */
export function askedText(question: Question, messages: Messages): string {
  return question.mode === 'order' ? `**${messages.markdown('quiz.lead.order')}**` : promptText(question, messages);
}

/** The choices or items where they do not stand on buttons, and the hint. */
export function askedLines(question: Question, hint: Hint | undefined, messages: Messages): string[] {
  const list = listed(question, messages);
  const lines = list.length > 0 ? [list.join('\n')] : [];
  if (hint?.kind === 'choices')
    return [...lines, messages.markdown('quiz.hint.choices', { wrong: named(hint.wrong, question, messages) })];
  if (hint?.kind === 'letters') return [...lines, messages.markdown('quiz.hint.letters', { letters: hint.letters })];
  if (hint?.kind === 'first')
    return [...lines, messages.markdown('quiz.hint.first', { item: truncate(hint.item, CHOICE) })];
  return lines;
}

/** "A or C": choices by what stands on their buttons. */
function named(choices: ReadonlySet<number>, question: Question, messages: Messages): string {
  const labels = 'choices' in question ? labelsOf(question, messages) : [];
  const names = [...choices].sort().map((at) => (fitsButtons(labels) ? (labels[at] ?? '') : letterOf(at)));
  return new Intl.ListFormat(messages.plain('intl'), { type: 'disjunction' }).format(names);
}

function listed(question: Question, messages: Messages): string[] {
  const items = 'items' in question ? question.items : 'choices' in question ? labelsOf(question, messages) : [];
  if ('choices' in question && fitsButtons(items)) return [];
  return items.map((item, at) => `**${letterOf(at)}** ${escapeLines(truncate(item, CHOICE))}`);
}

/** What the choices are called: true and false by the bot's own words. */
export function labelsOf(question: Question & { choices: readonly string[] }, messages: Messages): readonly string[] {
  if (question.mode !== 'truth') return question.choices;
  return [messages.plain('quiz.true'), messages.plain('quiz.false')];
}

const fitsButtons = (labels: readonly string[]): boolean => labels.every(({ length }) => length <= ON_BUTTON);

export interface AnswerIds {
  /** The custom id of a choice's button. */
  choose(choice: number): string;
  /** That of the button which opens the form. */
  readonly type: string;
  readonly messages: Messages;
}

/** A button for each choice, or one that opens the form. */
export function answerRow(
  question: Question,
  hint: Hint | undefined,
  isPaused: boolean,
  { choose: chooseId, type: typeId, messages }: AnswerIds,
): APIComponentInContainer[] {
  if (!('choices' in question)) {
    const label = messages.plain(question.mode === 'order' ? 'quiz.button.order' : 'quiz.button.answer');
    return [row(button(label, typeId, { disabled: isPaused }))];
  }
  const labels = labelsOf(question, messages);
  const short = fitsButtons(labels);
  return [
    row(
      ...labels.map((label, at) =>
        button(short ? label : letterOf(at), chooseId(at), {
          disabled: isPaused || (hint?.kind === 'choices' && hint.wrong.has(at)),
        }),
      ),
    ),
  ];
}

/** The form for a typed answer, or for an order. It covers the question on a phone, and so shows it again. */
export function answerForm(
  question: Question,
  customId: string,
  messages: Messages,
): APIModalInteractionResponseCallbackData {
  const label =
    'items' in question
      ? messages.plain('quiz.form.order', { example: exampleOrder(question.items.length) })
      : messages.plain('quiz.form.answer');
  return {
    custom_id: customId,
    title: messages.plain('quiz.form.title'),
    components: [
      text([askedText(question, messages), ...askedLines(question, undefined, messages)].join('\n')),
      {
        type: ComponentType.Label,
        label,
        component: {
          type: ComponentType.TextInput,
          custom_id: ANSWER_FIELD,
          style: TextInputStyle.Short,
          required: true,
          max_length: MAX_ANSWER,
        },
      },
    ],
  };
}
