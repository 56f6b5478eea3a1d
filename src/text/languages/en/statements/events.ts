import type { Statement } from '../../../statement.ts';
import { HEDGE, isName, NAME, withoutReferences } from './plain.ts';

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATE = String.raw`(?<date>(?:${MONTH}\s(?:\d{1,2},\s)?|\d{1,2}\s${MONTH}\s)?(?:1[0-9]|20)\d\d)`;
const PAST =
  '(?:was|were|became|began|won|wrote|founded|built|led|made|took|held|left|fell|rose|gave|set|saw|ran|met|lost|came|went|signed|sold|bought|taught|[a-z]{2,}ed)';
/** "… in 1936 in Leeds", "… by the council". */
const WHERE = String.raw`(?:\s(?:in|at|by|with|under|near)\s[^,.;:\d]{2,60}?)?`;
/** What the sentence goes on to say of it: "…, when the canal opened", "… and closed ten years later". Not a second date. */
const MORE = String.raw`(?:,\s(?!\d|and\b|or\b|but\b|not\b)[^;]+|\sand\s(?!\d|again\b|then\b|in\b|on\b)[^;]+)?`;
const IN_FRONT = new RegExp(
  String.raw`^(?:In|On)\s${DATE},?\s(?<the>the\s)?(?<name>${NAME})\s(?<rest>${PAST}\b.+)\.$`,
  'u',
);
const BEHIND = new RegExp(
  String.raw`^(?<the>The\s)?(?<name>${NAME})\s(?<rest>${PAST}(?:\s[^,;:]+?)?)\s(?:in|on)\s${DATE}(?<where>${WHERE})(?<more>${MORE})\.$`,
  'u',
);
const PASSIVE =
  /^(?<be>was|were)\s(?<verb>founded|established|born|created|built|signed|adopted|published|elected|opened|invented|discovered|introduced|launched|formed|ratified|abolished|assassinated|repealed|passed)\b(?<rest>.*)$/;
const LIFE = new RegExp(
  String.raw`(?<name>${NAME})\s\((?<born>1[0-9]\d\d|20\d\d)\s?[–-]\s?(?<died>1[0-9]\d\d|20\d\d)\)`,
  'gu',
);

/** "The World Reference Base (WRB) replaced …" */
const INITIALS = /\s\(\p{Lu}[\p{L}&.]{1,7}\)/gu;
const MAX_REST = 140;
/** What somebody or something does once: other verbs need to say what was done. */
const ONCE =
  /^(?:died|ended|began|opened|closed|collapsed|sank|merged|dissolved|retired|resigned|disappeared|burned|erupted|landed)$/;

/** "identified the bacterium": which one, the sentences before say. */
const POINTS_BACK = /^\p{Ll}+\sthe\s\p{Ll}+$/u;

export function eventsIn(sentence: string): readonly Statement[] {
  if (!/\d{4}/.test(sentence)) return [];
  const lives = [...sentence.matchAll(LIFE)].flatMap(({ groups }) => lifeOf(groups ?? {}));
  const text = withoutReferences(sentence).replace(INITIALS, '');
  const groups = (IN_FRONT.exec(text) ?? BEHIND.exec(text))?.groups;
  return [...lives, ...(groups ? happened(groups) : [])];
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

function happened({ date = '', the, name = '', rest: told = '', where = '', more = '' }: Groups): Statement[] {
  const rest = told + where;
  if (
    !isName(name) ||
    !/\s/.test(name) ||
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
  const passive = PASSIVE.exec(rest)?.groups;
  const asked = `In which year did this happen? ${capitalised(subject)} ${rest}.`;
  const questions = passive ? [`When ${passive.be} ${subject} ${passive.verb}${passive.rest}?`, asked] : [asked];
  const dated = date.length > 4 ? questions.map((each) => each.replace('In which year', 'When')) : questions;
  return [{ kind: 'event', subject, attribute: rest, value: date, questions: dated }];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
