import { fold } from '../../text/fold.ts';
import { KNOWN_LANGUAGES } from '../../text/languages/index.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Respelling } from '../types.ts';

/** A word that stands by itself, without marks or figures that hang on it. */
const PLAIN_WORD = /(?<![\p{L}\p{N}_@#'’./-])\p{L}[\p{L}\p{M}]*(?![\p{L}\p{N}_'’/-])/gu;

/**
 * A question with its words of grammar as they were meant ("waht", "how mcuh"), and which of them were respelt: how it is read
 * depends on them, and the material, by which other words are respelt, need not hold them. Names keep their capital; what
 * the material has is no slip, nor is a common word of another language ("wer").
 */
export function withoutGrammarSlips(
  question: string,
  { language, passages }: Pick<KnowledgeBase, 'language' | 'passages'>,
): { readonly text: string; readonly respelt: readonly Respelling[] } {
  const respelt: Respelling[] = [];
  const text = question.replace(PLAIN_WORD, (typed, at: number) => {
    const word = fold(typed);
    if (typed.slice(at === 0 ? 1 : 0) !== word.slice(at === 0 ? 1 : 0)) return typed;
    const taken = language.slipOf(word);
    if (taken === undefined || passages.has(word) || isCommonElsewhere(word)) return typed;
    respelt.push({ typed: word, taken });
    return taken;
  });
  return { text, respelt };
}

const isCommonElsewhere = (word: string): boolean => KNOWN_LANGUAGES.some(({ commonWords }) => commonWords.has(word));
