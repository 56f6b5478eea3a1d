import { shuffled } from '../../../src/study/questions/random.ts';
import { randomFrom } from '../../data/random.ts';
import type { Question } from '../../data/types.ts';
import type { TrackOptions } from './types.ts';

/**
 * At most `limit` questions in an order that the seed decides: also those that a slow system answers before its time
 * is up are a fair sample, and the same ones as every other system's first.
 */
export function sample(questions: readonly Question[], options: TrackOptions): Question[] {
  return shuffled(randomFrom(options.seed, 'sample'), questions).slice(0, options.limit);
}

/** At most `limit` of either kind, mixed, so that a slow system also gets both. */
export function sampleBoth(first: readonly Question[], second: readonly Question[], options: TrackOptions): Question[] {
  const both = [...sample(first, options), ...sample(second, options)];
  return shuffled(randomFrom(options.seed, 'mix'), both);
}
