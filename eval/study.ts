import { join } from 'node:path';
import { loadMaterial } from '../src/material/load.ts';
import type { Passage } from '../src/material/types.ts';
import { packageRoot } from '../src/root.ts';
import { overviewOf } from '../src/study/overview/overview.ts';
import { english } from '../src/text/languages/index.ts';
import { withLongestPause } from './bench/pauses.ts';
import { fill, readFiller } from './data/filler.ts';
import { percentile } from './data/metrics.ts';
import { randomFrom } from './data/random.ts';

/**
 * Prints how long an overview of one large work takes, and for how long that holds up the event loop at a time. The
 * work's passages are put together from the sentences of a file of `{"title", "text"}` lines, or of the shipped articles.
 */
const [file, passages = '10000', runs = '5'] = process.argv.slice(2);
const { articles, terms } = loadMaterial(join(packageRoot, 'knowledge')).value;
const shipped = articles.flatMap(({ source, passages }) =>
  passages.map(({ id, text }) => ({ id, title: source.title, article: source.id, text })),
);
const filler = file === undefined || file === '-' ? shipped : readFiller(file);
const filled = fill(Number(passages), filler, randomFrom('study')).passages;
const source = { id: 'large', title: 'A large work', authors: [], publisher: '' };
const article = {
  source,
  passages: filled.map(
    ({ text }, at): Passage => ({
      id: `large#${at + 1}`,
      source: 'large',
      paragraph: at + 1,
      kind: 'quote',
      heading: `Part ${Math.floor(at / 50)}`,
      text,
    }),
  ),
};

const times: number[] = [];
const pauses: number[] = [];
for (let run = 0; run <= Number(runs); run++) {
  const begun = performance.now();
  const { longestPause } = await withLongestPause(() => overviewOf(article, { terms, language: english }));
  // The first one warms up the code, as the bot's first questions do.
  if (run === 0)
    console.log(`first: ${Math.round(performance.now() - begun)} ms, longest pause ${Math.round(longestPause)} ms`);
  else {
    times.push(performance.now() - begun);
    pauses.push(longestPause);
  }
}
console.log(
  `overview of ${filled.length} passages: median ${Math.round(percentile(0.5, times))} ms, longest ${Math.round(Math.max(...times))} ms; longest pause ${Math.round(Math.max(...pauses))} ms`,
);
