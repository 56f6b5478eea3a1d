import type { Statement } from '../../../statement.ts';
import { baseOf, participleOf } from '../verbs.ts';
import { undertaken } from './agents.ts';
import { HEDGE, isName, NAME, NAMED, withoutReferences } from './plain.ts';

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/** Of "in the spring of 1902" the year is kept: other works name it alone. */
const SEASON = String.raw`(?:(?:the\s)?(?:early\s|late\s)?(?:spring|summer|autumn|fall|winter|beginning|end|year)\s(?:of\s)?|early\s|late\s)?`;
const DATE = String.raw`${SEASON}(?<date>(?:${MONTH}\s(?:\d{1,2},\s)?|\d{1,2}\s${MONTH}\s)?(?:1[0-9]|20)\d\d)`;
const PAST =
  '(?:was|were|became|began|won|wrote|founded|built|led|made|took|held|left|fell|rose|gave|set|saw|ran|met|lost|came|went|signed|sold|bought|taught|[a-z]{2,}ed)';
/** "… in 1936 in Leeds", "… by the council". */
const WHERE = String.raw`(?:\s(?:in|at|by|with|under|near)\s[^,.;:\d]{2,60}?)?`;
/** What the sentence goes on to say of it: "…, when the canal opened", "… and closed ten years later". Not a second date. */
const MORE = String.raw`(?:,\s(?!\d|and\b|or\b|but\b|not\b)[^;]+|\sand\s(?!\d|again\b|then\b|in\b|on\b)[^;]+)?`;
const IN_FRONT = new RegExp(
  String.raw`^(?:In|On)\s${DATE},?\s(?<the>the\s)?(?<name>${NAMED})\s(?<rest>${PAST}\b.+)\.$`,
  'u',
);
const BEHIND = new RegExp(
  String.raw`^(?<the>The\s)?(?<name>${NAMED})\s(?<rest>${PAST}(?:\s(?:[^,;:]|(?<=\d),(?=\d))+?)?)\s(?:in|on)\s${DATE}(?<where>${WHERE})(?<more>${MORE})\.$`,
  'u',
);
const LIFE = new RegExp(
  String.raw`(?<name>${NAME})\s\((?<born>1[0-9]\d\d|20\d\d)\s?[–-]\s?(?<died>1[0-9]\d\d|20\d\d)\)`,
  'gu',
);

/** "The World Reference Base (WRB) replaced …" */
const INITIALS = /\s\(\p{Lu}[\p{L}&.]{1,7}\)/gu;
const MAX_REST = 140;
/** A name of one word is known for one by its capital within the sentence. */
const MIN_NAME = 4;
/** What somebody or something does once: other verbs need to say what was done. */
const ONCE =
  /^(?:died|ended|began|opened|closed|collapsed|sank|merged|dissolved|retired|resigned|disappeared|burned|erupted|landed)$/;

/** "identified the bacterium": which one, the sentences before say. */
const POINTS_BACK = /^\p{Ll}+\sthe\s\p{Ll}+$/u;

export function eventsIn(sentence: string): readonly Statement[] {
  if (!/\d{4}/.test(sentence)) return [];
  const lives = [...sentence.matchAll(LIFE)].flatMap(({ groups }) => lifeOf(groups ?? {}));
  const text = withoutReferences(sentence).replace(INITIALS, '');
  const inFront = IN_FRONT.exec(text)?.groups;
  const groups = inFront ?? BEHIND.exec(text)?.groups;
  return [...lives, ...(groups ? happened(groups, inFront !== undefined) : [])];
}

type Groups = Readonly<Record<string, string | undefined>>;

