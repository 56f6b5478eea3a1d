import { describe, expect, it } from 'vitest';
import { quoteExcerpt } from '../../src/reply/excerpt.ts';

describe('an excerpt', () => {
  it('keeps the lines of a list, each quoted, and formats nothing of its own accord', () => {
    const text = 'They took:\n- hides\n# cheese\n> letters, for a *fee*';
    const start = text.indexOf('cheese');
    expect(quoteExcerpt(text, [[start, start + 6]], [0, 5], 200)).toBe(
      '> They took\\:\n> \\- hides\n> \\# **cheese**\n> \\> letters, for a \\*fee\\*',
    );
  });

  it('is one quotation where the text breaks its lines more than once', () => {
    expect(quoteExcerpt('one\n\n\ntwo', [], [0, 3], 200)).toBe('> one\n> two');
  });
});
