import { bare } from './normalise.ts';
import type { Block, Omission, Paragraph } from './types.ts';

/** A picture's caption that was set in a narrow column: this many lines at least, none longer than this. */
const NARROW = { lines: 5, width: 32 } as const;

/** What leads to something else in a line of its own ("Method:") is no longer than this, in characters. */
const MAX_LEAD = 120;

/**
 * Mends what saving a page breaks: in plain text, a picture's title that stands there twice is a caption; a heading that
 * stands there twice is one; a sentence that was cut in two by a blank line goes together again. A line that only leads to
 * what follows stands with it.
 */
export function repair(blocks: readonly Block[], guessesHeadings = false): { blocks: Block[]; omitted: Omission[] } {
  const repaired: Block[] = [];
  const omitted: Omission[] = [];
  for (const block of blocks) {
    const last = repaired.at(-1);
    if (last && isRepeated(last, block) && (guessesHeadings || last.type === 'heading')) {
      if (guessesHeadings) repaired[repaired.length - 1] = { type: 'paragraph', text: last.text, role: 'caption' };
      omitted.push({ reason: 'repeated', text: block.text });
      continue;
    }
    const whole = last?.type === 'paragraph' && block.type === 'paragraph' ? wholeOf(last, block) : undefined;
    if (whole) repaired[repaired.length - 1] = whole;
    else repaired.push(block);
  }
  return { blocks: repaired, omitted };
}

/** Two paragraphs as the one that they are parts of; undefined where they are two. */
function wholeOf(last: Paragraph, block: Paragraph): Paragraph | undefined {
  if (last.role || block.role) return undefined;
  if (isBroken(last, block)) return joined(last, ' ', block);
  return isLead(last, block) ? joined(last, '\n', block) : undefined;
}

/** The same words without a mark at their end; the same speech twice is speech. */
function isRepeated({ text }: Block, block: Block): boolean {
  return text.length <= 120 && /^\p{Lu}.{5,}[\p{L}\p{N})]$/u.test(text) && bare(text) === bare(block.text);
}

/** The first part ends in the middle of a sentence, without any mark, and the second goes on in small letters. */
function isBroken(last: Paragraph, block: Paragraph): boolean {
  if (last.kind !== undefined || block.kind !== undefined) return false;
  return (
    last.text.length > 30 &&
    /[\p{L}\p{N}$€£]$/u.test(last.text) &&
    /^\p{Ll}{2}/u.test(block.text) &&
    !last.text.includes('\n')
  );
}

/** Lines that only lead on. A glossary's entry begins with its term, and so nothing leads to it. */
function isLead(last: Paragraph, { kind }: Paragraph): boolean {
  const isShort = last.text.length <= MAX_LEAD && /\p{L}\p{M}*\p{L}/u.test(last.text);
  const mayFollow = kind === last.kind || (last.kind === undefined && /^(?:list|table|code)$/.test(kind ?? ''));
  return isShort && mayFollow && kind !== 'glossary' && last.text.split('\n').every((line) => /[:：]$/.test(line));
}

function joined(last: Paragraph, between: string, { text, kind, terms = [], pages = [] }: Paragraph): Paragraph {
  const at = last.text.length + between.length;
  const moved = pages
    .filter(({ page }) => page !== last.pages?.at(-1)?.page)
    .map((start) => ({ ...start, at: start.at + at }));
  return {
    ...last,
    text: `${last.text}${between}${text}`,
    ...(kind === undefined ? {} : { kind }),
    ...(terms.length > 0 ? { terms: [...(last.terms ?? []), ...terms] } : {}),
    ...(last.pages ? { pages: [...last.pages, ...moved] } : {}),
  };
}

/** Whether lines stood in a narrow column beside the text: short, many, and hardly one the end of a clause, as verse has it. */
export function isNarrowColumn(lines: readonly string[]): boolean {
  if (lines.length < NARROW.lines || lines.some((line) => line.length > NARROW.width)) return false;
  return lines.filter((line) => /[.,;:!?–—-]["'”’]?$/.test(line)).length <= lines.length / 4;
}