function lifeOf({ name = '', born = '', died = '' }: Groups): Statement[] {
  const years = Number(died) - Number(born);
  const person = name.replace(/^\p{Lu}\p{L}*(?:ist|lyst|pher|ian|or)\s(?=\S+\s\S)/u, '');
  if (
    !isName(person) ||
    /[’']s$/.test(person) ||
    !/^\p{L}[\p{L}.’'-]*(?:\s\p{L}[\p{L}.’'-]*){1,3}$/u.test(person) ||
    years < 15 ||
    years > 105
  )
    return [];
  if (
    /\b(?:Wars?|Revolution|Revolt|Rebellion|Uprising|Siege|Crisis|Movement|Depression|Era|Age|Act|Period|Reign|Republic|Empire|Kingdom|Dynasty|Campaign|Plague|Famine|and)\b/.test(
      person,
    )
  )
    return [];
  return [
    {
      kind: 'event',
      subject: person,
      attribute: 'was born',
      value: born,
      questions: [`When was ${person} born?`, `In which year was ${person} born?`],
    },
    {
      kind: 'event',
      subject: person,
      attribute: 'died',
      value: died,
      questions: [`When did ${person} die?`, `In which year did ${person} die?`],
    },
  ];
}

function happened(
  { date = '', the, name = '', rest: told = '', where = '', more = '' }: Groups,
  isInFront: boolean,
): Statement[] {
  const rest = told + where;
  if (
    !isName(name) ||
    (!/\s/.test(name) && (!isInFront || the !== undefined || name.length < MIN_NAME)) ||
    HEDGE.test(rest + more) ||
    /\baccording to\b/.test(more) ||
    rest.length > MAX_REST ||
    /\b(?:1[0-9]|20)\d\d\b|[;:“”]/.test(rest) ||
    (!/\s/.test(rest) && !ONCE.test(rest))
  )
    return [];
  if (
    POINTS_BACK.test(rest) ||
    /^(?:was|were)\s(?:the|an?|still|already|about|only|\d)/.test(rest) ||
    /\b(?:he|she|it|they|this|these|his|her|their|there|here|then|such|both)\b|\bthe (?:new|same|other|next|former|latter|following|previous)\s\p{Ll}/u.test(
      rest,
    )
  )
    return [];
  const subject = `${the === undefined ? '' : 'the '}${name}`;
  // "…, Rosa Whitcombe" behind "by the minister of transport" is whom it was done by.
  const [, inApposition = ''] = /^,\s(\p{Lu}[^,]*)/u.exec(more) ?? [];
  return (
    undertaken(subject, inApposition === '' ? rest : `${rest}, ${inApposition}`, date) ?? [
      { kind: 'event', subject, attribute: rest, value: date, questions: dated(date, asked(subject, rest)) },
    ]
  );
}

/** How people ask when it was: "When did the council close the Upper Mill?" */
function asked(subject: string, rest: string): string[] {
  const [, be, done = ''] = /^(was|were)\s(.+)$/.exec(rest) ?? [];
  if (be !== undefined) return [`${be} ${subject} ${done}`];
  const [verb = '', ...others] = rest.split(' ');
  const base = baseOf(verb);
  const behind = others.join(' ').replace(/(?<=\band )\p{Ll}{2,}ed\b/gu, (past) => baseOf(past) ?? past);
  if (base === undefined) return [];
  const object = /^the\s(?:\p{Ll}+\s)?\p{Lu}[^,]*$/u.test(behind) && isOneName(behind) ? behind : undefined;
  const participle = participleOf(verb);
  return [
    `did ${subject} ${[base, behind].filter(Boolean).join(' ')}`,
    ...(object === undefined || participle === undefined ? [] : [`was ${object} ${participle}`]),
  ];
}

const isOneName = (object: string): boolean => new RegExp(`^(?:the\\s)?${NAME}$`, 'u').test(object);

/** The questions that an event without its date asks; the year alone is asked for where there is no day. */
function dated(date: string, told: readonly string[]): string[] {
  const inYear = told
    .slice(0, 1)
    .map((each) => (/\d{1,2}\D+\d{4}|\d,\s/.test(date) ? `On what date ${each}?` : `In which year ${each}?`));
  const [first, ...others] = told.map((each) => `When ${each}?`);
  return first === undefined ? [] : [first, ...inYear, ...others];
}
