import { execFileSync } from 'node:child_process';
import type { ReadResult, ReadWork } from '../../src/intake/index.ts';
import type { Source } from './source.ts';

/** Each from 0 to 1; undefined where the document has nothing of the kind. */
export interface Score {
  /** Of words, as often as they stand there: the harmonic mean of precision and recall. */
  readonly f1: number;
  /** Share of the source's runs of four words. */
  readonly order: number;
  /** Share of the source's headings that are headings of the work. */
  readonly headings: number | undefined;
  /** Share of the cited pages that are what is printed at the foot of the page. */
  readonly labels: number | undefined;
}

export function scoreOf(result: ReadResult, source: Source, file: string): Score {
  if (!result.ok) return { f1: 0, order: 0, headings: 0, labels: undefined };
  const [work] = result.works;
  const want = tokensOf(source.text);
  const got = tokensOf(work ? textOf(work) : '');
  const found = shared(want, got);
  const found4 = shared(grams(want), grams(got));
  return {
    f1: (2 * found) / Math.max(1, want.length + got.length),
    order: found4 / Math.max(1, want.length - 3),
    headings: work && headingsScore(work, source),
    labels: work && file.endsWith('.pdf') ? labelsScore(work, file) : undefined,
  };
}

function textOf({ about, passages }: ReadWork): string {
  const lines = [about.title ?? '', (about.authors ?? []).join(' ')];
  let open: string[] = [];
  for (const { heading = '', text } of passages) {
    const path = heading === '' ? [] : heading.split(' > ');
    const from = path.findIndex((name, i) => name !== open[i]);
    if (from !== -1) lines.push(...path.slice(from));
    open = path;
    lines.push(text);
  }
  return lines.join('\n');
}

function headingsScore({ about, passages }: ReadWork, { headings }: Source): number | undefined {
  const found = new Set([about.title ?? '', ...passages.flatMap(({ heading = '' }) => heading.split(' > '))].map(bare));
  return headings.length === 0 ? undefined : headings.filter((name) => found.has(bare(name))).length / headings.length;
}

const bare = (text: string): string => tokensOf(text).join(' ');

const PAGE_NUMBER = /^(?:\d{1,3}|[ivxl]+)$/;

/** The last line of each page is its number as it is printed. */
function labelsScore({ passages }: ReadWork, file: string): number | undefined {
  const pages = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-']).toString('utf8').split('\f');
  const printed = pages.map((page) => page.trimEnd().split('\n').at(-1)?.trim() ?? '');
  const pagesWithNumbers = printed.filter((line) => PAGE_NUMBER.test(line)).length;
  if (pagesWithNumbers < pages.length / 2) return undefined;
  const numbered = passages.filter(({ page = 0 }) => PAGE_NUMBER.test(printed[page - 1] ?? ''));
  const right = numbered.filter(({ page = 0, pageLabel }) => (pageLabel ?? String(page)) === printed[page - 1]);
  return right.length / numbered.length;
}

const tokensOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const grams = (words: readonly string[]): string[] =>
  words.slice(0, Math.max(0, words.length - 3)).map((_, i) => words.slice(i, i + 4).join(' '));

function shared(want: readonly string[], got: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of got) left.set(word, (left.get(word) ?? 0) + 1);
  return want.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}
