import { PAGE_NUMBER, RUNNING_HEAD, SURE_PAGE_NUMBER } from '../words/english.ts';
/** A line of a print-out. */
export interface Line {
  readonly text: string;
  /** White space before it, in columns. */
  readonly indent: number;
  /** Where it is known: the page it stands on, counted from 1. */
  readonly page?: number;
  /** Set on a line that stands for the end of a page, where text was left out. */
  readonly isBreak?: true;
}

/** How many lines at a page's top and foot may run from page to page. */
const EDGE = 3;

/** The lines of pages that are set apart, without what runs along their tops and feet. */
export function joinPages(pages: readonly (readonly Line[])[]): Line[] {
  const repeated = repeatedEdges(pages);
  return pages.flatMap((lines, i) => {
    const kept = lines.filter((line) => !isRunning(line, lines, repeated, pages.length));
    return i === 0 ? kept : [breakLine(i + 1), ...kept];
  });
}

function isRunning(line: Line, lines: readonly Line[], repeated: ReadonlySet<string>, pages: number): boolean {
  if (line.text === '' || !edges(lines).includes(line)) return false;
  return repeated.has(mask(line.text)) || (pages > 1 && PAGE_NUMBER.test(line.text));
}

/** What stands at the edges of at least half the pages, and of two, but for its numbers. */
function repeatedEdges(pages: readonly (readonly Line[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const text of new Set(edges(lines).map((line) => mask(line.text))))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const most = Math.max(2, pages.length / 2);
  return new Set([...counts].filter(([text, count]) => count >= most && text.length <= 120).map(([text]) => text));
}

function edges(lines: readonly Line[]): Line[] {
  const filled = lines.filter(({ text }) => text !== '');
  // A short page is all edge: leave it something to say.
  const edge = Math.min(EDGE, Math.floor(filled.length / 2));
  return edge === 0 ? [] : [...filled.slice(0, edge), ...filled.slice(-edge)];
}

/**
 * The same where the pages run into each other: lines that come again at least three times beside page numbers, and
 * page numbers that count up. Each becomes a break, with the blank lines around it.
 */
export function dropRunningLines(lines: readonly Line[]): Line[] {
  const numbers = countingUp(lines);
  const near = (i: number) => [-3, -2, -1, 0, 1, 2, 3].some((step) => numbers.has(i + step));
  const counts = new Map<string, number>();
  for (const [i, { text }] of lines.entries())
    if (text !== '' && near(i)) counts.set(mask(text), (counts.get(mask(text)) ?? 0) + 1);
  const isRunningAt = (i: number) => numbers.has(i) || (near(i) && (counts.get(mask(lines[i]?.text ?? '')) ?? 0) >= 3);
  return lines.map((line, i) => (isRunningAt(i) ? breakLine(undefined) : line));
}

/**
 * Places of lines that are alike but for a page number, of which each is one more than the last: at least three of them,
 * or two where they look like nothing else.
 */
function countingUp(lines: readonly Line[]): Set<number> {
  const alike = new Map<string, { at: number; number: number }[]>();
  for (const [at, { text }] of lines.entries()) {
    const number = Number((PAGE_NUMBER.exec(text) ?? RUNNING_HEAD.exec(text))?.[1] ?? Number.NaN);
    const found = alike.get(mask(text)) ?? [];
    const last = found.at(-1);
    const due = last === undefined ? number <= 2 : number === last.number + 1;
    if (due) alike.set(mask(text), [...found, { at, number }]);
  }
  const isEnough = ([mark, { length }]: [string, readonly unknown[]]) =>
    length >= (SURE_PAGE_NUMBER.test(mark.replace('#', '1')) ? 2 : 3);
  const counted = [...alike].filter(isEnough).map(([, found]) => found);
  return new Set(counted.flat().map(({ at }) => at));
}

const mask = (text: string): string => text.replace(/\d+/g, '#');

const breakLine = (page: number | undefined): Line => ({
  text: '',
  indent: 0,
  isBreak: true,
  ...(page === undefined ? {} : { page }),
});
