import type { Term } from '../material/types.ts';
import { analyse, isNumberTerm, type Token } from '../search/index.ts';

/** One thing that a text mentions: a name (whatever it was called by), a number, or an informative word's stem. */
export interface Mention {
  readonly key: string;
  readonly kind: 'name' | 'number' | 'word';
  /** A name that the terms have as a person's. */
  readonly isPerson?: true;
  /** A small number in words: "the two sides", "which three countries", "at first". */
  readonly isCount?: true;
}

/** Reads a text into its mentions, in order. `respelt` says which words stand for others. */
export interface Reader {
  (text: string, respelt?: ReadonlyMap<string, string>): Mention[];
  /** The keys of all that a text mentions, of names within longer names as well: a Latin American tour is of Latin America. */
  keys(text: string): Set<string>;
}

interface Name {
  readonly terms: readonly string[];
  readonly mention: Mention;
}

/** A single short word counts as a name only with a capital: "us" is not the United States. */
const SHORT = 3;

const COUNTS = new Set(
  'one two three four five six seven eight nine ten eleven twelve first second third fourth fifth'.split(' '),
);

/** A reader that knows the terms by all of their names, the longest first: "Latin American" is not an American. */
export function createReader(terms: readonly Term[]): Reader {
  const byFirst = indexNames(terms);
  const read = (text: string, respelt?: ReadonlyMap<string, string>): Mention[] => {
    const tokens = analyse(text).map((token) => respell(token, respelt));
    const mentions: Mention[] = [];
    for (let at = 0; at < tokens.length; ) {
      const [name] = namesAt(tokens, at, byFirst);
      if (name) mentions.push(name.mention);
      else mentions.push(...plainMention(tokens[at]));
      at += name?.terms.length ?? 1;
    }
    return mentions;
  };
  const keys = (text: string): Set<string> => {
    const tokens = analyse(text);
    const names = tokens.flatMap((_, at) => namesAt(tokens, at, byFirst).flatMap(keysOf));
    return new Set([...read(text).map(({ key }) => key), ...names]);
  };
  return Object.assign(read, { keys });
}

/** A name of one word is known by that word too: "gdp" without its capitals is read as a word. */
function keysOf({ mention, terms: [first = '', ...others] }: Name): string[] {
  return others.length === 0 ? [mention.key, first] : [mention.key];
}

function indexNames(terms: readonly Term[]): Map<string, Name[]> {
  const byFirst = new Map<string, Name[]>();
  for (const { name, type, aliases } of terms) {
    const mention: Mention = { key: `name:${name}`, kind: 'name', ...(type === 'person' ? { isPerson: true } : {}) };
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

/** The names that begin at a place, the longest first. */
function namesAt(tokens: readonly Token[], at: number, byFirst: ReadonlyMap<string, readonly Name[]>): Name[] {
  const first = tokens[at];
  const names = first ? (byFirst.get(first.term) ?? []) : [];
  return names.filter(
    ({ terms }) =>
      terms.every((term, i) => tokens[at + i]?.term === term) &&
      (terms.length > 1 || first?.capital || (first?.term.length ?? 0) > SHORT),
  );
}

function plainMention(token: Token | undefined): Mention[] {
  if (!token || token.stop) return [];
  if (!isNumberTerm(token.term)) return [{ key: token.term, kind: 'word' }];
  return [{ key: token.term, kind: 'number', ...(COUNTS.has(token.word) ? { isCount: true } : {}) }];
}

function respell(token: Token, respelt: ReadonlyMap<string, string> | undefined): Token {
  const taken = respelt?.get(token.word);
  const read = taken === undefined ? undefined : analyse(taken)[0];
  return read ? { ...token, term: read.term, word: read.word } : token;
}

/** What mentions are called, each once: a name as the terms have it. */
export function namesOf(mentions: readonly Mention[]): string[] {
  return [...new Set(mentions.map(({ key }) => key.replace(/^name:/, '')))];
}

/** A text's words without case, accents and punctuation. */
export function wordingOf(text: string): string {
  return analyse(text)
    .map(({ word }) => word)
    .join(' ');
}
