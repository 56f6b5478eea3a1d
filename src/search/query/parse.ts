import { analyserOf } from '../../text/analyser.ts';
import { languageOfQuestion } from '../../text/detect.ts';
import { withoutFraming } from '../../text/framing.ts';
import type { Language } from '../../text/language.ts';
import { isNumberTerm } from '../../text/number.ts';
import type { Token } from '../../text/token.ts';
import { type AliasMatch, markOf } from '../index/aliases.ts';
import type { Alternative } from '../index/related.ts';
import { gramsAsked } from './grams.ts';
import { idfOf } from './idf.ts';
import type { Lexicon } from './lexicon.ts';
import type { Concept, ParsedQuestion, QueryWord } from './parsed-question.ts';
import { type QueryTerm, queryTermOf } from './query-term.ts';
import { type QuestionWord, questionWordsOf } from './question-words.ts';

/** Longer questions are read up to here; Discord's own limit for a message is 4,000 characters. */
export const MAX_CHARACTERS = 8_000;
/** The rarest so many words are searched for. */
const MAX_CONCEPTS = 24;

/** Another name of the same thing, beside the word itself at 1. */
const ALIAS = 0.85;
/** Of the idf of a word that only names the kind of answer. */
const TYPE_NOUN = 0.35;
/** A word that is common in English at large, in its share of the question. */
const LIGHT = 0.6;
/** Where forms of words are not known, a word that the material seems to lack may stand there in another: so much of its share is left. */
const LACKED = 0.4;

/** A name of code: words joined by "_". */
const IDENTIFIER = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,64}(?:_[\p{L}\p{N}]{1,64}){1,8}(?![\p{L}\p{N}])/gu;
const MAX_IDENTIFIERS = 4;

/** Reads a question's words against the material: which count, how much, and what may stand for each. */
export function parseQuestion(text: string, typed: readonly Token[], lexicon: Lexicon): ParsedQuestion {
  const { analyser, languages } = lexicon.corpus;
  const language = languageOfQuestion(typed, languages, (word, of) => isIndexedIn(word, of, lexicon));
  const tokens = language === analyser.language ? typed : readIn(language, text);
  const drafts = rarest(
    questionWordsOf(tokens, language, lexicon).map((place) => draftOf(place, tokens, language, lexicon)),
  );
  const total = drafts.reduce((sum, { telling }) => sum + telling, 0);
  const names = lexicon.corpus.aliases.find(tokens);
  const concepts = drafts.map((draft) => conceptOf(draft, total, tokens, language, names, lexicon));
  return {
    concepts,
    identifiers: (text.toLowerCase().match(IDENTIFIER) ?? []).slice(0, MAX_IDENTIFIERS),
    grams: language.hasUnknownForms ? gramsAsked(drafts, lexicon) : [],
    isInOwnLanguage: language === analyser.language,
    words: concepts.map(wordOf),
    answerType: language.questions.typeOf(tokens),
    units: language.questions.unitsOf(tokens),
    asksForDefinition: language.questions.asksForDefinition(tokens),
    // "… or not?" asks whether, and denies nothing.
    denies: tokens.slice(0, -1).some(({ term }) => language.negations.has(term)),
  };
}

/** Whether a word of the material is indexed as a language would index it. */
function isIndexedIn(word: string, { stem }: Language, { corpus: { vocabulary } }: Lexicon): boolean {
  const id = vocabulary.wordId(word);
  return id !== undefined && vocabulary.terms[vocabulary.wordTerm.at(id)] === stem(word);
}

function readIn(language: Language, text: string): readonly Token[] {
  return withoutFraming(analyserOf(language).analyse(text), language.questions);
}

function wordOf({ share, alternatives, ...concept }: Concept): QueryWord {
  const { typed, taken, term, as, isLight, isName, isNumber } = concept;
  const presence = Math.max(0, ...alternatives.map(({ weight }) => weight));
  return { typed, taken, term, as, weight: share, presence, isLight, isName, isNumber };
}

/** A word as it was read, before what else may stand for it is looked up. */
interface Draft {
  readonly place: QuestionWord;
  readonly term: QueryTerm;
  readonly idf: number;
  /** How much of the question the word is, before all are made to add up to 1. */
  readonly telling: number;
  readonly isTypeNoun: boolean;
  readonly isLight: boolean;
}

