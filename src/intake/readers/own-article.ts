import { parseArticle } from '../../material/articles.ts';
import { countWords } from '../blocks/words.ts';
import { Unreadable } from '../failure.ts';
import type { InputFile, Works } from './reader.ts';

/** A text in this project's own format, which says its own numbers. */
export function readOwnArticle({ name, text }: InputFile): Works {
  const { value, problems } = parseArticle(name, text);
  if (!value || problems.length > 0) {
    throw new Unreadable(
      'badArticle',
      problems.map(({ file: _, ...problem }) => problem),
    );
  }
  const passages = value.passages.map(({ id: _id, source: _source, ...passage }) => passage);
  return {
    works: [{ about: value.about, passages, format: 'markdown', words: countWords(passages), id: value.source }],
  };
}
