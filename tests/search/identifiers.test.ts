import { expect, it } from 'vitest';
import { createIndex } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';

const index = createIndex(
  [
    {
      id: 'size',
      group: 'g',
      title: 'Manual',
      text: 'The store is pruned once it holds max_size_gb; the default is 100.',
    },
    { id: 'tries', group: 'g', title: 'Manual', text: 'The maximum of retries for each file is five.' },
    { id: 'open', group: 'g', title: 'Manual', heading: 'max_open_files', text: 'How many are held open at once.' },
  ],
  analyserOf(english),
);
const missing = (question: string) => index.search(question).hits[0]?.missing;

it.each(['default of max_size_gb', 'what is MAX_SIZE_GB?', 'max_open_files held open'])(
  'a name of code stands where its words do, side by side: %s',
  (question) => {
    expect(missing(question)).toEqual([]);
  },
);

it.each([
  ['max_size_mb', 'what is the default of max_size_mb'],
  ['max_size', 'the default of max_size'],
  ['max_retries_per_file', 'what is the maximum of max_retries_per_file'],
])('%s is missing where only its words stand there', (name, question) => {
  expect(missing(question)).toContain(name);
});
