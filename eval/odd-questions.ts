import fc from 'fast-check';
import { createIndex } from '../src/search/index.ts';
import { analyserOf } from '../src/text/analyser.ts';
import { english } from '../src/text/languages/index.ts';
import { anything, HARD, passages } from '../tests/search/odd-questions.ts';
import { percentile } from './data/metrics.ts';

/**
 * Prints how long the engine takes over questions that nobody foresaw: those of the tests' list, and QUESTIONS generated
 * ones (1,000), on a thousand passages. `npm run bench:odd -- QUESTIONS`. Each is asked three times, of indexes that
 * remember nothing of it, and its quickest time counts: what others want of the processor in between is not the engine's.
 */
const QUESTIONS = Number(process.argv[2] ?? 1_000);
const TRIES = 3;

const thousand = passages(1_000);
const indexes = Array.from({ length: TRIES }, () => createIndex(thousand, analyserOf(english)));
const generated = fc.sample(anything, { numRuns: QUESTIONS, seed: 1 });
// The compiler has its say before anything is measured.
for (const [, question] of HARD) indexes[0]?.search(question);

for (const [name, question] of HARD) print(name, [quickest(question)]);
const times = generated.map(quickest);
print(`${QUESTIONS} generated`, times);

function quickest(question: string): number {
  return Math.min(
    ...indexes.map((index) => {
      const begun = performance.now();
      index.search(question, { limit: 10 });
      return performance.now() - begun;
    }),
  );
}

function print(name: string, all: readonly number[]): void {
  const most = `${Math.max(...all).toFixed(1)} ms`;
  const at = (share: number) => `${(percentile(share, all) ?? 0).toFixed(1)} ms`;
  process.stdout.write(`${name}: ${all.length === 1 ? most : `p50 ${at(0.5)}, p99 ${at(0.99)}, at most ${most}`}\n`);
}
