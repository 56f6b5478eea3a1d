import { questionsOf } from '../../src/answer/candidates/entries.ts';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { askRemembered } from '../../src/answer/remembered.ts';
import type { FactEntry } from '../../src/answer/types.ts';
import { formatCitation, formatPlace, formatReference } from '../../src/material/cite.ts';
import { formatIsoDate } from '../../src/material/dates.ts';
import { contentRef, passageRef } from '../../src/material/refs.ts';
import type { Passage } from '../../src/material/types.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { truncate } from '../../src/reply/cut.ts';
import { citeFact, valueText } from '../../src/reply/fact-lines.ts';
import type { Messages } from '../../src/reply/messages.ts';
import type { CardContent, CardOrigin } from '../../src/study/cards/types.ts';
import { newVersionOf } from '../../src/study/cards/versions.ts';

/** A card that is yet to be added. */
export interface Draft {
  readonly content: CardContent;
  readonly origin?: CardOrigin;
}

/** What a card is made from, and the language that it cites in. */
interface Making {
  readonly knowledge: KnowledgeBase;
  readonly messages: Messages;
}

/**
 * The card of a passage that answers a question: its back is the fact that answers it where the passage bears that out,
 * else the passage itself. Without a question the card asks what stands in that place.
 */
export function draftOfPassage(
  passage: Passage,
  question: string,
  knowledge: KnowledgeBase,
  messages: Messages,
): Draft {
  const entry = question === '' ? undefined : answeringEntry(question, passage, knowledge);
  if (entry !== undefined) return factDraft(question, entry, passage, { knowledge, messages });
  const source = knowledge.source(passage);
  const front =
    question === ''
      ? messages.plain('cards.frontPlace', { citation: formatCitation(source, passage, citationWords(messages)) })
      : question;
  return passageDraft(front, passage, { knowledge, messages });
}

/**
 * The card of an entry of the fact table, or of a drafted one, which is held to be so as long as its passage is as it was;
 * undefined where none of its passages is there.
 */
export function draftOfEntry(entry: FactEntry, knowledge: KnowledgeBase, messages: Messages): Draft | undefined {
  const [passage] = passagesOf(entry, knowledge);
  const { subject, attribute } = entry;
  const [question = messages.plain('fact.about', { subject, attribute })] = questionsOf(entry);
  return passage && factDraft(question, entry, passage, { knowledge, messages });
}

/** Whether what a card was made from is still there, and as it was. */
export function isCurrent({ origin }: { readonly origin?: CardOrigin }, knowledge: KnowledgeBase): boolean {
  if (origin === undefined) return true;
  if (knowledge.passageByRef(origin.passageRef) === undefined) return false;
  if (origin.entry === undefined) return true;
  const entry = knowledge.entryById(origin.entry.id);
  return entry !== undefined && valueRef(entry) === origin.entry.ref;
}

/**
 * The same question with what the material says now: the fact's value, or the paragraph that is a new version of the card's,
 * wherever it stands now. Undefined where it is gone.
 */
export function renewed({ content: { front, back, quotation }, origin }: Draft, making: Making): Draft | undefined {
  const { knowledge } = making;
  if (origin?.entry !== undefined) {
    const entry = knowledge.entryById(origin.entry.id);
    const [passage] = entry ? passagesOf(entry, knowledge) : [];
    return entry && passage && factDraft(front, entry, passage, making);
  }
  const passage = origin && newVersionOf(quotation || back, passagesAround(origin, knowledge));
  return passage && passageDraft(front, passage, making);
}

/** A paragraph's new version is looked for so many paragraphs before and behind where it was. */
const REACH = 100;

function passagesAround({ passage: id }: CardOrigin, { material }: KnowledgeBase): readonly Passage[] {
  const [source] = id.split('#');
  const passages = material.articles.find((article) => article.source.id === source)?.passages ?? [];
  const found = passages.findIndex((passage) => passage.id === id);
  const at = found < 0 ? passages.length : found;
  return passages.slice(Math.max(0, at - REACH), at + REACH + 1);
}

function answeringEntry(question: string, passage: Passage, knowledge: KnowledgeBase): FactEntry | undefined {
  const { verdict, entries } = askRemembered(knowledge, question);
  if (verdict !== 'answered') return undefined;
  const [first] = entries;
  // As the table has it, with all sources, even where the question named one.
  const entry = first && knowledge.entryById(first.id);
  return entry?.rows.some(({ passages }) => passages.includes(passage.id)) ? entry : undefined;
}

function passageDraft(front: string, passage: Passage, making: Making): Draft {
  const content = { front, back: passage.text, ...citationOf(passage, making), quotation: '' };
  return { content: clipped(content), origin: originOf(passage) };
}

function factDraft(front: string, entry: FactEntry, passage: Passage, making: Making): Draft {
  const content = {
    front,
    back: valuesOf(entry, making),
    ...citationOf(passage, making),
    quotation: passage.text,
  };
  const isDrafted = making.knowledge.entryById(entry.id) === undefined;
  const ofTable = isDrafted ? {} : { entry: { id: entry.id, ref: valueRef(entry) } };
  return { content: clipped(content), origin: { ...originOf(passage), ...ofTable } };
}

/** The value; where there are several, each with who says so. */
function valuesOf({ sides, asOf }: FactEntry, { knowledge: { material }, messages }: Making): string {
  const words = citationWords(messages);
  const date = asOf === undefined ? '' : ` (${formatIsoDate(asOf, words.date)})`;
  const [only, ...others] = sides;
  if (only && others.length === 0) return `${valueText(only)}${date}`;
  return sides
    .map((side) => `${valueText(side)}${date}: ${side.rows.map((row) => citeFact(row, material, words)).join(' · ')}`)
    .join('\n');
}

const valueRef = ({ sides }: FactEntry): string =>
  contentRef(...sides.flatMap(({ value, unit = '' }) => [value, unit]));

function passagesOf({ rows }: FactEntry, { material }: KnowledgeBase): Passage[] {
  return rows.flatMap(({ passages }) => passages.flatMap((id) => material.passages.get(id) ?? []));
}

function originOf(passage: Passage): CardOrigin {
  return { passage: passage.id, passageRef: passageRef(passage) };
}

function citationOf(
  passage: Passage,
  { knowledge, messages }: Making,
): Pick<CardContent, 'source' | 'paragraph' | 'page'> {
  const words = citationWords(messages);
  const [paragraph = '', ...page] = formatPlace(passage, words).split(', ');
  return { source: formatReference(knowledge.source(passage), words), paragraph, page: page.join(', ') };
}

/** The most of each text that is kept, in UTF-16 units: what one message can show. */
const MAX: Readonly<Record<keyof CardContent, number>> = {
  front: 1000,
  back: 2000,
  source: 300,
  paragraph: 60,
  page: 60,
  quotation: 2000,
};

/** A card's texts, cut to what is kept of them. */
export function clipped(content: CardContent): CardContent {
  const entries = Object.entries(content) as [keyof CardContent, string][];
  return Object.fromEntries(entries.map(([key, text]) => [key, truncate(text, MAX[key])])) as Record<
    keyof CardContent,
    string
  >;
}
