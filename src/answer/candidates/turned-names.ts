import type { Language } from '../../text/language.ts';
import type { Token } from '../../text/token.ts';
import type { Mention, ParsedText } from '../question/text-parser.ts';

/** Names that stand next to each other in a sentence, with the words between them. */
interface Pair {
  readonly left: ReadonlySet<string>;
  readonly words: readonly string[];
  readonly right: ReadonlySet<string>;
}

/** A name, by its words or as the terms have it, or another word. */
type Part = { readonly name: Set<string> } | { readonly word: string };

/**
 * Whether a claim has two names the other way round: one of the sentences has the words that stand between them between the
 * same two in the other order, and none has them in this one.
 */
export function turnsNames(claim: ParsedText, sentences: readonly ParsedText[], language: Language): boolean {
  if (language.eitherWay.size === 0) return false;
  const names = capitalWords([claim, ...sentences], language);
  const told = sentences.flatMap((sentence) => pairsIn(sentence, names, language));
  return pairsIn(claim, names, language).some((pair) => {
    const turned = { ...pair, left: pair.right, right: pair.left };
    return told.some((other) => says(other, turned)) && !told.some((other) => says(other, pair));
  });
}

function says(told: Pair, claimed: Pair): boolean {
  return (
    isSame(told.left, claimed.left) &&
    isSame(told.right, claimed.right) &&
    claimed.words.every((word) => told.words.includes(word))
  );
}

/** "Quill" is Josiah Quill, and Hannah Quill is not. */
function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return [...few].every((key) => many.has(key));
}

/** Pairs of neighbouring names, but for those that may stand either way: "met", a passive. */
function pairsIn(text: ParsedText, names: ReadonlySet<string>, language: Language): Pair[] {
  const parts = partsOf(text, names);
  const pairs: Pair[] = [];
  let left: ReadonlySet<string> | undefined;
  let words: string[] = [];
  for (const part of parts) {
    if ('word' in part) words.push(part.word);
    else {
      if (left !== undefined && words.length > 0 && isDirected(words, text.tokens, language)) {
        pairs.push({ left, words, right: part.name });
      }
      left = part.name;
      words = [];
    }
  }
  return pairs;
}

/** An article may stand between the word that tells and the name. */
const REACH = 2;

function isDirected(words: readonly string[], tokens: readonly Token[], { eitherWay }: Language): boolean {
  const places = tokens.flatMap(({ term }, at) => (words.includes(term) ? [at] : []));
  if (places.length === 0) return false;
  const around = tokens.slice(Math.max(0, Math.min(...places) - 1), Math.max(...places) + 1 + REACH);
  return !around.some(({ term }) => eitherWay.has(term));
}

/** A text's names and words in order. Names that may be common words ("a veto") do nothing to each other. */
function partsOf({ tokens, mentions }: ParsedText, names: ReadonlySet<string>): Part[] {
  const beside = new Set(tokens.slice(1).map(({ term }, at) => `${tokens[at]?.term} ${term}`));
  const parts: Part[] = [];
  let before: Mention | undefined;
  for (const mention of mentions) {
    const { key, kind, isCommon } = mention;
    const last = parts.at(-1);
    const isUnlisted = kind === 'word' && names.has(key);
    if (isUnlisted && last && 'name' in last && beside.has(`${before?.key} ${key}`)) last.name.add(key);
    else parts.push(isUnlisted || (kind === 'name' && !isCommon) ? { name: new Set([key]) } : { word: key });
    before = mention;
  }
  return parts;
}

/** Words that have a capital within a sentence of any of the texts, but for months and days. */
function capitalWords(texts: readonly ParsedText[], { months, timeTerms }: Language): Set<string> {
  const within = texts.flatMap(({ tokens }) => tokens.slice(1)).filter(({ capital, stop }) => capital && !stop);
  return new Set(within.flatMap(({ term }) => (months.has(term) || timeTerms.has(term) ? [] : [term])));
}
