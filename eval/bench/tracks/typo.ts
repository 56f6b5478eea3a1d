import { randomFrom } from '../../data/random.ts';
import type { Question } from '../../data/types.ts';
import { mistype } from '../../data/typos.ts';
import { sample } from './sample.ts';
import type { Track, TrackOptions } from './types.ts';

/** The questions with a typing error in about half of their words of five letters and more. */
export const typo: Track = {
  name: 'typo',
  family: 'typo',
  lacks: () => undefined,
  prepare: (dataset, options) => ({
    passages: dataset.passages,
    questions: withTypos(sample(dataset.questions, options), options),
  }),
};

/** The errors follow from the seed and the question's id alone. */
export function withTypos(questions: readonly Question[], options: TrackOptions): Question[] {
  return questions.map((question) => ({
    ...question,
    text: mistype(question.text, randomFrom(options.seed, 'typo', question.id)),
  }));
}
