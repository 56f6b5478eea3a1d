import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/text/languages/index.ts';
import { splitSentences } from '../../src/text/sentences.ts';

const sentencesOf = (code: string, text: string) =>
  splitSentences(text, languageOf(code)).map(([from, to]) => text.slice(from, to));

describe('sentences', () => {
  it('go on behind the full stop of a German ordinal, and end behind other numbers', () => {
    const dated = 'Am 1. April 1790 begann der Bau im 18. Jahrhundert.';
    expect(sentencesOf('de', `${dated} Es war Jahrgang 12. Danach ruhte er.`)).toEqual([
      dated,
      'Es war Jahrgang 12.',
      'Danach ruhte er.',
    ]);
    expect(sentencesOf('de', 'Das war 1790. April und Mai vergingen.')).toHaveLength(2);
    expect(sentencesOf('en', 'They had 12. April came.')).toHaveLength(2);
  });

  it('end at marks before white space and at line breaks, and not at marks inside', () => {
    expect(sentencesOf('en', 'One… two.” Three?! Four\n \nFive .5 six...seven')).toEqual([
      'One…',
      'two.”',
      'Three?!',
      'Four',
      'Five .5 six...seven',
    ]);
  });

  it.each([
    ['橋は古い。「水車もある。」川は深い！', 3],
    ['पुल पुराना है। चक्की भी पुरानी है। कब बना?', 3],
    ['متى بني الجسر؟ بني قديما.', 2],
    ['ស្ពានចាស់។ ទឹកជ្រៅ។', 2],
  ])('end at the marks of other scripts: %s', (text, count) => {
    expect(sentencesOf('und', text)).toHaveLength(count);
  });

  it.each(['.', ' ', '\n', '."', '. '])('are found in one pass over a row of %j: another takes minutes', (mark) => {
    const row = mark.repeat(200_000 / mark.length);
    expect(sentencesOf('en', `Begin${row}end`).join('')).toContain('end');
  });
});
