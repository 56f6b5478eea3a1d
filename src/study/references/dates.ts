import type { PartialDate } from '../../material/types.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** As the MLA shortens them. */
const SHORT_MONTHS = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/** "29 May", "May", ''. */
export function dayAndMonth({ month, day }: PartialDate): string {
  return month === undefined ? '' : [day, MONTHS[month - 1]].filter(Boolean).join(' ');
}

/** "May 29", "May", ''. */
export function monthAndDay({ month, day }: PartialDate): string {
  return month === undefined ? '' : [MONTHS[month - 1], day].filter(Boolean).join(' ');
}

/** "29 May 2013", "2 Nov. 2018", "2019". */
export function shortDate({ year, month, day }: PartialDate): string {
  return [month === undefined ? undefined : day, month === undefined ? undefined : SHORT_MONTHS[month - 1], year]
    .filter(Boolean)
    .join(' ');
}

/** "May 29, 2013", "June 2017", "2019". */
export function longDate(date: PartialDate): string {
  const before = monthAndDay(date);
  return before === '' ? String(date.year) : `${before}${date.day === undefined ? '' : ','} ${date.year}`;
}
