import type { Statement } from '../../../statement.ts';
import { HEDGE, isName, isTerm, NAME, withoutReferences } from './plain.ts';

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
/** "The Upper Valley has three towns: …", "The Coll flows through three towns: …" */
const OF_SUBJECT = new RegExp(
  String.raw`^(?:(?<the>The\s)?(?<name>${NAME})|An?\s(?<term>\p{Ll}+(?:\s\p{Ll}+)?))\s(?<verb>has|consists of|is made up of|is divided into|contains|includes|comprises|flows through|passes through|runs through|links|connects|produces|grows|employs|owns|uses)\s(?:its\s)?${COUNT}\s(?:main\s|major\s|basic\s|primary\s)?(?<what>\p{Ll}+(?:\s\p{Ll}+)?s):\s(?<items>[^:]+)\.$`,
  'u',
);
const MAX_ITEM_WORDS = 5;

/** A list whose lead-in counts its items: only as many as it says are a list. */
export function listsIn(sentence: string): readonly Statement[] {
  const text = withoutReferences(sentence);
  const { count = '', what = '', items = '' } = (THERE_ARE.exec(text) ?? THE_ARE.exec(text))?.groups ?? {};
  if (!isCounted(items, count)) return ofSubject(text);
  if (!isTerm(what, 6)) return [];
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

function ofSubject(text: string): Statement[] {
  const { the, name, term = '', verb = '', count = '', what = '', items = '' } = OF_SUBJECT.exec(text)?.groups ?? {};
  if (!isCounted(items, count) || !(name === undefined ? isTerm(term) : isName(name))) return [];
  const subject = name === undefined ? term : `${the ? 'the ' : ''}${name}`;
  const asked = name === undefined ? `a ${term}`.replace(/^a (?=[aeiou])/, 'an ') : subject;
  const isOwn = OWNS.test(verb);
  const [does = '', ...behind] = verb.split(' ');
  const base = does.replace(/(?<=ss)es$|s$/, '');
  return [
    {
      kind: 'list',
      subject,
      attribute: isOwn ? what : `${what} (${verb})`,
      value: items,
      questions: isOwn
        ? [`What are the ${count} ${what} of ${asked}?`, `Which ${what} does ${asked} have?`]
        : [`Which ${what} does ${asked} ${[base, ...behind].join(' ')}?`],
    },
  ];
}

const OWNS = /^(?:has|consists|is|contains|includes|comprises)/;

function isCounted(items: string, count: string): boolean {
  const parts = items.split(/,\s(?:and\s)?|\sand\s/).map((part) => part.trim());
  const wanted = COUNTS.indexOf(count.toLowerCase() as (typeof COUNTS)[number]) + 2;
  const areShort = parts.every((part) => part !== '' && part.split(' ').length <= MAX_ITEM_WORDS);
  return count !== '' && parts.length === wanted && areShort && !HEDGE.test(items);
}
