import { type APIComponentInContainer, type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import type { Excerpt } from '../../src/answer/types.ts';
import { passageRef } from '../../src/material/refs.ts';
import type { Passage } from '../../src/material/types.ts';
import { type Budget, createBudget } from '../../src/reply/budget.ts';
import { button, linkButtons, row, text } from '../../src/reply/components.ts';
import { placeholderId } from '../../src/reply/custom-id.ts';
import { citePassage, quoteExcerpt } from '../../src/reply/excerpt.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { add } from '../review/buttons.ts';
import { context, page, share } from './buttons.ts';

/** UTF-16 units of an excerpt before escaping: a phone's screenful, or less where there is little room left. */
const LENGTHS = [480, 250];

/** So many stand in a row; where citing does not fit, the paragraphs around the excerpt offer it. */
const MAX_BUTTONS = 5;

/** The component id of the excerpt, by which paging finds it in the message. */
const EXCERPT_ID = 1001;

/** The passages that a reply pages through, and which of them is shown. */
export interface Paging {
  readonly passages: readonly Passage[];
  readonly at: number;
}

/** The quotation and its citation; shortened until it fits. */
export function excerptText(excerpt: Excerpt, messages: Messages, budget: Budget): string {
  const { passage, source, marks, window } = excerpt;
  const cite = `-# ${citePassage(passage, source, messages)}`;
  const shown = LENGTHS.map((max) => `${quoteExcerpt(passage.text, marks, window, max)}\n${cite}`);
  return budget.take(...shown) ?? budget.take(cite) ?? '';
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
  return [text(excerptText(excerpt, options.messages, budget), EXCERPT_ID), ...excerptRows(excerpt, paging, options)];
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
    const view = excerptView(excerpt, paging, options, createBudget(LIMITS.messageText - used));
    return [{ ...component, components: others.flatMap((other) => (other.id === EXCERPT_ID ? view : [other])) }];
  });
}

/** Previous and next, the paragraphs around it, a card of it, the source's page; and sharing, where it is private. */
function excerptRows(
  { passage, source }: Pick<Excerpt, 'passage' | 'source'>,
  paging: Paging,
  { messages, isPrivate }: ExcerptOptions,
): APIComponentInContainer[] {
  const refs = paging.passages.map(passageRef);
  const buttons = [
    ...(refs.length > 1 ? pagingButtons(refs, paging.at, messages) : []),
    button(messages.plain('button.context'), context.id({ passage: passageRef(passage) })),
  ];
  const card = button(messages.plain('button.addCard'), add.passage.id({ passage: passageRef(passage) }));
  const link = linkButtons(messages.plain('button.source'), source.url);
  const sharing = isPrivate ? [button(messages.plain('button.share'), share.id())] : [];
  // A row holds five, of which paging takes three.
  return refs.length > 1
    ? [row(...buttons), row(...sharing, card, ...link)]
    : [row(...buttons, ...sharing, card, ...link)];
}

function pagingButtons(refs: readonly string[], at: number, messages: Messages) {
  const turn = (to: number) => page.id({ to, passages: refs });
  return [
    button(messages.plain('button.previous'), turn(at - 1), { disabled: at === 0 }),
    button(messages.plain('button.position', { at: at + 1, count: refs.length }), placeholderId('position'), {
      disabled: true,
    }),
    button(messages.plain('button.next'), turn(at + 1), { disabled: at === refs.length - 1 }),
  ];
}
