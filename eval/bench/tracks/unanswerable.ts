import { sampleBoth } from './sample.ts';
import type { Track } from './types.ts';

/** Questions on topics that the passages treat, without the answer: do they score apart from those with one? */
export const unanswerable: Track = {
  name: 'unanswerable',
  family: 'unanswerable',
  lacks: (dataset) => (dataset.unanswerable.length === 0 ? 'the data hold no unanswerable questions' : undefined),
  prepare: (dataset, options) => ({
    passages: dataset.passages,
    questions: sampleBoth(dataset.questions, dataset.unanswerable, options),
  }),
};
