import { Index } from 'flexsearch';
import { type Build, DEPTH } from './types.ts';
import { stems } from './words.ts';

/**
 * FlexSearch over Porter stems without stop words, tolerant of swapped and missing letters, words of the question
 * optional, with the finest ranking it offers. It tells no scores: whether it found anything is all that can be
 * compared across questions.
 */
export const build: Build = (passages) => {
  const index = new Index({ tokenize: 'tolerant', encode: stems, resolution: 100 });
  for (const [number, { title, text }] of passages.entries()) index.add(number, `${title}. ${text}`);
  return {
    search: (question) =>
      index
        .search(question, { limit: DEPTH, suggest: true })
        .map((number) => ({ id: passages[Number(number)]?.id ?? '', score: 1 })),
  };
};
