import { expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { openLibrary } from '../support/bot.ts';

const library = openLibrary();

it.each([
  ['Please summarise the Stratfor article!', 'overview'],
  ['What is “Russia Pushes to Deepen Ties in Latin America” about?', 'overview'],
  ['tl;dr', 'overview'],
  ['Do the sources disagree?', 'disagreements'],
  ['Which sources do you have?', 'sources'],
  ['Who wrote Russia Pushes to Deepen Ties in Latin America?', 'sources'],
  ['help', 'help'],
  ['Resume el texto', 'overview'],
  ['Do the sources disagree about Cuba?', 'disagreements'],
  ['What is it?', 'follow-up'],
])('shows nothing that only shares words with a request: %s', (message, request) => {
  expect(ask(library, message)).toMatchObject({
    verdict: 'close',
    request,
    entries: [],
    excerpts: [],
    missing: [],
  });
});

it('suggests whole questions where one goes on from another', () => {
  const { request, nearby } = ask(library, 'and in 2014?');
  expect(request).toBe('follow-up');
  expect(nearby.questions).toContain('Did Lavrov visit Peru in 2014?');
  expect(ask(library, 'Why?').nearby.questions).toHaveLength(5);
  expect(ask(library, 'Summary').nearby.questions).toEqual([]);
});

it.each([
  'Who wrote the Stratfor article?',
  'What is CELAC about?',
  'Do the sources agree when CELAC was founded?',
  'Do the sources agree on the year CELAC was founded?',
])('answers what the facts hold: %s', (question) => {
  const answer = ask(library, question);
  expect(answer.request).toBeUndefined();
  expect(answer.verdict).toBe('answered');
});