function draftOf(place: QuestionWord, tokens: readonly Token[], language: Language, lexicon: Lexicon): Draft {
  const term = queryTermOf(place, tokens, language, lexicon);
  const main = mainOf(term);
  const isTypeNoun = language.questions.isTypeNoun(tokens, place.position);
  const { part = 1 } = place.token;
  const idf = part * idfOf(lexicon.passages, main === undefined ? 0 : lexicon.frequency(main.term));
  const isLight = language.lightTerms.has(term.term);
  const isUncertain = main === undefined && language.hasUnknownForms;
  const telling = (isTypeNoun ? TYPE_NOUN : 1) * (isLight ? LIGHT : 1) * (isUncertain ? LACKED : 1);
  return { place, term, idf: isTypeNoun ? TYPE_NOUN * idf : idf, telling: telling * idf, isTypeNoun, isLight };
}

function mainOf({ as, alternatives }: QueryTerm): Alternative | undefined {
  return as === 'unknown' ? undefined : alternatives[0];
}

function rarest(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.length <= MAX_CONCEPTS) return drafts;
  const kept = new Set([...drafts].sort((a, b) => b.idf - a.idf).slice(0, MAX_CONCEPTS));
  return drafts.filter((draft) => kept.has(draft));
}

function conceptOf(
  draft: Draft,
  total: number,
  tokens: readonly Token[],
  language: Language,
  names: readonly AliasMatch[],
  lexicon: Lexicon,
): Concept {
  const { place, term, idf, telling, isTypeNoun } = draft;
  const { token, position } = place;
  const isNumber = isNumberTerm(token.term);
  const meant = withRelated(term, token, phrasesAt(tokens, position, lexicon.corpus.analyser.language), lexicon);
  const named = otherNames(term.term, position, names, meant, lexicon);
  return {
    typed: place.typed ?? token.word,
    taken: term.taken,
    term: term.term,
    as: named.length > 0 && term.as === 'unknown' ? 'known' : term.as,
    likeness: term.likeness,
    position,
    alternatives: [...meant, ...named],
    idf,
    share: telling / total,
    isName: !isNumber && isNameIn(tokens, position, mainOf(term), language, lexicon),
    isNumber,
    isLight: draft.isLight,
    isTypeNoun,
  };
}

function withRelated(
  term: QueryTerm,
  token: Token,
  phrases: readonly string[],
  { corpus: { related } }: Lexicon,
): Alternative[] {
  return [
    ...term.alternatives,
    ...related.of(term.term, phrases),
    // A word that was taken for a near spelling may have been meant as it stands: "commerce" for trade, not "commence".
    ...(term.as === 'corrected' ? related.of(token.term) : []),
  ];
}

/** The set phrases of two and of three words from here on. */
function phrasesAt(tokens: readonly Token[], position: number, { phrases }: Language): string[] {
  const terms = tokens.slice(position, position + 3).map(({ term }) => term);
  return terms
    .slice(1)
    .map((_, last) => terms.slice(0, last + 2).join('_'))
    .filter((phrase) => phrases.has(phrase));
}

/** The other names of whatever the word names, or helps to name, that are not among its alternatives. */
function otherNames(
  word: string,
  position: number,
  names: readonly AliasMatch[],
  meant: readonly Alternative[],
  { corpus: { aliases, vocabulary } }: Lexicon,
): Alternative[] {
  const groups = new Set(aliases.groupsOf(word));
  for (const { from, to, group } of names) if (position >= from && position < to) groups.add(group);
  return [...groups]
    .flatMap((group) => [markOf(group), ...aliases.singlesOf(group)])
    .map((term) => vocabulary.termId(term))
    .filter((term): term is number => term !== undefined && !meant.some((known) => known.term === term))
    .map((term) => ({ term, weight: ALIAS }));
}

function isNameIn(
  tokens: readonly Token[],
  position: number,
  main: Alternative | undefined,
  { capitalisesNouns }: Language,
  { corpus: { vocabulary } }: Lexicon,
): boolean {
  const isCapital = (at: number) => at > 0 && tokens[at]?.capital === true && !tokens[at]?.stop;
  // Of nouns with capitals two in a row are mostly a name, "Otto Keller", but not among words thrown in.
  if (capitalisesNouns && tokens.every(({ capital, stop }) => capital && !stop)) return false;
  if (capitalisesNouns) return isCapital(position) && (isCapital(position - 1) || isCapital(position + 1));
  return main === undefined ? isCapital(position) : vocabulary.isName(main.term);
}
