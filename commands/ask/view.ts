import { type APIComponentInContainer, type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import type { Answer, Excerpt, FactEntry, Reach } from '../../src/answer/types.ts';
import type { Material } from '../../src/material/load.ts';
import { passageRef } from '../../src/material/refs.ts';
import { type Budget, createBudget, textsWithin } from '../../src/reply/budget.ts';
import { ACCENT, button, container, row, select, separator, text } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { escapeMarkdown, unescapeMarkdown } from '../../src/reply/escape.ts';
import { entryText, nearEntryText } from '../../src/reply/fact-lines.ts';
import { foreignLanguageNotice } from '../../src/reply/foreign-language.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { reachLine } from '../../src/reply/reach-line.ts';
import { context, share } from '../excerpts/buttons.ts';
import { CITED_ID, excerptText, excerptView, type Paging } from '../excerpts/view.ts';
import { tryQuestion } from './buttons.ts';

/** The component id of the text with the question in bold, by which a button finds it again. */
export const QUESTION_ID = 1000;
const QUESTION = 200;
const MAX_EXCERPTS = 5;
/** UTF-16 units that the facts leave for the excerpt below them. */
const EXCERPT_ROOM = 1800;

export interface AnswerViewOptions {
  readonly material: Material;
  readonly messages: Messages;
  /** The reply is for the asker alone, so it can be shared. */
  readonly isPrivate: boolean;
  /** The works that were searched first, where there are some. */
  readonly first?: ReadonlySet<string> | undefined;
}

/** An answer as a Discord message: what answers it first, then the excerpt with its citation, then ways on. */
export function answerView(answer: Answer, options: AnswerViewOptions): APIMessageTopLevelComponent[] {
  const budget = createBudget();
  const question = text(questionLine(answer.question, budget), QUESTION_ID);
  const reach = textsWithin(budget, [reachLine(answer.reach, options.first, options)]);
  return [container(accentOf(answer), [question, ...reach, ...bodyOf(answer, options, budget)])];
}

function bodyOf(answer: Answer, options: AnswerViewOptions, budget: Budget): APIComponentInContainer[] {
  if (answer.verdict === 'absent' || answer.request !== undefined) return absentBody(answer, options, budget);
  return answer.parts ? partsBody(answer.parts, answer.reach, options, budget) : foundBody(answer, options, budget);
}

/** Green is for what is sure and undisputed. The words say the same. */
function accentOf({ verdict, isSure, entries }: Answer): number {
  if (verdict !== 'answered') return ACCENT[verdict];
  return isSure && !entries.some(({ disputed }) => disputed) ? ACCENT.answered : ACCENT.close;
}

/** "**When was CELAC founded?**", the one line that `questionOf` reads back. */
function questionLine(question: string, budget: Budget): string {
  return budget.take(`**${escapeMarkdown(truncate(question, QUESTION))}**`) ?? '';
}

/** The question that a message of `answerView`, or of a quiz, answered, as far as it is shown there. */
export function questionOf(components: readonly APIMessageTopLevelComponent[] = []): string {
  const parts = components.flatMap((component) =>
    component.type === ComponentType.Container ? component.components : [],
  );
  const line = parts.find(({ id }) => id === QUESTION_ID);
  const [, question = ''] = /\*\*(.*)\*\*$/s.exec(line?.type === ComponentType.TextDisplay ? line.content : '') ?? [];
  return unescapeMarkdown(question);
}

function foundBody(answer: Answer, options: AnswerViewOptions, budget: Budget): APIComponentInContainer[] {
  const lead = textsWithin(budget, [leadLine(answer, options), respeltLine(answer, options.messages)]);
  const excerpts = answer.excerpts.slice(0, MAX_EXCERPTS);
  const [first] = excerpts;
  const isCited = answer.verdict === 'answered' && isCitedBy(answer.entries, first);
  const entries = textsWithin(budget, factTexts(answer, options, isCited ? first : undefined), EXCERPT_ROOM);
  if (!first) return [...lead, ...entries];
  const paging: Paging = { passages: excerpts.map(({ passage }) => passage), at: 0 };
  if (isCited) {
    const [fact, ...others] = entries;
    const cited = fact ? [{ ...fact, id: CITED_ID }, ...others] : [];
    return [...lead, ...cited, ...excerptView(first, { ...paging, isCited }, options, budget)];
  }
  const divider = entries.length > 0 ? [separator()] : [];
  return [...lead, ...entries, ...divider, ...excerptView(first, paging, options, budget)];
}

/** The one value shown is cited to just the passage that stands below it: once is enough. */
function isCitedBy(entries: readonly FactEntry[], excerpt: Excerpt | undefined): boolean {
  const passages = entries.flatMap(({ rows }) => rows.flatMap((row) => row.passages));
  return entries.length === 1 && passages.length === 1 && passages[0] === excerpt?.passage.id;
}

function factTexts(answer: Answer, { material, messages }: AnswerViewOptions, cited: Excerpt | undefined): string[] {
  if (answer.verdict !== 'answered') return answer.entries.map((entry) => nearEntryText(entry, { material, messages }));
  const isNamed = answer.namesEntry;
  const kind = cited && { kind: messages.plain(`citation.brief.${cited.passage.kind}`) };
  return answer.entries.map((entry) => entryText(entry, { material, messages, isNamed, ...kind }));
}

/** The answer to each of several questions, short enough that all stand on one screen. */
function partsBody(
  parts: readonly Answer[],
  reach: Reach | undefined,
  options: AnswerViewOptions,
  budget: Budget,
): APIComponentInContainer[] {
  const { messages, isPrivate } = options;
  const room = Math.floor(budget.left / parts.length);
  const blocks = parts.flatMap((part) => {
    const own = createBudget(room);
    // A fact is cited by itself: an excerpt below each would push the next part off the screen.
    const facts = part.verdict === 'answered' ? part.entries.slice(0, 1) : [];
    const lines = textsWithin(own, [
      `**${escapeMarkdown(truncate(part.question, QUESTION))}**`,
      reach === undefined ? reachLine(part.reach, options.first, options) : undefined,
      leadLine(part, options),
      ...factTexts({ ...part, entries: facts }, options, undefined),
    ]);
    const [first] = part.excerpts;
    const quoted = first && facts.length === 0 ? [text(excerptText(first, messages, own))] : [];
    return [separator(), ...lines, ...quoted];
  });
  const passages = new Set(parts.flatMap(({ excerpts: [first] }) => (first ? [passageRef(first.passage)] : [])));
  const contexts = [...passages].map((passage, at) =>
    button(messages.plain('answer.contextOf', { at: at + 1 }), context.id({ passage })),
  );
  const sharing = isPrivate ? [button(messages.plain('button.share'), share.id())] : [];
  const buttons = [...contexts, ...sharing];
  return buttons.length > 0 ? [...blocks, row(...buttons)] : blocks;
}

function leadLine(
  { verdict, isSure, missing, foreignLanguage, searchedLanguages: searched, request, excerpts }: Answer,
  { messages }: AnswerViewOptions,
): string | undefined {
  if (request !== undefined) return messages.markdown(`answer.request.${request}`);
  if (foreignLanguage !== undefined)
    return foreignLanguageNotice(foreignLanguage, { searched, hasFound: excerpts.length > 0 });
  if (verdict === 'answered') return isSure ? undefined : messages.markdown('answer.passage');
  if (missing.length === 0) return messages.markdown(`answer.${verdict}`);
  return messages.markdown(`answer.${verdict}Missing`, { missing: truncate(missing.join(', '), 150) });
}

function respeltLine({ respelt }: Answer, messages: Messages): string | undefined {
  if (respelt.length === 0) return undefined;
  const words = respelt
    .slice(0, 4)
    .map(({ typed, taken }) =>
      messages.plain('answer.respeltWord', { typed: truncate(typed, 40), taken: truncate(taken, 40) }),
    );
  return `-# ${messages.markdown('answer.respelt', { words: words.join(', ') })}`;
}

/** Without passages: what was asked for instead, or what else the sources hold. */
function absentBody(answer: Answer, options: AnswerViewOptions, budget: Budget): APIComponentInContainer[] {
  const { messages } = options;
  const { questions, terms } = answer.nearby;
  const lines = [
    leadLine(answer, options),
    respeltLine(answer, messages),
    terms.length > 0 ? `${messages.markdown('answer.nearbyTerms')}\n${terms.map(termLine).join('\n')}` : undefined,
  ];
  return [...textsWithin(budget, lines), ...questionSelect(questions, messages.plain('answer.tryOne'))];
}

function termLine({ name, note }: { name: string; note: string }): string {
  return `- **${escapeMarkdown(truncate(name, 80))}**: ${escapeMarkdown(truncate(note, 200))}`;
}

/** Questions that the material answers, to be asked by choosing one. */
export function questionSelect(questions: readonly string[], placeholder: string): APIComponentInContainer[] {
  const askable = [...new Set(questions)].filter((question) => question.length <= LIMITS.selectText);
  if (askable.length === 0) return [];
  const options = askable.map((question) => ({ label: question, value: question }));
  return [row(select(tryQuestion.id(), placeholder, options))];
}
