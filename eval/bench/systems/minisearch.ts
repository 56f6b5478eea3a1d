import MiniSearch from 'minisearch';
import { type Build, DEPTH } from './types.ts';

/** MiniSearch with nothing but its fields set. */
export const build: Build = (passages) => {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  index.addAll(passages);
  return {
    search: (question) =>
      index
        .search(question)
        .slice(0, DEPTH)
        .map(({ id, score }) => ({ id, score })),
  };
};
