import { mergeAbout, withoutJunk } from '../about/about.ts';
import { takeClosing } from '../about/closing.ts';
import { openingLine, takeOpening } from '../about/opening.ts';
import { titleInText } from '../about/title-case.ts';
import { accountOf, detailsBetween } from '../blocks/account.ts';
import { markCaptions } from '../blocks/captions.ts';
import { bare, oneLine } from '../blocks/normalise.ts';
import { headNumberedSections } from '../blocks/numbered-sections.ts';
import { toPassages } from '../blocks/passages.ts';
import { repair } from '../blocks/repairs.ts';
import type { Block, Content, Omission } from '../blocks/types.ts';
import { countWords } from '../blocks/words.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { ReadWork } from '../types.ts';
import { CHAPTER, NOTES_TITLE } from '../words/english.ts';

/** From a reader's blocks to a work: title found, opening lines taken off, captions told apart, paragraphs numbered. */
export function finish(content: Content, format: string): ReadWork {
  const titled = withTitle({ ...content, about: withoutJunk(content.about) });
  const { about, blocks } = takeClosing(takeOpening(titled));
  const sections = headNumberedSections(blocks.flatMap(tidy));
  const repaired = repair(markCaptions(sections), content.guessesHeadings);
  const passages = toPassages(repaired.blocks);
  if (passages.length === 0) throw new Unreadable('noText');
  if (passages.length > LIMITS.passages) throw new Unreadable('tooLarge');
  const words = countWords(passages);
  if (words === 0) throw new Unreadable('noText');
  const omitted = [
    ...(content.omitted ?? []).map((omission) => asDetail(omission, about.title)),
    ...detailsBetween(content.blocks, blocks),
    ...repaired.omitted,
  ];
  const account = accountOf(repaired.blocks, omitted, content.characters);
  const title = about.title === undefined ? {} : { title: titleInText(about.title, repaired.blocks) };
  return { about: withoutJunk({ ...about, ...title }), passages, format, words, account };
}

/** The title, the author's line and the date's, which a page's reader left out, are known as the work's details. */
function asDetail(omission: Omission, title: string | undefined): Omission {
  const isLine = omission.reason === 'navigation' && omission.text.length <= 300;
  return isLine && openingLine(omission.text, title) !== undefined ? { ...omission, reason: 'details' } : omission;
}

/** The title that the file tells, else its first heading, if text does not come first. */
function withTitle({ about, blocks, headsParts }: Content): Content {
  if (about.title !== undefined || headsParts) return { about, blocks };
  const first = blocks.findIndex(({ type }) => type === 'heading');
  const before = blocks.slice(0, Math.max(first, 0));
  const heading = blocks[first]?.text ?? '';
  const isChapter = CHAPTER.test(heading) || heading === NOTES_TITLE;
  if (first === -1 || isChapter || before.some(({ text }) => text.length > 120)) return { about, blocks };
  return { about: mergeAbout(withoutJunk({ title: heading }), about), blocks: blocks.filter((_, i) => i !== first) };
}

/** Without empty pieces and those that are nothing but signs, such as a rule of stars. */
function tidy(block: Block): Block[] {
  if (block.type === 'heading') return bare(block.text) === '' ? [] : [{ ...block, text: oneLine(block.text) }];
  return /[\p{L}\p{N}]/u.test(block.text) ? [block] : [];
}
