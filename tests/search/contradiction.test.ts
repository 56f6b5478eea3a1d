import { describe, expect, it } from 'vitest';
import { createIndex } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';

const index = createIndex(
  [
    {
      id: 'export',
      group: 'g',
      title: '',
      text: 'In 1931 the valley exported barley to the coast. The mill burnt down.',
    },
    { id: 'fastest', group: 'g', title: '', text: 'The fastest glacier on record moved forty metres a day.' },
    { id: 'last', group: 'g', title: '', text: 'The last death from yellow fever in the camp was in 1906.' },
    { id: 'both', group: 'g', title: '', text: 'The harbour imports coal and exports salt, as it always did.' },
    {
      id: 'distant',
      group: 'g',
      title: '',
      text: 'The lighthouse opened in May 1850. It is white. It is tall. The road closed.',
    },
  ],
  analyserOf(english),
);

const first = (question: string) => index.search(question).hits[0];

describe('the opposite of a word of the question', () => {
  it('lacks the answer where it stands in place of the word', () => {
    expect(first('When did the valley import barley?')).toMatchObject({ id: 'export', lacksAnswer: true });
  });

  it.each([
    ['What is the slowest glacier on record?', 'fastest'],
    ['When was the first death from yellow fever in the camp?', 'last'],
  ])('lacks it where it is a superlative or an ordinal: %s', (question, id) => {
    expect(first(question)).toMatchObject({ id, lacksAnswer: true });
  });

  it.each([
    ['When did the valley export barley?', 'export'],
    ['Does the harbour import coal?', 'both'],
    ['Does the harbour export more salt than it imports?', 'both'],
  ])('does not where the word stands there too, or is asked for: %s', (question, id) => {
    expect(first(question)).toMatchObject({ id, lacksAnswer: false });
  });

  it('does not where it stands far from what is asked', () => {
    expect(first('When was the lighthouse opened?')).toMatchObject({ id: 'distant', lacksAnswer: false });
  });
});

describe('what singles one out of many', () => {
  it.each([
    ['Which is the tallest lighthouse that opened in May?', ['tallest']],
    ['Which was the third lighthouse that opened in May?', ['third']],
    ['Was the white and tall lighthouse, whose road closed in May, the last?', ['last']],
    ['Which lighthouse opened in May, of the three?', []],
    ['What is the fastest glacier on record?', []],
  ])('is missing where the passage lacks it: %s', (question, missing) => {
    expect(first(question)?.missing).toEqual(missing);
  });
});
