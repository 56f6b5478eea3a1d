import type { Statement } from '../../../statement.ts';
import { baseOf } from '../verbs.ts';
import { COMPARES, HEDGE, isTerm, withoutReferences } from './plain.ts';

/** "Sociology is the study of …" */
const IS =
  /^(?<article>An?\s|The\s)?(?<term>[^,.;:()]{3,60}?)(?:\s\([A-Z]{2,6}s?\))?\s(?<verb>is|are)\s(?<value>(?:the|an?|any|those|people|groups|systems?|theories)\s.+)\.$/u;
/** "Magma is molten rock that …": a mass noun of one word, and what it is, with no article before either. */
const IS_MASS =
  /^(?<term>\p{Lu}\p{Ll}{3,})\sis\s(?<value>(?:\p{Ll}+\s){0,2}(?!\p{Ll}+(?:ed|ing|ly)\s|(?:some|any|no|every)thing\s|what\s|all\s|proof\s|evidence\s|one\s|clear\s|true\s|likely\s|so\s|such\s)\p{Ll}{3,}\s(?:that|which|made|formed)\s.+)\.$/u;
/** "A floodplain is flat land beside a river that …": the same behind an article. */
const IS_A_MASS =
  /^An?\s(?<term>\p{Ll}[\p{Ll}-]+(?:\s[\p{Ll}-]+)?)\sis\s(?<value>(?!\p{Ll}+(?:ed|ing|ly|er)\s|(?:still|now|also|only|just|well|very|much|quite|built|made|found|held|kept|used|so|such|one|what|all|no|any|like)\s)\p{Ll}{3,}\s(?!\p{Ll}+(?:ed|ing|ly)\s|(?:for|to|in|on|at|of|from|with|by|as|than|and|or|but|because|when|if|that|which|enough)\s)\p{Ll}{3,}\s(?:that|which|beside|along|between|around|near|under|above|on|at)\s.+)\.$/u;
/** "A norm refers to …", "The term norm is defined as …" */
const MEANS =
  /^(?:(?:The|This) (?:term|word|concept|phrase)\s)?(?:An?\s|The\s)?["“]?(?<term>[^,.;:()“”]{3,60}?)["”]?(?:\s\([A-Z]{2,6}s?\))?\s(?:refers to|refer to|is defined as|are defined as|can be defined as|is described as|means (?=that|the|an?|when|having|being)|denotes|is the term for|is the name for)\s?(?<value>.+)\.$/u;
/** "The study of society is called sociology." */
const CALLED =
  /^(?<value>(?:An?|The)\s.{12,160}?)\s(?:is|are)\s(?:called|known as|termed|referred to as)\s(?:an?\s|the\s)?["“]?(?<term>[\p{Ll}-]+(?:\s[\p{Ll}-]+){0,3})["”]?\.$/u;
/** "Mills defined sociological imagination as …" */
const DEFINED =
  /^(?:\p{Lu}[\p{L}.]*\s){1,5}(?:\(\d{4}\)\s)?(?:defined|defines)\s(?:an?\s|the\s)?["“]?(?<term>[\p{L}\s-]{3,40}?)["”]?\sas\s(?<value>.+)\.$/u;

/** "Horizon: a layer of soil that …", as notes have it, with a full stop or without one. */
const AFTER_COLON =
  /^(?<term>\p{Lu}?[\p{L}-]+(?:\s[\p{Ll}-]+){0,3}):\s(?<value>(?:an?|the|any|those|people)\s[^:]+?)\.?$/u;

/** The same in prose: no remark, and no clause before a colon. */
const IN_PROSE =
  /^(?!(?:Note|Notice|Warning|Tip|Hint|Answer|Question|Figure|Table|Source|Sources|Summary|Conclusion|Exercise|Task|Chapter|Part|Price|Address|Title|Author|Date|Place|Time|Today|Photo|Image|Caption|Lesson|Advice|Verdict)(?!\p{L}))\p{L}[\p{L}-]*(?:\s(?!\p{Ll}+(?:ed|ly|s):)\p{Ll}[\p{Ll}-]+)?:\s/u;
