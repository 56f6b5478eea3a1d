import { remembered } from '../text/analyser.ts';
import { languageOfText } from '../text/detect.ts';
import { fold } from '../text/fold.ts';
import type { Language } from '../text/language.ts';
import { languageOf, neutral } from '../text/languages/index.ts';
import type { Token } from '../text/token.ts';
import type { Candidates } from './candidates/gather.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { wholeNames } from './whole-names.ts';

/**
 * Names that a sentence writes with capitals and a passage lacks, whether the terms know them or not: as they are typed.
 * `held`: the keys of the passage and of what it is called by.
 */
export function namesLacking(
  sentence: string,
  { words }: Pick<Candidates, 'words'>,
  held: ReadonlySet<string>,
  knowledge: KnowledgeBase,
): string[] {
  const { tokens, mentions } = knowledge.parser.parse(sentence);
  const read = new Map(words.map((word) => [word.typed, word]));
  const unlisted = new Set(mentions.flatMap(({ key, kind }) => (kind === 'word' ? [key] : [])));
  const sameAs = sameNames(knowledge.language);
  const isHeld = ({ term, word }: Token) =>
    [term, read.get(word)?.term ?? term].some(
      (each) => held.has(each) || sameAs(each).some((terms) => holdsAll(held, terms)),
    );
  const isName = ({ term, word }: Token) => read.get(word)?.isName === true || sameAs(term).length > 0;
  const lacking = writtenNames(tokens, languageOfSentence(sentence, knowledge), isName)
    .filter((token) => unlisted.has(token.term) && !isHeld(token))
    .map(({ start, end }) => sentence.slice(start, end).replace(/['’]s?$/u, ''));
  return wholeNames(lacking, sentence);
}

/**
 * The words of a sentence that capitals show to be names. One at the beginning has a capital anyhow: `isName` tells. A
 * language that writes all nouns so shows none, nor does a headline.
 */
function writtenNames(tokens: readonly Token[], language: Language, isName: (token: Token) => boolean): Token[] {
  const telling = tokens.filter(({ stop, term }) => !stop && /^\p{L}/u.test(term));
  if (language.capitalisesNouns || telling.every(({ capital }) => capital)) return [];
  return telling.filter((token) => token.capital && (token !== tokens[0] || isName(token)));
}

/** Where a sentence does not tell its language, it is in one that shows the fewest names. */
function languageOfSentence(sentence: string, { language, languages }: KnowledgeBase): Language {
  const likely = [...languages].map(languageOf);
  const written = languageOfText(sentence, neutral, { minWords: 3, likely });
  return written === neutral ? (likely.find(({ capitalisesNouns }) => capitalisesNouns) ?? language) : written;
}

const holdsAll = (held: ReadonlySet<string>, terms: readonly string[]): boolean =>
  terms.every((term) => held.has(term));

const known = new WeakMap<Language, ReadonlyMap<string, string[][]>>();

/**
 * What else a word of a name may stand there as: another name of the same thing ("UN"), a place's people ("Mongolian"), each
 * as its words.
 */
function sameNames(language: Language): (term: string) => readonly (readonly string[])[] {
  const names = known.get(language) ?? readNames(language);
  known.set(language, names);
  return (term) => names.get(term) ?? [];
}

function readNames({ relatives, aliases, stem }: Language): ReadonlyMap<string, string[][]> {
  const termOf = remembered((word) => stem(fold(word)));
  const names = new Map<string, string[][]>();
  for (const group of [...relatives, ...aliases]) {
    const same = group.map((name) => name.split(' ').map(termOf));
    for (const term of new Set(same.flat())) names.set(term, [...(names.get(term) ?? []), ...same]);
  }
  return names;
}
