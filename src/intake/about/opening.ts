import { parseDate } from '../../material/dates.ts';
import { bare, oneLine } from '../blocks/normalise.ts';
import { endsSentence } from '../blocks/sentences.ts';
import type { Block, Content } from '../blocks/types.ts';
import { BYLINE, DATE_LINE, NAME_PARTICLE } from '../words/english.ts';
import { type About, mergeAbout, splitNames } from './about.ts';
import { presenterOf } from './presenter.ts';

/** How many pieces from the top may be the title, the author's line or the date's. */
const OPENING = 8;

/**
 * Takes what stands above the text and is none of its paragraphs: the title or an author where the file says them
 * elsewhere, "By Ana Oru", a date, who gives a talk.
 * What the file says of itself elsewhere counts more.
 */
export function takeOpening({ about, blocks }: Content): Content {
  const found: About[] = [];
  const kept: Block[] = [];
  const known = new Set(about.authors?.map(bare));
  const isKnown = (text: string) => known.size > 0 && splitNames(oneLine(text)).every((name) => known.has(bare(name)));
  const presenter = presenterOf(blocks, about.title);
  for (const [i, block] of blocks.entries()) {
    const isShort = i < OPENING && block.text.length <= 200;
    const line = isShort ? openingLine(block.text, about.title) : undefined;
    const said =
      line ?? (isShort && isKnown(block.text) ? {} : presenter?.block === block ? presenter.about : undefined);
    if (said === undefined) kept.push(block);
    else found.push(said);
  }
  return { about: mergeAbout(about, ...found), blocks: found.length > 0 ? withPicture(kept) : kept };
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

/** What a line of the opening says; undefined where it is text. */
export function openingLine(text: string, title?: string): About | undefined {
  const line = oneLine(text);
  if (title !== undefined && bare(line) === bare(title)) return {};
  const parts = line.split(/\s+[|•·–—]\s+|\s{2,}/);
  const said = parts.map(partOf);
  return said.every((part) => part !== undefined) ? mergeAbout(...said) : undefined;
}

/** Whether a line says who wrote the text, or when. */
export const isOpeningLine = (text: string): boolean => text.length <= 120 && openingLine(text) !== undefined;

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
    !/[.!?:]$/.test(text) &&
    words.length <= 12 &&
    words.every((word) => /^\p{Lu}/u.test(word) || NAME_PARTICLE.test(word))
  );
}

function bylineOf(text: string): About | undefined {
  // "Ana Oru, 3 May 2019"
  const [, name = text, date = ''] = /^(.*?),\s+(\S*\d.*)$/.exec(text) ?? [];
  const issued = parseDate(date);
  if (issued !== undefined) return { authors: splitNames(name), issued };
  return /\d/.test(text) ? undefined : { authors: splitNames(text) };
}
