import type { Statement } from '../../../statement.ts';
import { HEDGE, isTerm, withoutReferences } from './plain.ts';

const COUNTS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight'] as const;
const COUNT = `(?<count>${COUNTS.join('|')})`;
const THERE_ARE = new RegExp(
  String.raw`^There are (?:only )?${COUNT}\s(?<adjective>main|major|basic|primary|different|distinct|general|key)?\s?(?<what>(?:types|kinds|forms|stages|levels|categories|branches|elements|components|parts|classes)\sof\s[\p{L}\s-]{3,40}):\s(?<items>.+)\.$`,
  'iu',
);
const THE_ARE = new RegExp(
  String.raw`^The\s${COUNT}\s(?:main\s|major\s|basic\s|primary\s)?(?<what>[\p{L}\s-]{3,40}?)\s(?:are|were)(?::\s|\s)(?<items>.+)\.$`,
  'u',
);
const MAX_ITEM_WORDS = 5;

/** A list whose lead-in counts its items: only as many as it says are a list. */
export function listsIn(sentence: string): readonly Statement[] {
  const text = withoutReferences(sentence);
  const { count = '', what = '', items = '' } = (THERE_ARE.exec(text) ?? THE_ARE.exec(text))?.groups ?? {};
  const parts = items.split(/,\s(?:and\s)?|\sand\s/).map((part) => part.trim());
  const wanted = COUNTS.indexOf(count.toLowerCase() as (typeof COUNTS)[number]) + 2;
  if (count === '' || parts.length !== wanted || HEDGE.test(items)) return [];
  if (!isTerm(what, 6) || !parts.every((part) => part !== '' && part.split(' ').length <= MAX_ITEM_WORDS)) return [];
  return [
    {
      kind: 'list',
      subject: what,
      attribute: 'list',
      value: items,
      questions: [`What are the ${count.toLowerCase()} ${what}?`, `Which ${what} are there?`],
    },
  ];
}
