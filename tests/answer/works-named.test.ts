import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { accountIn } from '../../src/answer/question/account.ts';
import { worksNamedIn } from '../../src/answer/question/works-named.ts';
import { openLibrary } from '../support/bot.ts';

const library = openLibrary();
const named = (text: string) =>
  worksNamedIn(text.split(' '), library).map(({ from, to, sources }) => [from, to, ...sources]);

describe('a work', () => {
  it.each([
    ['the moscow times', 0, 3, 'moscow-times-2013'],
    ['what moscow times says', 1, 3, 'moscow-times-2013'],
    ['what stratfor says', 1, 2, 'stratfor-2014'],
    ['by nechepurenko', 1, 2, 'moscow-times-2013'],
    ['russia pushes to deepen ties', 0, 5, 'stratfor-2014'],
  ])('is named in "%s"', (text, from, to, source) => {
    expect(named(text)).toContainEqual([from, to, source]);
  });

  it.each(['moscow', 'the times', 'ivan', 'russia', 'to deepen'])('is not named by "%s"', (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe('a question for one account', () => {
  it.each([
    ['According to the Moscow Times, when was CELAC founded?', 'when was CELAC founded?'],
    ['When was CELAC founded according to Nechepurenko?', 'When was CELAC founded ?'],
    ['What does the Moscow Times article say about CELAC?', 'CELAC?'],
  ])('is read without it: %s', (question, rest) => {
    expect(accountIn(question, library)).toEqual({ source: 'moscow-times-2013', question: rest });
  });

  it.each([
    'According to Mongolia, when was CELAC founded?',
    'According to Russia, what is CELAC?',
    'When was CELAC founded?',
  ])('is none where no work is named: %s', (question) => {
    expect(accountIn(question, library)).toBeUndefined();
  });

  it('is answered by that work alone', () => {
    const { verdict, entries } = ask(library, 'acc to moscow times when was celac founded');
    expect(verdict).toBe('answered');
    expect(entries.flatMap(({ sides }) => sides.map(({ value }) => value))).toEqual(['2010']);
  });
});
