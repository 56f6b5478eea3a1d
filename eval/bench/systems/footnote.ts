import { groupBy } from '../../../src/group.ts';
import { ANSWERED, buildIndex } from '../../../src/search/index.ts';
import { analyserOf } from '../../../src/text/analyser.ts';
import { languageOfText } from '../../../src/text/detect.ts';
import { english } from '../../../src/text/languages/index.ts';
import type { Passage } from '../../data/types.ts';
import { type Build, DEPTH } from './types.ts';

/** Footnote's own engine, set up as the bot sets it up. */
export const build: Build = async (passages, synonyms) => {
  const articles = groupBy(passages, ({ article }) => article);
  const languages = new Map([...articles].map(([article, all]) => [article, languageCode(all)]));
  const documents = passages.map(({ id, article, title, text }) => {
    const language = languages.get(article);
    return { id, group: article, title, text, ...(language === undefined ? {} : { language }) };
  });
  const index = await buildIndex(documents, analyserOf(english), synonyms);
  return {
    search: (question) =>
      index.search(question, { limit: DEPTH }).hits.map(({ id, confidence }) => ({ id, score: confidence })),
    threshold: ANSWERED,
  };
};

/** Of an article in another language than English. */
function languageCode(passages: readonly Passage[]): string | undefined {
  const language = languageOfText(passages.map(({ text }) => text).join('\n'), english);
  return language === english ? undefined : language.code;
}
