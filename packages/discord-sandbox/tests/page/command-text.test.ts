import { describe, expect, it } from 'vitest';
import { parseCommandText } from '../../page/composer/command-text.ts';
import { commands } from './fixtures.ts';

const read = (text: string) => {
  const parsed = parseCommandText(text, commands);
  return parsed && { name: parsed.command.name, values: parsed.values, rest: parsed.rest };
};

describe('a command typed as text', () => {
  it('gives the text behind the name to the first required string option', () => {
    expect(read('/ask When was it founded?')).toEqual({
      name: 'ask',
      values: { question: 'When was it founded?' },
      rest: '',
    });
  });

  it('reads options by name, in any order', () => {
    const values = { source: 'the yearbook', question: 'When?', private: 'true' };
    expect(read('/ask source:the yearbook question:When? private:true')?.values).toEqual(values);
    expect(read('/ask When? source:the yearbook private:true')?.values).toEqual(values);
  });

  it('takes a name with a space behind its colon, or one that is no option, for prose', () => {
    expect(read('/ask What is the source: a book?')?.values).toEqual({ question: 'What is the source: a book?' });
    expect(read('/ask Is it https://a.b or 12:30?')?.values).toEqual({ question: 'Is it https://a.b or 12:30?' });
  });

  it('takes a name that comes again for part of the value', () => {
    expect(read('/ask When? source:a source:b')?.values).toEqual({ question: 'When?', source: 'a source:b' });
  });

  it('finds a subcommand, and the whole of a name only', () => {
    expect(read('/quiz start Rivers')).toEqual({ name: 'quiz start', values: { topic: 'Rivers' }, rest: '' });
    expect(read('/asking')).toBeUndefined();
    expect(read('/quiz')).toBeUndefined();
    expect(read('ask When?')).toBeUndefined();
  });

  it('hands back text that no option takes', () => {
    expect(read('/quiz stop now')).toEqual({ name: 'quiz stop', values: {}, rest: 'now' });
  });
});
