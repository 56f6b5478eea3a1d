import type { QuestionGrammar } from './language.ts';
import type { Token } from './token.ts';

/** A question's words, those that only say how it wants to be told put among the stop words; all of them if it has no others. */
export function withoutFraming(tokens: readonly Token[], questions: QuestionGrammar): readonly Token[] {
  const framing = questions.framing(tokens);
  if (tokens.every(({ stop }, at) => stop || framing.has(at))) return tokens;
  return tokens.map((token, at) => (framing.has(at) ? { ...token, stop: true } : token));
}