/** Behind a colon fewer words are needed to set a term apart: "a low dam across a river". */
const APART_BEHIND_COLON =
  /\b(?:that|which|who|whose|where|in which|of|by which|when|designed|used|based|to|across|between|for|with|from|made|built)\b/;

/** The definition says what sets the term apart. */
const SETS_APART = /\b(?:that|which|who|whose|where|in which|of|by which|when|designed|used|based|to)\b/;
const WEAK_GENUS =
  /^(?:the|an?)\s(?:(?:\w+ly|very|\w+est|powerful|primary|material|good|great|major|common|important|key|central|strong|clear|perfect|prime|classic|special|significant|serious|popular|recent|new|big|huge|large|growing|complex|main|first|last|only|next)\s|(?:example|part|result|matter|way|reason|cause|product|case|kind|sort|lot|number|subject|place|time|fact|source|sign|step|component|(?:\w+ )?feature of|form of|type of \w+ \w+\.?$|challenge|problem|question|issue|one|ones|subcategor\w+|function of|combination of)\b)/;
/** Of "a caldera", not of what has a name, size is what sets apart. */
const SIZED = /^(an?)\s(?:big|huge|large)\s(?=.*\b(?:that|which)\b)/;
/** "more than 69 %" measures, and compares with nothing. */
const MEASURED = /\b(?:more|less) than (?=\d)/g;
/** Without an article before it, what is one of these has a name: it is described, not defined. */
const PLACE_OR_PERSON =
  /^an?\s(?:[\p{L}-]+,?\s){0,4}?(?:city|town|village|suburb of|neighborhood|country|nation|republic|state|river|lake|island|mountain|region|county|province|district|company|corporation|university|newspaper|magazine|website|man|woman|\p{L}+(?:ist|ologist|pher|ician)|author|writer|poet|teacher|lawyer|activist|actor|actress|singer)\b/u;
/** Words before a noun that make it one of several, not a term. */
const ONE_OF_SEVERAL =
  /^(?:certain|common|fast|given|particular|recent|new|old|young|good|bad|key|main|major|typical|modern|current|early|late|popular|important|great|big|large|small|lower|upper|function of)\b/i;
/** Words that stand in no term, but in parts of sentences. */
const WITHIN =
  /^(?:terms?|words?|concepts?|phrases?)$|\b(?:on|in|at|as|for|by|with|from|made|makes?|studies|the|final|existence|outcome)\b|\w\sof\s\w+\s\w/i;
const REFERS_BACK =
  /^(?:an? (?:similar|second|further|comparable)|this|these|such|that|it|what|one of|some of|part of)\b|\b(?:above|below|here|this|these|aforementioned|such an?)\b|\bthe (?:two|former|latter|others?)$/i;

const MIN_WORDS = 5;
const MAX_VALUE = 240;

export function definitionsIn(sentence: string): readonly Statement[] {
  const text = withoutReferences(sentence.replace(/\*+|_{2,}/g, ''));
  const called = CALLED.exec(text)?.groups;
  // Its article begins the sentence, and no other definition's does.
  const named = checked(
    called?.term,
    called?.value?.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()),
  );
  if (named.length > 0) return named;
  const stated = MEANS.exec(text)?.groups ?? DEFINED.exec(text)?.groups;
  if (stated) return checked(stated.term, stated.value);
  if (IN_PROSE.test(text)) return isClause(text) ? [] : itemDefinition(text);
  return sayingWhatIs(text);
}

