import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { withoutGrammarSlips } from '../../src/answer/question/grammar-slips.ts';
import { createIndex } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english, languageOf } from '../../src/text/languages/index.ts';
import { openLibrary } from '../support/bot.ts';

const text = 'A wehn is a small boat of the delta.';
const passages = createIndex([{ id: 'a', group: 'a', title: '', text }], analyserOf(english));
const empty = createIndex([], analyserOf(english));

const read = (question: string, index = empty) => withoutGrammarSlips(question, { language: english, passages: index });

describe('a slip in a word of grammar', () => {
  it.each([
    ['waht is a drumlin', 'what is a drumlin'],
    ['Wehn was the canal opened?', 'when was the canal opened?'],
    ['how mcuh ice did it lose', 'how much ice did it lose'],
    ['whhat is the defintion of firn', 'what is the definition of firn'],
    ['wht is tehre', 'what is there'],
    ['hwo many locks are tehre', 'how many locks are there'],
  ])('is read as it was meant: %s', (question, meant) => {
    expect(read(question).text).toBe(meant);
  });

  it.each([
    'who is Mary, form and hat',
    'what is a bot for sam',
    'what is THSI and Thsi',
    'what does "tehre_is" do, and x.tehre',
    'is whn-5 a boat',
    'who said teh-ran',
  ])('is not looked for in proper words, names and codes: %s', (question) => {
    expect(read(question)).toEqual({ text: question, respelt: [] });
  });

  it('is no slip where the material has the word', () => {
    expect(read('what is a wehn', passages).text).toBe('what is a wehn');
  });

  it('is none where another language has the word', () => {
    expect(read('Wer leitete die Arbeiten?').respelt).toEqual([]);
  });

  it('is looked for in languages alone whose words are known', () => {
    expect(withoutGrammarSlips('waht cmoo', { language: languageOf('es'), passages: empty }).respelt).toEqual([]);
  });

  it('is shown with the question as it was typed', () => {
    const answer = ask(openLibrary(), 'Wehn was Celac founded?');
    expect(answer).toMatchObject({
      question: 'Wehn was Celac founded?',
      verdict: 'answered',
      respelt: [{ typed: 'wehn', taken: 'when' }],
    });
    expect(answer.entries[0]?.sides.map(({ value }) => value)).toEqual(['2010', '2011']);
  });
});
