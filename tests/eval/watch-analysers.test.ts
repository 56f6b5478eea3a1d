import { expect, it } from 'vitest';
import { totalOf, watchAnalysers } from '../../eval/counts/watch-analysers.ts';
import { createIndex } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';

const takeCalls = watchAnalysers();

it('counts each reading of a text, and starts anew when the counts are taken', () => {
  const analyser = analyserOf(english);
  analyser.analyse('The ferry sails at noon.');
  analyser.analyse('The ferry sails at noon.');
  analyser.analyse('The harbour is closed.');
  const calls = takeCalls();
  expect(calls.get('The ferry sails at noon.')).toBe(2);
  expect(totalOf(calls)).toBe(3);
  expect(totalOf(takeCalls())).toBe(0);
});

it('sees what an index reads in another language than its own, and no stored text in a search', () => {
  const text = 'Die Fähre fährt um zwölf Uhr vom Hafen ab.';
  const index = createIndex([{ id: 'a', group: 'a', title: 'Fahrplan', text, language: 'de' }], analyserOf(english));
  expect(takeCalls().get(text)).toBe(1);

  const { hits } = index.search('Fähre Hafen');
  expect(hits.map(({ id }) => id)).toEqual(['a']);
  // Once to tell its language, and once in that.
  const calls = takeCalls();
  expect([calls.get('Fähre Hafen'), calls.get(text)]).toEqual([2, undefined]);
});
