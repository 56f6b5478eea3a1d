import { expect, it } from 'vitest';
import { createIndex } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';

const SECTIONS: readonly (readonly [heading: string, text: string])[] = [
  ['Sluices', 'They are opened before the spring floods, and closed when the river has fallen again.'],
  ['Workers', 'A worker works from dawn, and another worker takes over his work at noon.'],
  ['Wages', 'Each is paid four guineas a year.'],
];
const documents = SECTIONS.map(([heading, text], at) => ({
  id: `${at}`,
  group: 'g',
  title: 'The mill',
  heading,
  text,
}));
const firstOf = (question: string, more: readonly string[] = []) => {
  const others = more.map((text, at) => ({
    id: `more ${at}`,
    group: 'g',
    title: 'The mill',
    heading: 'Repairs',
    text,
  }));
  return createIndex([...documents, ...others], analyserOf(english)).search(question).hits[0];
};

it('the passages below a heading come first that no text repeats', () => {
  expect(firstOf('How do the sluices work?')).toMatchObject({ id: '0', isSection: true });
});

it('a text that holds what is asked about comes before a heading', () => {
  const text = 'The sluices work by a wheel of oak.';
  expect(firstOf('How do the sluices work?', [text])).toMatchObject({ id: 'more 0', isSection: false });
});

it('a heading that holds a part of what is asked about does not lead', () => {
  expect(firstOf('Which guineas do sluices bring?')?.isSection).toBe(false);
});

it('a section whose heading is what is to be defined says so first', () => {
  const texts = [
    'Take a piece of dough and stretch it until light shines through.',
    'The poke test is for the shaped loaf, and this test comes later: a test of patience.',
  ];
  const section = texts.map((text, at) => ({
    id: `${at}`,
    group: 'g',
    title: 'Bread',
    heading: '4. Windowpane test',
    text,
  }));
  const other = {
    id: 'other',
    group: 'g',
    title: 'Bread',
    heading: 'History of the windowpane test',
    text: 'It is old.',
  };
  const index = createIndex([other, ...section], analyserOf(english));
  expect(index.search('What is the windowpane test?').hits[0]?.id).toBe('0');
});
