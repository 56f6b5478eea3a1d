import Fuse from 'fuse.js';
import { type Build, DEPTH } from './types.ts';

/** Fuse.js with token search switched on and nothing else set. */
export const build: Build = (passages) => {
  const fuse = new Fuse(passages, { keys: ['title', 'text'], includeScore: true, useTokenSearch: true });
  return {
    search: (question) =>
      fuse.search(question, { limit: DEPTH }).map(({ item, score }) => ({ id: item.id, score: 1 - (score ?? 1) })),
  };
};
