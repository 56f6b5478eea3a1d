import type { Term } from '../../material/types.ts';
import type { Analyser } from '../../text/analyser.ts';
import { isNumberTerm } from '../../text/number.ts';
import type { Token } from '../../text/token.ts';

/** One thing that a text mentions: a name (whatever it was called by), a number, or an informative word's stem. */
export interface Mention {
  readonly key: string;
  readonly kind: 'name' | 'number' | 'word';
  /** A name that the terms have as a person's. */
  readonly isPerson?: true;
  /** … or as a thing's, which may be called by common words: "weapons", "a veto". */
  readonly isCommon?: true;
  /** A small number in words: "the two sides", "which three countries", "at first". */
  readonly isCount?: true;
}

export interface ParsedText {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Of all that the text mentions, of names within longer names as well: a Latin American tour is of Latin America. */
  readonly keys: ReadonlySet<string>;
  /** Its words' terms, stop words too since they tell how something is asked for, then its names by what the terms call them. */
  readonly likelihoodKeys: readonly string[];
}

/** Parses texts against the names that the terms know, the longest first: "Latin American" is not an American. */
export interface TextParser {
  readonly analyser: Analyser;
  parse(text: string): ParsedText;
  parseTokens(tokens: readonly Token[]): ParsedText;
}

interface Name {
  readonly terms: readonly string[];
  readonly mention: Mention;
}

const COMMON_TYPES: ReadonlySet<string> = new Set(['concept', 'weapon']);

/** A single short word counts as a name only with a capital: "us" is not the United States. */
const MAX_SHORT = 3;

/** `analyse`: reads the names; by default as `analyser` does. */
export function createTextParser(
  terms: readonly Term[],
  analyser: Analyser,
  analyse: Analyser['analyse'] = analyser.analyse,
): TextParser {
  const names = indexNames(terms, analyse);
  const parseTokens = (tokens: readonly Token[]): ParsedText => {
    const found = tokens.map((_, at) => namesAt(tokens, at, names));
    const mentions = mentionsIn(tokens, found, analyser);
    const keys = new Set(mentions.map(({ key }) => key));
    for (const begun of found) for (const key of begun.flatMap(keysOf)) keys.add(key);
    const named = mentions.filter(({ kind }) => kind === 'name').map(({ key }) => key);
    return { tokens, mentions, keys, likelihoodKeys: [...tokens.map(({ term }) => term), ...named] };
  };
  return { analyser, parseTokens, parse: (text) => parseTokens(analyser.analyse(text)) };
}

function mentionsIn(tokens: readonly Token[], names: readonly (readonly Name[])[], { language }: Analyser): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const name = names[at]?.[0];
    if (name) mentions.push(name.mention);
    else mentions.push(...plainMention(tokens[at], language.countWords));
    at += name?.terms.length ?? 1;
  }
  return mentions;
}

/** A name of one word is known by that word too: "gdp" without its capitals is read as a word. */
function keysOf({ mention, terms: [first = '', ...others] }: Name): string[] {
  return others.length === 0 ? [mention.key, first] : [mention.key];
}

function indexNames(terms: readonly Term[], analyse: Analyser['analyse']): Map<string, Name[]> {
  const byFirst = new Map<string, Name[]>();
  for (const { name, type, aliases } of terms) {
    const mention: Mention = {
      key: `name:${name}`,
      kind: 'name',
      ...(type === 'person' ? { isPerson: true } : {}),
      ...(COMMON_TYPES.has(type) ? { isCommon: true } : {}),
    };
    for (const text of [name, ...aliases]) {
      const words = analyse(text).map(({ term }) => term);
      const [first] = words;
      if (first === undefined) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { terms: words, mention }]);
    }
  }
  for (const names of byFirst.values()) names.sort((a, b) => b.terms.length - a.terms.length);
  return byFirst;
}

const NO_NAMES: readonly Name[] = [];

/** The names that begin at a place, the longest first. */
function namesAt(tokens: readonly Token[], at: number, byFirst: ReadonlyMap<string, readonly Name[]>): readonly Name[] {
  const first = tokens[at];
  const names = first && byFirst.get(first.term);
  if (names === undefined) return NO_NAMES;
  return names.filter(
    ({ terms }) =>
      terms.every((term, i) => tokens[at + i]?.term === term) &&
      (terms.length > 1 || first?.capital || (first?.term.length ?? 0) > MAX_SHORT),
  );
}

function plainMention(token: Token | undefined, countWords: ReadonlySet<string>): Mention[] {
  if (!token || token.stop) return [];
  if (!isNumberTerm(token.term)) return [{ key: token.term, kind: 'word' }];
  return [{ key: token.term, kind: 'number', ...(countWords.has(token.word) ? { isCount: true } : {}) }];
}

/** What mentions are called, each once: a name as the terms have it. */
export function namesOf(mentions: readonly Mention[]): string[] {
  return [...new Set(mentions.map(({ key }) => key.replace(/^name:/, '')))];
}

/** A text's words without case, accents and punctuation. */
export function wordingOf({ tokens }: Pick<ParsedText, 'tokens'>): string {
  return tokens.map(({ word }) => word).join(' ');
}
