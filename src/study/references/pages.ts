import type { Terms } from './terms.ts';

type Range = Pick<Terms, 'range'>;

const RANGE = /^(\d+)\s*[-–—]+\s*(\d+)$/;

/** "201–230": both numbers in full. */
export function expandedPages(page: string, { range }: Range): string {
  const [, from, to] = RANGE.exec(page) ?? [];
  if (from === undefined || to === undefined) return page.replace(/\s*-+\s*/g, range);
  return `${from}${range}${to.length < from.length ? from.slice(0, from.length - to.length) + to : to}`;
}

/** "201–30": the last two digits of the second number, and more where more differ, as the MLA has it. */
export function twoDigitPages(page: string, terms: Range): string {
  return shortened(page, 2, terms);
}

/** "101–8", "201–30", "300–305": as the Chicago Manual has it. */
export function chicagoPages(page: string, terms: Range): string {
  const [, from] = RANGE.exec(page) ?? [];
  const number = Number(from);
  if (from === undefined || number < 100 || number % 100 === 0) return expandedPages(page, terms);
  return shortened(page, number % 100 < 10 ? 1 : 2, terms);
}

/** The second number without the digits that it shares with the first, but for the last `least`. */
function shortened(page: string, least: number, terms: Range): string {
  const [from = '', to = '', ...more] = expandedPages(page, terms).split(terms.range);
  if (to === '' || more.length > 0 || from.length !== to.length || from.length <= 2) return expandedPages(page, terms);
  let shared = 0;
  while (shared < to.length - least && from[shared] === to[shared]) shared++;
  return `${from}${terms.range}${to.slice(shared)}`;
}

/** "pp. 201–230", "p. 7"; '' where no page is known. `format`: one of the above. */
export function labelledPages(page: string, format: (page: string, terms: Terms) => string, terms: Terms): string {
  if (page === '') return '';
  const [one, several] = terms.page;
  return `${/[-–,]/.test(page) ? several : one} ${format(page, terms)}`;
}
