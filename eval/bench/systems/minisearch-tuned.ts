import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import { type Build, DEPTH } from './types.ts';
import { isStopWord } from './words.ts';

/** MiniSearch with stop words left out, Porter stems, near spellings of longer words at a low weight, and BM25+ fitted. */
export const build: Build = (passages) => {
  const index = new MiniSearch({
    fields: ['title', 'text'],
    processTerm: (term) => {
      const word = term.toLowerCase();
      return isStopWord(word) ? null : stemmer(word);
    },
    searchOptions: {
      fuzzy: (term) => (term.length >= 5 ? 0.3 : false),
      weights: { fuzzy: 0.2, prefix: 0 },
      bm25: { k: 1.5, b: 0.7, d: 0.1 },
    },
  });
  index.addAll(passages);
  return {
    search: (question) =>
      index
        .search(question)
        .slice(0, DEPTH)
        .map(({ id, score }) => ({ id, score })),
  };
};
