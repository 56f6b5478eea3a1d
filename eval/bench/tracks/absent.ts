import { shuffled } from '../../../src/study/questions/random.ts';
import { askedOf, isAnswerable } from '../../data/questions.ts';
import { randomFrom } from '../../data/random.ts';
import type { Dataset } from '../../data/types.ts';
import { sampleBoth } from './sample.ts';
import type { Track } from './types.ts';

/** A third of the articles is left out of the index: do questions on them score apart from the others? */
export const absent: Track = {
  name: 'absent',
  family: 'absent',
  lacks: (dataset) => (articlesOf(dataset).length < 2 ? 'it needs two articles or more' : undefined),
  prepare(dataset, options) {
    const articles = shuffled(randomFrom(options.seed, 'absent'), articlesOf(dataset));
    const leftOut = new Set(articles.slice(0, Math.max(1, Math.round(articles.length / 3))));
    const passages = dataset.passages.filter((passage) => !leftOut.has(passage.article));
    const kept = new Set(passages.map((passage) => passage.id));
    const questions = dataset.questions.map((question) => askedOf(kept, question));
    return {
      passages,
      questions: sampleBoth(
        questions.filter(isAnswerable),
        questions.filter((q) => !isAnswerable(q)),
        options,
      ),
    };
  },
};

/** In the order of the file, which every process reads alike. */
function articlesOf(dataset: Dataset): string[] {
  return [...new Set(dataset.passages.map((passage) => passage.article))];
}
