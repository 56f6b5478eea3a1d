import type { Passage } from '../../material/types.ts';
import type { Steps } from '../../slices.ts';
import { analyserOf } from '../../text/analyser.ts';
import type { Language } from '../../text/language.ts';
import { proseShare } from '../../text/prose.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { Span } from '../../text/token.ts';
import { cosine, lexRank, type Vector } from './lexrank.ts';

/** A sentence of a passage, word for word. */
export interface QuotedSentence {
  readonly passage: Passage;
  readonly span: Span;
}

/** So many sentences are compared with each other; of more, as many at even distances. */
const MAX_SENTENCES = 800;
/** Letters: a shorter sentence says little by itself, a longer one is hard to read in a list. */
const LENGTHS = { least: 40, most: 320 } as const;
/** A sentence this much like a chosen one says the same again. */
const SAME = 0.5;

/**
 * The sentences of a work that are most central in it, at most `count`, in the order in which they stand there. One that
 * goes on from the sentence before it is not among them, since that may not stand there.
 */
export function* centralSentences(
  passages: readonly Passage[],
  language: Language,
  count: number,
): Steps<QuotedSentence[]> {
  const candidates = yield* candidatesIn(passages, language);
  const { analyse } = analyserOf(language);
  const terms: string[][] = [];
  for (const { passage, span } of candidates) {
    terms.push(analyse(passage.text.slice(...span)).flatMap(({ term, stop }) => (stop ? [] : term)));
    yield;
  }
  const { scores, vectors } = yield* lexRank(terms);
  const chosen: number[] = [];
  const order = scores.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const textOf = (at: number) => candidates[at]?.passage.text.slice(...(candidates[at]?.span ?? [])) ?? '';
  const alike = (a: number, b: number) =>
    textOf(a) === textOf(b) || cosine(vectors[a] ?? NONE, vectors[b] ?? NONE) > SAME;
  for (const at of order) {
    if (chosen.length === count) break;
    if (!language.statements.goesOn(textOf(at)) && !chosen.some((other) => alike(at, other))) chosen.push(at);
    yield;
  }
  return chosen.sort((a, b) => a - b).flatMap((at) => candidates[at] ?? []);
}

const NONE: Vector = new Map();

/** Whole sentences of prose. Of a long work some passages at even distances are read. */
function* candidatesIn(passages: readonly Passage[], language: Language): Steps<QuotedSentence[]> {
  const prose = passages.filter(({ role, form }) => role === undefined && form === undefined);
  const found: QuotedSentence[] = [];
  for (const passage of everyNth(prose, MAX_SENTENCES)) {
    if (proseShare(passage.text) === 1) {
      for (const span of splitSentences(passage.text, language)) {
        const length = lengthOf(passage.text.slice(...span));
        if (length >= LENGTHS.least && length <= LENGTHS.most && endsWell(passage.text, span))
          found.push({ passage, span });
      }
    }
    yield;
  }
  return everyNth(found, MAX_SENTENCES);
}

/** A sign of scripts that have one for a syllable or a word says as much as two or three letters of others. */
function lengthOf(sentence: string): number {
  return sentence.length + (SIGN_LETTERS - 1) * (sentence.match(SIGN)?.length ?? 0);
}

const SIGN = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu;
const SIGN_LETTERS = 2.5;

/** A statement that ends where it ends: a question or a lead-in says nothing by itself. */
function endsWell(text: string, [, end]: Span): boolean {
  return /[.!。！।…]["'”’»)\]]*$/.test(text.slice(Math.max(0, end - 4), end));
}

/** At most `most` of the items at even distances. */
function everyNth<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)] as T);
}
