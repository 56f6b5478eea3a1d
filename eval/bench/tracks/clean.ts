import { sample } from './sample.ts';
import type { Track } from './types.ts';

/** The questions as they stand. */
export const clean: Track = {
  name: 'clean',
  family: 'clean',
  lacks: () => undefined,
  prepare: (dataset, options) => ({ passages: dataset.passages, questions: sample(dataset.questions, options) }),
};
