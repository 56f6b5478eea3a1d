const RANGE = /^(\d+)\s*[-–—]+\s*(\d+)$/;

/** "201–230": both numbers in full. */
export function expandedPages(page: string): string {
  const [, from, to] = RANGE.exec(page) ?? [];
  if (from === undefined || to === undefined) return page.replace(/\s*-+\s*/g, '–');
  return `${from}–${to.length < from.length ? from.slice(0, from.length - to.length) + to : to}`;
}

/** "201–30": the last two digits of the second number, and more where more differ, as the MLA has it. */
export function twoDigitPages(page: string): string {
  return shortened(page, 2);
}

/** "101–8", "201–30", "300–305": as the Chicago Manual has it. */
export function chicagoPages(page: string): string {
  const [, from] = RANGE.exec(page) ?? [];
  const number = Number(from);
  if (from === undefined || number < 100 || number % 100 === 0) return expandedPages(page);
  return shortened(page, number % 100 < 10 ? 1 : 2);
}

/** The second number without the digits that it shares with the first, but for the last `least`. */
function shortened(page: string, least: number): string {
  const [from = '', to = '', ...more] = expandedPages(page).split('–');
  if (to === '' || more.length > 0 || from.length !== to.length || from.length <= 2) return expandedPages(page);
  let shared = 0;
  while (shared < to.length - least && from[shared] === to[shared]) shared++;
  return `${from}–${to.slice(shared)}`;
}

/** "pp. 201–230", "p. 7"; '' where no page is known. `format`: one of the above. */
export function labelledPages(page: string, format: (page: string) => string): string {
  if (page === '') return '';
  return `${/[-–,]/.test(page) ? 'pp.' : 'p.'} ${format(page)}`;
}
