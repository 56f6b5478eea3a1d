import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { passageRef } from '../../src/material/refs.ts';
import type { Passage, Source } from '../../src/material/types.ts';
import { ACCENT, button, container, row, text } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { escapeMarkdown } from '../../src/reply/escape.ts';
import { citePassage } from '../../src/reply/excerpt.ts';
import { mentionUser } from '../../src/reply/mentions.ts';
import type { Messages } from '../../src/reply/messages.ts';
import type { Question } from '../../src/study/questions/types.ts';
import { letterOf } from '../../src/study/rounds/order.ts';
import type { Given } from '../../src/study/rounds/standings.ts';
import { QUESTION_ID } from '../ask/view.ts';
import { context } from '../excerpts/buttons.ts';
import { add } from '../review/buttons.ts';
import type { Plan, PlannedQuestion } from './plan.ts';
import { labelsOf, PROMPT, promptText } from './question-view.ts';

const ANSWER = 300;
/** Each of several, in an order. */
const ITEM = 100;
/** What is so, in the place of a claim that is false. */
const CLAIMED = 150;
/** So many who had it right are named. */
const MAX_NAMED = 20;
const MAX_CITED = 2;

export interface ResultOptions {
  readonly plan: Plan;
  readonly at: number;
  /** Those of the whole round. */
  readonly answers: readonly Given[];
  readonly knowledge: KnowledgeBase;
  readonly messages: Messages;
}

/** A question that is closed: the answer, where it stands, and who had it. */
export function resultView({ plan, at, answers, knowledge, messages }: ResultOptions): APIMessageTopLevelComponent[] {
  const planned = plan.questions[at];
  if (planned === undefined) return [];
  const given = answers.filter(({ question }) => question === at);
  const place = messages.markdown('quiz.place', { at: at + 1, count: plan.questions.length });
  return [
    container(ACCENT.neutral, [
      text(`-# ${place} · ${messages.markdown('quiz.closed')}`),
      closedPrompt(planned.question, messages),
      text(solutionText(planned, knowledge, messages)),
      ...behindText(planned.question, messages),
      text(whoHadIt(given, messages)),
      ...passageRow(planned, knowledge, messages),
    ]),
  ];
}

/** The prompt, from which a card takes its front: but not a claim, which asks nothing and may be false. */
export function closedPrompt(question: Question, messages: Messages) {
  return text(promptText(question, messages), question.mode === 'truth' ? undefined : QUESTION_ID);
}

/** What is so where a claim was true or false, and the question that a card of it asks. */
export function behindText(question: Question, messages: Messages) {
  if (question.mode !== 'truth' || question.behind === undefined) return [];
  const { behind, right } = question;
  const answer = truncate(behind.answer, CLAIMED);
  const lead = messages.markdown(`quiz.behind.${right === 0}`, { answer });
  return [text(`${lead}\n**${escapeMarkdown(truncate(behind.prompt, PROMPT))}**`, QUESTION_ID)];
}

/** "Answer: **2010**" and the paragraphs that say so. */
export function solutionText(
  { question, passages }: PlannedQuestion,
  knowledge: KnowledgeBase,
  messages: Messages,
): string {
  const answer = `${messages.markdown('quiz.answer')} ${shownAnswer(question, messages)}`;
  const cited = found(passages, knowledge).map(
    (passage) => `-# ${citePassage(passage, shortened(knowledge.source(passage)), messages, 'brief')}`,
  );
  const missing = cited.length < passages.length ? [`-# ${messages.markdown('quiz.passageChanged')}`] : [];
  const most = 'items' in question ? question.items.length : MAX_CITED;
  return [answer, ...cited.slice(0, most), ...(cited.length === 0 ? missing : [])].join('\n');
}

function shortened(source: Source): Source {
  const { title, publisher, authors } = source;
  const names = authors.slice(0, 3).map((author) => truncate(author, 60));
  return { ...source, title: truncate(title, 150), publisher: truncate(publisher, 80), authors: names };
}

/**
 * The way to the passage, and to a card of it, where it is still there as it was. No one passage answers what was to be put
 * in order.
 */
export function passageRow({ question, passages }: PlannedQuestion, knowledge: KnowledgeBase, messages: Messages) {
  const [first] = found(passages, knowledge);
  if (first === undefined) return [];
  const passage = passageRef(first);
  const card = button(messages.plain('button.addCard'), add.passage.id({ passage }));
  const shown = button(messages.plain('button.passage'), context.id({ passage }));
  return [row(shown, ...('items' in question ? [] : [card]))];
}

function found(refs: readonly string[], knowledge: KnowledgeBase): Passage[] {
  return refs.flatMap((ref) => knowledge.passageByRef(ref) ?? []);
}

function shownAnswer(question: Question, messages: Messages): string {
  if ('items' in question) {
    const { items: asked, right, years } = question;
    const items = right.map((at, place) => {
      const year = years?.[at];
      const item = escapeMarkdown(truncate(asked[at] ?? '', ITEM));
      return `${place + 1}. **${letterOf(at)}** ${item}${year === undefined ? '' : ` (${year})`}`;
    });
    return `\n${items.join('\n')}`;
  }
  const answer = 'choices' in question ? labelsOf(question, messages)[question.right] : question.answers[0];
  return `**${escapeMarkdown(truncate(answer ?? '', ANSWER))}**`;
}

/** "Right: @Ana, @Ben (2 of 5)"; in the order in which they answered. */
function whoHadIt(given: readonly Given[], messages: Messages): string {
  const right = given.filter((each) => each.right);
  if (given.length === 0) return messages.markdown('quiz.nobodyAnswered');
  if (right.length === 0) return messages.markdown('quiz.nobodyRight', { count: given.length });
  const named = right.slice(0, MAX_NAMED).map(({ person }) => mentionUser(person));
  const more = right.length > MAX_NAMED ? [messages.markdown('quiz.more', { count: right.length - MAX_NAMED })] : [];
  const who = [...named, ...more].join(', ');
  return messages.markdown('quiz.right', { who, right: right.length, count: given.length });
}
