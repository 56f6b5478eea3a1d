import { describe, expect, it } from 'vitest';
import { ENGLISH_CITATIONS } from '../../src/material/cite.ts';
import { mark } from '../../src/study/marking/index.ts';
import { makeQuestions } from '../../src/study/questions/index.ts';
import type { TypedQuestion } from '../../src/study/questions/types.ts';
import { openLibrary } from '../support/bot.ts';

const library = openLibrary();
const make = (seed: number, more = {}) =>
  makeQuestions(library, { count: 30, seed, words: ENGLISH_CITATIONS, ...more });

describe('questions from the fact table', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(make(5)).toEqual(make(5));
    expect(make(5)).not.toEqual(make(6));
  });

  it('have one right choice, no choice twice, and passages that bear it out', () => {
    for (let seed = 0; seed < 8; seed++) {
      for (const question of make(seed)) {
        expect(question.passages.every((id) => library.material.passages.has(id))).toBe(true);
        if (!('choices' in question)) continue;
        expect(new Set(question.choices.map((choice) => choice.toLowerCase())).size).toBe(question.choices.length);
        expect(question.choices[question.right]).toBeDefined();
      }
    }
  });

  it('are of the mode, the subject and the source asked for', () => {
    expect(new Set(make(1, { modes: ['typed'] }).map(({ mode }) => mode))).toEqual(new Set(['typed']));
    expect(make(1, { modes: ['source'] }).every(({ mode }) => mode === 'source')).toBe(true);
    expect(make(1, { about: 'zzzzqqqq' })).toEqual([]);
    const facts = library.material.facts.filter(({ source }) => source === 'stratfor-2014').map(({ id }) => id);
    for (const question of make(1, { sources: new Set(['stratfor-2014']) })) {
      const isOfIt = question.passages.some((id) => id.startsWith('stratfor-2014#'));
      expect(isOfIt || question.facts.some((id) => facts.includes(id)), question.prompt).toBe(true);
    }
  });
});

it.each([
  ['hugo chavez', { right: true, accepted: 'Hugo Chávez' }],
  ['Hugo Chávez', { right: true }],
  ['Hugo Chávez!', { right: true, accepted: 'Hugo Chávez' }],
  ['Chávez', { right: false }],
  ['', { right: false }],
])('a typed answer: %j', (given, marked) => {
  const question = { mode: 'typed', answers: ['Hugo Chávez'], kind: 'name' } as unknown as TypedQuestion;
  expect(mark(question, given)).toEqual(marked);
});
