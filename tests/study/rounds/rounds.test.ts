import { describe, expect, it } from 'vitest';
import type { ChoiceQuestion, OrderQuestion, TypedQuestion } from '../../../src/study/questions/types.ts';
import { hintOf, hintsOf } from '../../../src/study/rounds/hints.ts';
import { readOrder } from '../../../src/study/rounds/order.ts';
import { missedBy, missedByMost, standingsOf } from '../../../src/study/rounds/standings.ts';

const base = { id: 'q', prompt: 'When?', passages: [], facts: [], subject: 'leat' };
const choice = (id: string, choices: readonly string[], right: number): ChoiceQuestion => ({
  ...base,
  id,
  mode: 'choice',
  choices,
  right,
});
const typed: TypedQuestion = { ...base, mode: 'typed', kind: 'name', answers: ['Hugo Chávez', 'Chavez'] };
const order: OrderQuestion = { ...base, mode: 'order', items: ['c', 'a', 'b'], right: [1, 2, 0] };

describe('a hint', () => {
  it('takes away half of the choices and never the right one', () => {
    const left = new Set<number>();
    for (let id = 0; id < 200; id++) {
      const question = choice(String(id), ['a', 'b', 'c', 'd'], id % 4);
      const hint = hintOf(question, 1);
      if (hint?.kind !== 'choices') throw new Error('no choices');
      expect(hint.wrong.size).toBe(2);
      expect(hint.wrong.has(question.right)).toBe(false);
      for (const at of [0, 1, 2, 3]) if (!hint.wrong.has(at) && question.right === 0) left.add(at);
    }
    expect([...left].sort()).toEqual([0, 1, 2, 3]);
  });

  it('is not given between two choices', () => {
    expect(hintsOf(choice('x', ['yes', 'no'], 0))).toBe(0);
    expect(hintsOf(choice('x', ['1', '2', '3'], 0))).toBe(1);
  });

  it('shows first letters, then every other one', () => {
    expect(hintsOf(typed)).toBe(2);
    expect(hintOf(typed, 0)).toBeUndefined();
    expect(hintOf(typed, 1)).toEqual({ kind: 'letters', letters: 'H___ C_____' });
    expect(hintOf(typed, 2)).toEqual({ kind: 'letters', letters: 'H_g_ C_á_e_' });
  });

  it('says what comes first', () => {
    expect(hintOf(order, 1)).toEqual({ kind: 'first', item: 'a' });
  });
});

it.each([
  ['BCA', [1, 2, 0]],
  ['b, c, a', [1, 2, 0]],
  ['b-c → a.', [1, 2, 0]],
  ['BC', undefined],
  ['BBA', undefined],
  ['BCD', undefined],
  ['first b', undefined],
  ['', undefined],
])('the order %j is read as %j', (text, places) => {
  expect(readOrder(text, 3)).toEqual(places);
});

describe('the standings', () => {
  const given = [
    { question: 0, person: 'ben', right: true },
    { question: 0, person: 'ana', right: true },
    { question: 1, person: 'ben', right: false },
    { question: 1, person: 'ana', right: true },
    { question: 2, person: 'ben', right: true },
    { question: 2, person: 'eve', right: false },
  ];

  it('put the most right answers first and give the same rank for the same number', () => {
    expect(standingsOf(given)).toEqual([
      { person: 'ana', right: 2, answered: 2, rank: 1 },
      { person: 'ben', right: 2, answered: 3, rank: 1 },
      { person: 'eve', right: 0, answered: 1, rank: 3 },
    ]);
    expect(standingsOf([])).toEqual([]);
  });

  it('know what most missed, and what one person did', () => {
    expect(missedByMost(given, 4)).toEqual([1, 2, 3]);
    expect(missedByMost([], 2)).toEqual([0, 1]);
    expect(missedBy('ana', given, 4)).toEqual([2, 3]);
  });
});
