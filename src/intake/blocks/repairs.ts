import { bare } from './normalise.ts';
import type { Block, Omission, Paragraph } from './types.ts';

/** A picture's caption that was set in a narrow column: this many lines at least, none longer than this. */
const NARROW = { lines: 5, width: 32 } as const;

/**
 * Mends what saving a page breaks: in plain text, a picture's title that stands there twice is a caption; a heading that
 * stands there twice is one; a sentence that was cut in two by a blank line goes together again.
 */
export function repair(blocks: readonly Block[], guessesHeadings = false): { blocks: Block[]; omitted: Omission[] } {
  const repaired: Block[] = [];
  const omitted: Omission[] = [];
  for (const block of blocks) {
    const last = repaired.at(-1);
    if (last && isRepeated(last, block) && (guessesHeadings || last.type === 'heading')) {
      if (guessesHeadings) repaired[repaired.length - 1] = { type: 'paragraph', text: last.text, role: 'caption' };
      omitted.push({ reason: 'repeated', text: block.text });
    } else if (last && isBroken(last, block)) repaired[repaired.length - 1] = joined(last, block);
    else repaired.push(block);
  }
  return { blocks: repaired, omitted };
}

/** The same words without a mark at their end; the same speech twice is speech. */
function isRepeated({ text }: Block, block: Block): boolean {
  return text.length <= 120 && /^\p{Lu}.{5,}[\p{L}\p{N})]$/u.test(text) && bare(text) === bare(block.text);
}

/** The first part ends in the middle of a sentence, without any mark, and the second goes on in small letters. */
function isBroken(last: Block, block: Block): last is Paragraph {
  if (last.type === 'heading' || block.type === 'heading' || last.role || block.role) return false;
  if (last.kind !== undefined || block.kind !== undefined) return false;
  return (
    last.text.length > 30 &&
    /[\p{L}\p{N}$€£]$/u.test(last.text) &&
    /^\p{Ll}{2}/u.test(block.text) &&
    !last.text.includes('\n')
  );
}

function joined(last: Paragraph, block: Block): Paragraph {
  const pages = 'pages' in block ? block.pages : undefined;
  const at = last.text.length + 1;
  const moved = pages
    ?.filter(({ page }) => page !== last.pages?.at(-1)?.page)
    .map((start) => ({ at: start.at + at, page: start.page }));
  return {
    ...last,
    text: `${last.text} ${block.text}`,
    ...(last.pages ? { pages: [...last.pages, ...(moved ?? [])] } : {}),
  };
}

/** Whether lines stood in a narrow column beside the text: short, many, and hardly one the end of a clause, as verse has it. */
export function isNarrowColumn(lines: readonly string[]): boolean {
  if (lines.length < NARROW.lines || lines.some((line) => line.length > NARROW.width)) return false;
  return lines.filter((line) => /[.,;:!?–—-]["'”’]?$/.test(line)).length <= lines.length / 4;
}
