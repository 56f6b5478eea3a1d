import { fill, readFiller } from '../../data/filler.ts';
import { askedOf, isAnswerable } from '../../data/questions.ts';
import { randomFrom } from '../../data/random.ts';
import { sample } from './sample.ts';
import type { Track } from './types.ts';
import { withTypos } from './typo.ts';

/** The same questions among more and more passages: how times and memory grow. */
export const growth: readonly Track[] = [
  growTo(1_000, 'growth-1k'),
  growTo(10_000, 'growth-10k'),
  growTo(100_000, 'growth-100k'),
];

function growTo(size: number, name: string): Track {
  return {
    name,
    family: 'growth',
    lacks: (_, options) => (options.filler === undefined ? 'it needs --filler FILE' : undefined),
    prepare(dataset, options) {
      const own = dataset.passages.slice(0, size);
      const filling = fill(size - own.length, readFiller(options.filler ?? ''), randomFrom(options.seed, 'filler'));
      const ids = new Set(own.map((passage) => passage.id));
      const answerable = dataset.questions.map((question) => askedOf(ids, question)).filter(isAnswerable);
      const questions = sample(answerable, options);
      return {
        passages: [...own, ...filling.passages],
        questions,
        respelt: withTypos(questions, options),
        ...(filling.synthetic > 0 && { note: `${filling.synthetic} passages synthesised from the filler's sentences` }),
      };
    },
  };
}
