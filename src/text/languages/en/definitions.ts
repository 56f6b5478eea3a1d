import { isNumberTerm } from '../../number.ts';
import type { Token } from '../../token.ts';
import { meaningFraming } from './framing.ts';

/** What follows a term that a sentence defines: "… is a", "…, or", "… refers to"; quotes and brackets may stand between. */
const CLOSING = /^["”’*_)]*(?:\s*\([^)]{1,60}\))?/.source;
const DEFINES = new RegExp(
  `${CLOSING}(?:,[^,.;]{1,80},)?\\s+(?:(?:is|are|was|were)\\s+(?:usually |often |generally |simply |also )?(?:an?|the|any|one|when|where|how|those|people|[a-z]+ (?:that|which|who)|defined|described|understood|what)|refers?|means?|describes?|denotes?|(?:can|may) be (?:defined|described)|has been defined|encompass(?:es)?|consists? of|involves?|occurs? when|explains?)\\b`,
);
const SAYS_WHAT_IT_IS = new RegExp(`${CLOSING}\\s+(?:is|are|was|were|includes?|occurs?)\\b`);
const APPOSITION = /^["”’*_)]*(?:,\s+(?:or|which|the|an?|that is|i\.e\.|meaning|where|in which)\b|\s*[—–(]|,["”])/;
/** What stands before it: "called", "the term"; and at the head of a sentence. */
const NAMED =
  /(?:called|calls?|termed|abbreviated(?: as| to)?|known as|referred to as|refer to as|the term|defines?|defined)\s+(?:an?\s+|the\s+)?["“‘*_(]*$/i;
/** What ends a name: "This phase is called depolarisation." */
const ENDS = /^["”’*_)]*(?:[.,;:!?]|$)/;
const OPENS = /(?:^|[.!?:;]["”’)]*\s+|\n)["“‘*_(]*(?:(?:an?|the)\s+)?["“‘*_(]*$/i;

/** An adjective between the head of a sentence and the term: "Institutional racism is …" defines no racism at large. */
const NARROWED = /(?:^|[.!?:;]["”’)]*\s+|\n)\p{Lu}\p{Ll}+(?:al|ic|ive|ary|ous|ed)\s$/u;
/** "Domain Name System (DNS)": the long form stands before it. */
const BRACKET = /\p{L} \($/u;

/** How far the text may be looked at on either side of the term, in UTF-16 units. */
const REACH_BEFORE = 40;
const REACH_AFTER = 160;

/** See `Language.definitionStrength`. */
export function definitionStrength(text: string, start: number, end: number): number {
  const before = text.slice(Math.max(0, start - REACH_BEFORE), start);
  const after = text.slice(end, end + REACH_AFTER);
  const opens = OPENS.test(before);
  if (DEFINES.test(after)) return opens ? 1 : definedWithin(before);
  if (NAMED.test(before) && ENDS.test(after)) return 1;
  if (BRACKET.test(before) && after.startsWith(')')) return 0.9;
  if (NAMED.test(before)) return 0.7;
  if (SAYS_WHAT_IT_IS.test(after)) return opens ? 0.6 : 0.35;
  if (APPOSITION.test(after)) return 0.5;
  return opens ? 0.2 : 0;
}

/** `before`: what leads to the term within its sentence. */
function definedWithin(before: string): number {
  return NARROWED.test(before) ? 0.5 : 0.7;
}

const LEADS: readonly (readonly string[])[] = [
  'what is',
  'what are',
  'what was',
  'what were',
  'whats',
  'who is',
  'who are',
  'who was',
  'whos',
  'what is meant by',
  'explain',
  'describe',
  'tell me about',
  'what does',
  'what do',
].map((lead) => lead.split(' '));

const ARTICLE = /^(?:a|an|the|term|concept)$/;
/** Words of grammar that may stand within a term: "division of labor". */
const WITHIN = /^(?:of|the|and|in|for|a|to)$/;
const MAX_TERM_WORDS = 6;
const MAX_BARE_WORDS = 3;

/** See `QuestionGrammar.asksForDefinition`. */
export function asksForDefinition(question: readonly Token[]): boolean {
  const framing = meaningFraming(question);
  const tokens = question.filter((_, at) => !framing.has(at));
  const words = tokens.map(({ word }) => word);
  const lead = LEADS.filter((each) => each.every((word, at) => words[at] === word)).sort(
    (a, b) => b.length - a.length,
  )[0];
  if (lead === undefined && framing.size === 0)
    return tokens.length <= MAX_BARE_WORDS && tokens.every(({ stop }) => !stop);
  let term = tokens.slice(lead?.length ?? 0);
  if (/^(?:does|do)$/.test(lead?.at(-1) ?? '') && framing.size === 0) return false;
  const from = term.findIndex(({ word }) => !ARTICLE.test(word));
  term = from === -1 ? [] : term.slice(from);
  return (
    term.length <= MAX_TERM_WORDS &&
    term.at(0)?.stop === false &&
    term.at(-1)?.stop === false &&
    term.every(({ stop, word, term: of }) => (stop ? WITHIN.test(word) : !isNumberTerm(of)))
  );
}
