import { describe, expect, it } from 'vitest';
import { countWords } from '../../src/intake/blocks/words.ts';
import { looksLikeHeading, looksLikeTitle } from '../../src/intake/print/headings.ts';

describe('a line in a script whose vowels are marks', () => {
  it.each(['नदी की बाढ़', 'गेहूँ', 'தமிழ்'])('is a title or a heading as any other: %s', (line) => {
    expect([looksLikeHeading(line), looksLikeTitle(line)]).toEqual([true, true]);
  });

  it('has as many words as stand between its spaces', () => {
    expect(countWords([{ text: 'नदी की बाढ़' }, { text: 'ওরা এল' }])).toBe(5);
  });
});
