import { fold } from '../../text/fold.ts';
import type { Request } from '../../text/language.ts';
import { languageOf } from '../../text/languages/index.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';

/** A shorter name may be any word. */
const MIN_NAME = 3;

/**
 * What a message asks for that no passage says, in any of the languages that are searched; see `Request`. `isFound`:
 * something was found for it, so that it has informative words.
 */
export function requestIn(
  question: string,
  { material, languages, passages }: Pick<KnowledgeBase, 'material' | 'languages' | 'passages'>,
  isFound: boolean,
): Request | undefined {
  const names = material.articles.flatMap(({ source: { title, publisher, authors } }) => [
    title,
    publisher,
    ...authors,
  ]);
  const text = plain(
    names
      .map(plain)
      .filter(({ length }) => length >= MIN_NAME)
      // The longest first: one may be part of another.
      .sort((a, b) => b.length - a.length)
      .reduce((rest, name) => ` ${rest} `.replaceAll(` ${name} `, ' § '), plain(question)),
  );
  const requests = [...languages].map((code) => languageOf(code).questions.requestOf(text));
  const request = requests.find((found) => found !== undefined);
  if (text === '' || isFound || (request !== undefined && request !== 'sources')) return request;
  // "Why?", "What is it?": whatever that asks about was said before.
  return passages.parse(question).words.length === 0 ? 'follow-up' : request;
}

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{M}\p{N}§']+/gu, ' ')
    .trim();
