import Fuse from 'fuse.js';
import { type Build, DEPTH } from './types.ts';
import { informativeWords } from './words.ts';

/** Fuse.js with token search, title and text as one field, stop words left out, a strict threshold, a light length norm. */
export const build: Build = (passages) => {
  const texts = passages.map(({ title, text }) => `${title}. ${text}`);
  const fuse = new Fuse(texts, {
    includeScore: true,
    useTokenSearch: true,
    tokenize: informativeWords,
    threshold: 0.2,
    ignoreLocation: true,
    fieldNormWeight: 0.3,
  });
  return {
    search: (question) =>
      fuse
        .search(question, { limit: DEPTH })
        .map(({ refIndex, score }) => ({ id: passages[refIndex]?.id ?? '', score: 1 - (score ?? 1) })),
  };
};
