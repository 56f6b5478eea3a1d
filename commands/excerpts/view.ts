import { type APIComponentInContainer, type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import type { Excerpt } from '../../src/answer/types.ts';
import { passageRef } from '../../src/material/refs.ts';
import type { Passage } from '../../src/material/types.ts';
import { type Budget, createBudget } from '../../src/reply/budget.ts';
import { button, row, text } from '../../src/reply/components.ts';
import { citePassage, quoteExcerpt } from '../../src/reply/excerpt.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { add } from '../review/buttons.ts';
import { context, page, share } from './buttons.ts';

/** UTF-16 units of an excerpt before escaping: a phone's screenful, or less where there is little room left. */
const LENGTHS = [480, 250];

/** The component id of the excerpt, by which paging finds it in the message. */
const EXCERPT_ID = 1001;
/** The component id of a text above the excerpt that cites the first one: its own citation is left out. */
export const CITED_ID = 1002;

/** The passages that a reply pages through, and which of them is shown. */
export interface Paging {
  readonly passages: readonly Passage[];
  readonly at: number;
  /** A text above cites the first of them. */
  readonly isCited?: boolean;
}

/** The quotation and its citation; shortened until it fits. */
export function excerptText(excerpt: Excerpt, messages: Messages, budget: Budget): string {
  const { passage, source } = excerpt;
  return quoteWith(`-# ${citePassage(passage, source, messages)}`, excerpt, budget);
}

/** One of several excerpts: the citation says which, where it is not the first. */
function pagedText(excerpt: Excerpt, { passages, at, isCited }: Paging, messages: Messages, budget: Budget): string {
  if (at === 0) return isCited ? quoteWith('', excerpt, budget) : excerptText(excerpt, messages, budget);
  const position = messages.markdown('button.position', { at: at + 1, count: passages.length });
  const cite = `-# ${position} · ${citePassage(excerpt.passage, excerpt.source, messages)}`;
  return quoteWith(cite, excerpt, budget);
}

function quoteWith(cite: string, { passage, marks, window }: Excerpt, budget: Budget): string {
  const quoted = LENGTHS.map((max) => quoteExcerpt(passage.text, marks, window, max));
  return budget.take(...quoted.map((quote) => (cite === '' ? quote : `${quote}\n${cite}`))) ?? budget.take(cite) ?? '';
}

export interface ExcerptOptions {
  readonly messages: Messages;
  readonly isPrivate: boolean;
}

/** The excerpt with the buttons below it. */
export function excerptView(
  excerpt: Excerpt,
  paging: Paging,
  options: ExcerptOptions,
  budget: Budget,
): APIComponentInContainer[] {
  const shown = pagedText(excerpt, paging, options.messages, budget);
  return [text(shown, EXCERPT_ID), excerptRow(excerpt.passage, paging, options)];
}

/** A message of `excerptView` with another of its excerpts in place of the one shown; all else stays as it is. */
export function replaceExcerpt(
  components: readonly APIMessageTopLevelComponent[],
  excerpt: Excerpt,
  paging: Paging,
  options: ExcerptOptions,
): APIMessageTopLevelComponent[] {
  return components.flatMap((component) => {
    if (component.type !== ComponentType.Container) return [];
    const others = component.components.filter(({ type }) => type !== ComponentType.ActionRow);
    const used = others.reduce(
      (sum, { id, ...other }) => sum + ('content' in other && id !== EXCERPT_ID ? other.content.length : 0),
      0,
    );
    const isCited = others.some(({ id }) => id === CITED_ID);
    const view = excerptView(excerpt, { ...paging, isCited }, options, createBudget(LIMITS.messageText - used));
    return [{ ...component, components: others.flatMap((other) => (other.id === EXCERPT_ID ? view : [other])) }];
  });
}

/**
 * Ways to read on first: previous and next where there is one, the paragraphs around it, and below these the source's page. Then
 * what to do with it: sharing where it is private, a card.
 */
function excerptRow(
  passage: Passage,
  paging: Paging,
  { messages, isPrivate }: ExcerptOptions,
): APIComponentInContainer {
  const ref = passageRef(passage);
  return row(
    ...pagingButtons(paging, messages),
    button(messages.plain('button.context'), context.id({ passage: ref })),
    ...(isPrivate ? [button(messages.plain('button.share'), share.id())] : []),
    button(messages.plain('button.addCard'), add.passage.id({ passage: ref })),
  );
}

function pagingButtons({ passages, at }: Paging, messages: Messages) {
  const turn = (to: number) => page.id({ to, passages: passages.map(passageRef) });
  return [
    ...(at > 0 ? [button(messages.plain('button.previous'), turn(at - 1))] : []),
    ...(at < passages.length - 1 ? [button(messages.plain('button.next'), turn(at + 1))] : []),
  ];
}
