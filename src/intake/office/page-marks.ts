import type { Block, PageStart } from '../blocks/types.ts';

/** Characters of the private use area; they never stand in a text that was read. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

/** What stands in a text where the page with that index begins. */
export const pageMark = (index: number): string => `${OPEN}${index}${CLOSE}`;

export const withoutMarks = (text: string): string => text.replace(/[\ue000\ue001]/g, '');

/** Takes the marks out of the blocks' texts and says instead which page each begins on. `labels` are the printed ones, by index. */
export function markPages(blocks: readonly Block[], labels: readonly string[]): Block[] {
  let current: Omit<PageStart, 'at'> | undefined;
  return blocks.flatMap((block): Block[] => {
    const pages: PageStart[] = current === undefined ? [] : [{ at: 0, ...current }];
    let text = '';
    let from = 0;
    for (const found of block.text.matchAll(MARK)) {
      text = join(text, block.text.slice(from, found.index));
      from = found.index + found[0].length;
      current = pageOf(Number(found[1]), labels);
      if (pages.at(-1)?.at === text.length) pages.pop();
      pages.push({ at: text.length, ...current });
    }
    if (from > 0) text = join(text, block.text.slice(from));
    else text = block.text;
    if (text.trim() === '') return [];
    if (block.type === 'heading') return [{ ...block, text: text.trim() }];
    // A paragraph before the first mark is on no page that is known.
    return [{ ...block, text, ...(pages[0]?.at === 0 ? { pages } : {}) }];
  });
}

/** A mark between two spaces leaves one. */
const join = (before: string, after: string): string =>
  before === '' || before.endsWith(' ') || before.endsWith('\n') ? before + after.replace(/^ /, '') : before + after;

/** A page that is printed with a number is that page; any other is counted, and has its label. */
function pageOf(index: number, labels: readonly string[]): Omit<PageStart, 'at'> {
  const label = labels[index] ?? '';
  return /^[1-9]\d{0,4}$/.test(label)
    ? { page: Number(label) }
    : { page: index + 1, ...(label === '' ? {} : { label }) };
}
