import { markOf } from './aliases.ts';
import { analyse, sentenceOfTokens, type Token } from './analyse/analyse.ts';
import { splitSentences } from './analyse/sentences.ts';
import type { Corpus } from './corpus.ts';
import type { Question } from './question.ts';
import type { BestWindow } from './rank/features.ts';
import type { Span } from './types.ts';

/** The words of a text that stand for the question's concepts, in order, touching ones not joined. */
export function marksIn(text: string, question: Question, corpus: Corpus): Span[] {
  const wanted = new Set<string>();
  for (const { alternatives } of question.concepts) {
    for (const { term } of alternatives) wanted.add(corpus.vocabulary.terms[term] as string);
  }
  const tokens = analyse(text);
  const marked = tokens.map((token, at) => wanted.has(token.term) || hyphened(tokens, at, wanted));
  for (const { from, to, group } of corpus.aliases.find(tokens)) {
    if (wanted.has(markOf(group))) marked.fill(true, from, to);
  }
  const spans: Span[] = [];
  tokens.forEach(({ start, end }, at) => {
    if (marked[at] && start >= (spans.at(-1)?.[1] ?? 0)) spans.push([start, end]);
  });
  return spans;
}

function hyphened(tokens: readonly Token[], at: number, wanted: ReadonlySet<string>): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.hyphen && before !== undefined) return wanted.has(before.word + token.word);
  return after?.hyphen === true && token !== undefined && wanted.has(token.word + after.word);
}

/** The text's stretch that the window's sentences take; sentences without a word do not count. */
export function spanOf(window: BestWindow, text: string): Span {
  const spans = splitSentences(text);
  const tokens = analyse(text);
  const worded = [...new Set(sentenceOfTokens(tokens, text))];
  const first = spans[worded[window.from] ?? 0];
  const last = spans[worded[Math.max(window.from, window.to - 1)] ?? 0];
  return first === undefined || last === undefined ? [0, text.length] : [first[0], last[1]];
}