/** "Sociology is the study of …", "A floodplain is flat land …" */
function sayingWhatIs(text: string): readonly Statement[] {
  const {
    article = '',
    term = '',
    value = '',
  } = (IS.exec(text) ?? IS_MASS.exec(text) ?? IS_A_MASS.exec(text))?.groups ?? {};
  if (article === 'The ' && !/^\p{Ll}+$/u.test(term.replace(/^the\s/, ''))) return [];
  const genus = article.startsWith('A') ? value.replace(SIZED, '$1 ') : value;
  if (article === 'The ' || WEAK_GENUS.test(genus) || !SETS_APART.test(value)) return [];
  if (article === '' && PLACE_OR_PERSON.test(value)) return [];
  if (COMPARES.test(value.replace(MEASURED, '')) && !/\b(?:same|similar|different)\b/.test(value)) return [];
  return checked(term, value);
}

/** "Rain fell: the river rose": the word before the colon is a verb. */
const isClause = (text: string): boolean => {
  const [, last] = /^\S+\s(\p{Ll}+):/u.exec(text) ?? [];
  return last !== undefined && baseOf(last) !== undefined;
};

/** "Horizon: a layer of soil that …", in prose or as an item of a list, which need not be a sentence. */
export function itemDefinition(item: string): readonly Statement[] {
  const { term = '', value = '' } = AFTER_COLON.exec(item.trim())?.groups ?? {};
  return APART_BEHIND_COLON.test(value) && !WEAK_GENUS.test(value) ? checked(term, value) : [];
}

function checked(term = '', value = ''): Statement[] {
  const words = value.split(/\s+/).length;
  if (
    !isTerm(term) ||
    ONE_OF_SEVERAL.test(term) ||
    /^(?:having|dealing)\b|[,—](?:it|its)\b|,? (?:and|but) (?:it|its|their|they|is|are|computer)\b|\bwhile\b|, (?:because|since|although)\b|\bas having\b|^the \w+ (?:is|are)\b/.test(
      value,
    ) ||
    /^\d/.test(term) ||
    words < MIN_WORDS ||
    value.length > MAX_VALUE
  )
    return [];
  if (HEDGE.test(`${term} ${value.split(' ').slice(0, 4).join(' ')}`) || REFERS_BACK.test(value)) return [];
  if (/\s\w+ly$/.test(term) || /^(?:more|less|most)\b/i.test(term) || /\b(?:you|we|our|us)\b/i.test(value)) return [];
  if (WITHIN.test(term)) return [];
  return [define(term, value)];
}

export function define(term: string, definition: string, text = ''): Statement {
  const named = withArticle(term, text);
  const isMany = /[^aius]s$/.test(term) && !/^an?\s/.test(definition);
  return {
    kind: 'definition',
    subject: term,
    attribute: 'definition',
    value: definition.replace(/^[\s*]+|[\s.^*]+$/g, ''),
    questions: isMany
      ? [`What does “${term}” mean?`, `What are ${term}?`, `How are ${term} defined?`]
      : [`What does “${term}” mean?`, `What is ${named}?`, `How is ${named} defined?`],
  };
}

/** What shows that words before it end there, and are no part of a longer term ("a quern stone"). */
const ENDS = String.raw`(?=[,.;:)?!]|\s(?:is|are|was|were|has|had|can|may|will|that|which|who|in|of|from|to|with|and|or|by|for|on|at|as|refers|means)\b|$)`;

/** "a quern" where the text says so, and never speaks of "quern" alone; a sentence that defines it decides. */
function withArticle(term: string, text: string): string {
  for (const article of ['a', 'an']) {
    const small = `${article} ${term}`;
    const capital = `A${small.slice(1)}`;
    if (!text.includes(small) && !text.includes(capital)) continue;
    const word = escaped(term);
    if (new RegExp(`(?:^|\\s)${escaped(capital)}\\s(?:is|refers|means)\\b`).test(text)) return small;
    const isAlone = new RegExp(String.raw`\b(?:of|in|to|for|with|by|and|or|from|on|as|through|into)\s${word}${ENDS}`);
    if (new RegExp(String.raw`\b${escaped(small)}${ENDS}`).test(text) && !isAlone.test(text)) return small;
  }
  return term;
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
