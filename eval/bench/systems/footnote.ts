import { ANSWERED, buildIndex } from '../../../src/search/index.ts';
import { analyserOf } from '../../../src/text/analyser.ts';
import { english } from '../../../src/text/languages/index.ts';
import { type Build, DEPTH } from './types.ts';

/** Footnote's own engine, set up as the bot sets it up. */
export const build: Build = async (passages, synonyms) => {
  const documents = passages.map(({ id, article, title, text }) => ({ id, group: article, title, text }));
  const index = await buildIndex(documents, analyserOf(english), synonyms);
  return {
    search: (question) =>
      index.search(question, { limit: DEPTH }).hits.map(({ id, confidence }) => ({ id, score: confidence })),
    threshold: ANSWERED,
  };
};
