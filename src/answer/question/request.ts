import type { Request } from '../../text/language.ts';
import { KNOWN_LANGUAGES, languageOf } from '../../text/languages/index.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Answer } from '../types.ts';
import { wordsOf } from './words.ts';
import { withWorksMarked, worksNamedIn } from './works-named.ts';

/** No request has more words. */
const MAX_WORDS = 24;

/**
 * What a message asks for that no passage says; see `Request`. In the languages that are searched, and where the message was
 * not surely answered, in any that there are wordings for.
 */
export function requestIn(
  question: string,
  knowledge: Pick<KnowledgeBase, 'material' | 'languages'>,
  { isSure, excerpts }: Pick<Answer, 'isSure' | 'excerpts'>,
): Request | undefined {
  const words = wordsOf(question).map(({ word }) => word);
  if (words.length === 0 || words.length > MAX_WORDS) return undefined;
  const text = withWorksMarked(words, worksNamedIn(words, knowledge));
  const isGrammar = (word: string) =>
    [...knowledge.languages].map(languageOf).some(({ stopWords, fillers }) => stopWords.has(word) || fillers.has(word));
  const languages = KNOWN_LANGUAGES.filter(({ code }) => !isSure || knowledge.languages.has(code));
  const request = languages.map(({ questions }) => questions.requestOf(text)).find((found) => found !== undefined);
  // Where something was found there are informative words.
  if (excerpts.length > 0 || (request !== undefined && request !== 'sources')) return request;
  // "Why?", "What is it?": whatever that asks about was said before.
  return words.every(isGrammar) ? 'follow-up' : request;
}
