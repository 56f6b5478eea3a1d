import type { Statement } from '../../../statement.ts';
import { baseOf, participleOf } from '../verbs.ts';
import { HEDGE, isName, NAME, NAMED, withoutReferences } from './plain.ts';

/**
 * What is done to a thing once: by whom and where are no part of it, so that two works which date it otherwise are seen to
 * disagree.
 */
const DONE_ONCE =
  'founded|established|born|created|built|rebuilt|signed|adopted|published|opened|reopened|invented|discovered|introduced|launched|formed|ratified|abolished|assassinated|repealed|designed|constructed|completed|erected|inaugurated|commissioned|closed|destroyed|demolished|restored|written|composed|painted|patented';
const PASSIVE = new RegExp(
  String.raw`^(?<be>was|were)\s(?:(?<first>\p{Ll}+ed|built|written)(?<between>\s[^,]+)?\sand\s)?(?<verb>${DONE_ONCE})(?<behind>(?:\s.*|,\s.*)?)$`,
  'u',
);
/** The same told of who did it: "Ada Harding built the Upper Mill". */
const ACTIVE = new RegExp(
  String.raw`^(?<verb>founded|established|created|built|opened|invented|discovered|launched|designed|constructed|erected|inaugurated|destroyed|demolished|restored|wrote|composed|painted|closed)\s(?<the>the\s)?(?<object>${NAME})$`,
  'u',
);
/** "by the engineer Ada Harding", "by the minister of mills, Ada Harding". */
const BY = new RegExp(
  String.raw`\sby\s(?:(?:the\s|an?\s)?(?:(?!(?:in|of|at|from|near|on|for|to|by)\s)[\p{Ll}-]+\s){0,3}(?:of\s[\p{Ll}\s]+,\s)?)?(?<agent>(?!Acts?\s)${NAME}(?:\sand\s${NAME})?)(?=$|,|\s(?:in|on|at|and|for|as|to|from|near|with|after|when)\b)`,
  'u',
);
/** "by the monks of Redbrook": the words before the name are no post of its bearer. */
const OF_THEM = /\sby\s(?<agent>(?:the|an?)\s\p{Ll}[\p{Ll}\s-]*\s(?:of|from|in|at)\s(?:the\s)?\p{Lu}[^,]*)$/u;
/** What may be left out behind the verb: by whom, where, and the season that a date is of. */
const ADJUNCTS = /^(?:\s(?:by|in|at|near|on|under|with)\s.+|,\s.+)?$/;
const UNDATED = new RegExp(String.raw`^(?<the>The\s)?(?<name>${NAMED})\s(?<rest>(?:was|were)\s[^;:“”]+)\.$`, 'u');

/** What was done to something once, and by whom: undefined where `rest` tells anything else. `subject` has its article. */
export function undertaken(subject: string, rest: string, date: string): Statement[] | undefined {
  const active = ACTIVE.exec(rest)?.groups;
  if (active && isName(active.object ?? '')) return doneBy(subject, active, date);
  const { be = '', first, between = '', verb = '', behind = '' } = PASSIVE.exec(rest)?.groups ?? {};
  if (verb === '' || !ADJUNCTS.test(behind)) return undefined;
  // "was designed by Ada Harding and opened": each has its own.
  const isApart = first === undefined || /\sby\s/.test(between);
  const done = isApart ? verb : `${first} and ${verb}`;
  if (!isApart && between !== '') return undefined;
  return [
    eventOf(subject, be, done, date),
    ...agentOf(subject, be, done, behind),
    ...(first ? agentOf(subject, be, first, between) : []),
  ];
}

/** By whom something was made, of a sentence without a date. */
export function agentsIn(sentence: string): readonly Statement[] {
  if (!/\sby\s/.test(sentence)) return [];
  const { the, name = '', rest = '' } = UNDATED.exec(withoutReferences(sentence))?.groups ?? {};
  const { be = '', first, verb = '', behind = '' } = PASSIVE.exec(rest)?.groups ?? {};
  if (!isName(name) || HEDGE.test(rest) || first !== undefined || !behind.startsWith(' by ')) return [];
  return agentOf(`${the ? 'the ' : ''}${name}`, be, verb, behind);
}

function doneBy(
  subject: string,
  { verb = '', the, object = '' }: Readonly<Record<string, string | undefined>>,
  date: string,
) {
  const named = `${the ?? ''}${object}`;
  const { questions, ...event } = eventOf(named, 'was', participleOf(verb) ?? verb, date);
  const [when = '', ...others] = questions;
  const byWhom = `When did ${subject} ${baseOf(verb) ?? verb} ${named}?`;
  return [
    { ...event, questions: [when, byWhom, ...others] },
    agent(named, 'was', participleOf(verb) ?? verb, subject.replace(/^the\s/, '')),
  ];
}

function eventOf(subject: string, be: string, done: string, date: string): Statement {
  const year = /\d{1,2}\s\p{L}+\s\d{4}|\d,\s/u.test(date) ? 'On what date' : 'In which year';
  const asked = `${be} ${subject} ${done}`;
  return {
    kind: 'event',
    subject,
    attribute: `${be} ${done}`,
    value: date,
    questions: [`When ${asked}?`, `${year} ${asked}?`],
  };
}

function agentOf(subject: string, be: string, done: string, behind: string): Statement[] {
  const found = (OF_THEM.exec(behind) ?? BY.exec(behind))?.groups?.agent?.trim();
  return found === undefined || done === 'born' || !isName(found.replace(/^\P{Lu}+/u, ''))
    ? []
    : [agent(subject, be, done, found)];
}

function agent(subject: string, be: string, done: string, value: string): Statement {
  const past = done === 'written' ? 'wrote' : done;
  return {
    kind: 'person',
    subject,
    attribute: `${done} by`,
    value,
    questions: [`Who ${past} ${subject}?`, `By whom ${be} ${subject} ${done}?`],
  };
}
