import { describe, expect, it } from 'vitest';
import { areSwapped, orderOf, rolesIn } from '../../src/answer/candidates/word-order.ts';
import { createTextParser } from '../../src/answer/question/text-parser.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';

const parser = createTextParser(
  ['Russia', 'Brazil', 'Peru'].map((name) => ({ name, type: 'country', aliases: [], note: 'A country.' })),
  analyserOf(english),
);
const read = (text: string) => parser.parse(text).mentions;
const order = (text: string) => orderOf(read(text));
const asked = rolesIn(read('What does Russia sell to Brazil?'));

describe('names in a question', () => {
  it('stand the other way round where the table asks by the same word in one order only', () => {
    expect(areSwapped(order('What weapons does Brazil sell to Russia?'), asked)).toBe(true);
  });

  it.each([
    'What missiles does Russia sell to Brazil?',
    'What does Brazil buy from Russia?',
    'What does Peru sell to Russia?',
    'What does Brazil sell?',
    '',
  ])('do not in %j', (question) => {
    expect(areSwapped(order(question), asked)).toBe(false);
  });

  it('may stand either way where the table asks both ways', () => {
    const both = new Set([...asked, ...rolesIn(read('What does Brazil sell to Russia?'))]);
    expect(areSwapped(order('What does Brazil sell to Russia?'), both)).toBe(false);
  });
});
