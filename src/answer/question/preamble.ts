import { languageOf } from '../../text/languages/index.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { wordsOf } from './words.ts';

/**
 * What a question asks of, where it begins or ends with words that only ask for what the material says: of "What does the
 * text say about the mill?" it is "the mill?". As it is where nothing else is said.
 */
export function withoutPreamble(question: string, { languages }: Pick<KnowledgeBase, 'languages'>): string {
  const found = wordsOf(question);
  const words = found.map(({ word }) => word);
  for (const code of languages) {
    const preamble = languageOf(code).questions.preamble(words);
    const left = found.filter((_, at) => !preamble.has(at));
    const [first, last] = [left[0], left.at(-1)];
    if (preamble.size === 0 || first === undefined || last === undefined) continue;
    return question.slice(first.start, last === found.at(-1) ? undefined : last.end);
  }
  return question;
}
