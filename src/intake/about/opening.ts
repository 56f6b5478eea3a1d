import { parseDate } from '../../material/dates.ts';
import { bare, oneLine } from '../blocks/normalise.ts';
import { endsSentence } from '../blocks/sentences.ts';
import type { Block, Content } from '../blocks/types.ts';
import {
  AFFILIATION,
  BYLINE,
  DATE_LINE,
  LABELLED_DATE,
  NEXT_LABEL,
  SHORT_BYLINE,
  STUDENT,
  TEACHER,
} from '../words/bylines.ts';
import { NAME_PARTICLE } from '../words/english.ts';
import { type About, mergeAbout, namesIn, splitNames } from './about.ts';
import { type Persons, personFinder, presenterOf } from './presenter.ts';

/** How many pieces from the top may be the title, the author's line or the date's. */
const OPENING = 8;

/**
 * Takes what stands above the text and is none of its paragraphs: the title or an author where the file says them
 * elsewhere, "By Ana Oru", a date, who gives a talk. Lines that say something beside this stay.
 * What the file says of itself elsewhere counts more.
 */
export function takeOpening({ about, blocks }: Content): Content {
  const known = new Set(about.authors?.map(bare));
  const isKnown = (text: string) => known.size > 0 && splitNames(oneLine(text)).every((name) => known.has(bare(name)));
  const persons = personFinder(blocks, about.title);
  const presenter = presenterOf(blocks, persons);
  const lineOf = ({ text }: Block) =>
    openingLine(text, about.title) ?? shortByline(text, blocks, persons) ?? (isKnown(text) ? {} : undefined);
  const said = blocks.map((block, i) => {
    const line = i < OPENING && isShort(block) ? lineOf(block) : undefined;
    return line ?? (block === presenter?.block ? presenter.about : undefined);
  });
  const found = said.filter((line) => line !== undefined);
  const kept = blocks.filter((_, i) => said[i] === undefined);
  const within = saidWithin(headOf(kept), persons);
  return { about: mergeAbout(about, ...found, ...within), blocks: found.length > 0 ? withPicture(kept) : kept };
}

const isShort = ({ text }: Block): boolean => text.length <= 200;

/** The short paragraphs above a text's first section and first long paragraph; a heading at the very top may be its title. */
function headOf(blocks: readonly Block[]): Block[] {
  const end = blocks.findIndex((block, i) => i === OPENING || !isShort(block) || (i > 0 && block.type === 'heading'));
  return blocks.slice(0, end === -1 ? blocks.length : end);
}

/** "Von Ana Oru", in a text of that language: English knows "von Neumann" and "par for", but hardly "von einem Leser". */
function shortByline(text: string, blocks: readonly Block[], persons: Persons): About | undefined {
  const [, by = '', names = ''] = SHORT_BYLINE.exec(oneLine(text)) ?? [];
  const authors = by === '' ? undefined : persons(names);
  const within = new RegExp(`(?<!\\p{L})${by.toLowerCase()} \\p{Ll}`, 'u');
  return authors && blocks.some((block) => within.test(block.text)) ? { authors } : undefined;
}

/** Sentences of a head are set apart by full stops, but not by those of titles and initials. */
const SENTENCE_END = /(?<=\p{L}{2}|\d{4})(?<!(?<!\p{L})(?:dra?|profa?))\.(?:\s+|$)|\s+[|•·–—]\s+|\n/iu;

/** What whole sentences of a head say: "Handout 3. Prepared by Ana Oru. Revised 9 January 2024." */
function saidWithin(head: readonly Block[], persons: Persons): About[] {
  const sentences = head.flatMap(({ text }) => text.split(SENTENCE_END)).flatMap((part) => part.split(NEXT_LABEL));
  const areOfStudent = sentences.some((sentence) => STUDENT.test(sentence));
  return sentences.flatMap((sentence): About[] => {
    const teacher = areOfStudent ? undefined : TEACHER.exec(sentence)?.[1];
    const authors = persons(BYLINE.exec(sentence)?.[1] ?? teacher ?? '');
    const issued = parseDate(LABELLED_DATE.exec(sentence)?.[1] ?? '');
    if (authors) return [{ authors }];
    return issued?.month === undefined ? [] : [{ issued }];
  });
}

/** What ends without a mark below the author's line, and above the text, says what a picture shows. */
function withPicture(blocks: readonly Block[]): Block[] {
  const [first, second, ...rest] = blocks;
  const isPicture =
    first?.type === 'paragraph' &&
    second?.type === 'paragraph' &&
    /^[^\n]{20,250}$/.test(first.text) &&
    !/[.!?:…,;]["'”’»)\]]*$/.test(first.text) &&
    endsSentence(second.text);
  return isPicture ? [{ ...first, role: 'caption' }, second, ...rest] : [...blocks];
}

/** As reStructuredText and Org write "Author: Ana Oru": ":Author: Ana Oru", "#+AUTHOR: Ana Oru". */
const FIELD = /^(?::|#\+)(?=\p{L}+:)/u;

/** What a line of the opening says; undefined where it is text. */
export function openingLine(text: string, title?: string): About | undefined {
  const line = oneLine(text).replace(FIELD, '');
  if (title !== undefined && bare(line) === bare(title)) return {};
  const parts = line.split(/\s+[|•·–—]\s+|\s{2,}/);
  const said = parts.map(partOf);
  return said.every((part) => part !== undefined) ? mergeAbout(...said) : undefined;
}

/** Whether a line says who wrote the text, or when. */
export const isOpeningLine = (text: string): boolean =>
  text.length <= 120 && (openingLine(text) !== undefined || isNames(TEACHER.exec(text)?.[1] ?? ''));

const TIME_OF_DAY = /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?$/i;

function partOf(text: string): About | undefined {
  if (TIME_OF_DAY.test(text)) return {};
  const name = BYLINE.exec(text)?.[1];
  // A sentence may begin with "By" too: names are few words and end without a full stop.
  if (name !== undefined && isNames(name)) return bylineOf(name);
  const issued = parseDate(DATE_LINE.exec(text)?.[1] ?? '');
  return issued === undefined || issued.month === undefined ? undefined : { issued };
}

function isNames(text: string): boolean {
  const words = text.split(/[\s,]+/);
  return (
    /^\p{Lu}/u.test(text) &&
    !/[.!?:]$/.test(text) &&
    words.length <= 12 &&
    words.every((word) => /^\p{Lu}/u.test(word) || NAME_PARTICLE.test(word))
  );
}

function bylineOf(text: string): About | undefined {
  // "Ana Oru, 3 May 2019"
  const [, name = text, date = ''] = /^(.*?),\s+(\S*\d.*)$/.exec(text) ?? [];
  const issued = parseDate(date);
  if (issued !== undefined) return { authors: withoutAffiliation(namesIn(name)), issued };
  return /\d/.test(text) ? undefined : { authors: withoutAffiliation(namesIn(text)) };
}

/** Behind a person's name stands where the person works: "Ana Oru, Hessle University". */
const withoutAffiliation = (names: readonly string[]): string[] =>
  names.filter((name, i) => i === 0 || !AFFILIATION.test(name));
