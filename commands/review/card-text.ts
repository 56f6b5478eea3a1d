import type { Budget } from '../../src/reply/budget.ts';
import { truncate } from '../../src/reply/cut.ts';
import { escapeLines, escapeMarkdown } from '../../src/reply/escape.ts';
import type { CardContent } from '../../src/study/cards/types.ts';

/** Lengths in UTF-16 units before escaping: whole if it fits, else less and less. */
const LENGTHS = [2000, 1000, 480, 200, 80];
/** In the place of a side on which nothing can be seen: Discord takes no empty text. */
const NOTHING = '…';

/** The question, in bold. */
export function frontText({ front }: CardContent, budget: Budget): string {
  const lines = (max: number) =>
    (escapeLines(truncate(front, max)) || NOTHING)
      .split('\n')
      .map((line) => `**${line}**`)
      .join('\n');
  return budget.take(...LENGTHS.map(lines)) ?? '';
}

/** The answer, and below it the quotation and the citation as far as there are any. */
export function backText(content: CardContent, budget: Budget): string {
  const { back, quotation } = content;
  const cite = citationText(content, budget);
  const answer = budget.take(...LENGTHS.map((max) => escapeLines(truncate(back, max)) || NOTHING)) ?? '';
  const quote = quotation === '' ? '' : (budget.take(...LENGTHS.slice(1).map((max) => quoted(quotation, max))) ?? '');
  return [answer, quote, cite].filter(Boolean).join('\n');
}

/** "-# “The Ferry”, M. Orlo, 1912, ¶ 8, p. 4". */
function citationText({ source, paragraph, page }: CardContent, budget: Budget): string {
  const parts = [source, paragraph, page].filter(Boolean).join(', ');
  return parts === '' ? '' : (budget.take(`-# ${escapeMarkdown(parts)}`) ?? '');
}

function quoted(text: string, max: number): string {
  return `> ${escapeLines(truncate(text, max))}`.replace(/\n/g, '\n> ');
}
