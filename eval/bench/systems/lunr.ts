import lunr from 'lunr';
import { type Build, DEPTH } from './types.ts';
import { isStopWord, words } from './words.ts';

/** lunr with its own stop words and stemmer; each word of the question also matches words one edit away, at a fifth of the weight. */
export const build: Build = (passages) => {
  const index = lunr((builder) => {
    builder.ref('id');
    builder.field('title');
    builder.field('text');
    for (const passage of passages) builder.add(passage);
  });
  return {
    search: (question) =>
      index
        .query((query) => {
          for (const word of words(question).filter((each) => !isStopWord(each))) {
            query.term(word, { boost: 5 });
            query.term(word, { editDistance: 1 });
          }
        })
        .slice(0, DEPTH)
        .map(({ ref, score }) => ({ id: ref, score })),
  };
};
