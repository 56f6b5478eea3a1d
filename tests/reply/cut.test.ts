import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtSentences, splitInParts, truncate } from '../../src/reply/cut.ts';

const TEXT = 'One two three. Four five six seven. Eight nine. Ten eleven twelve thirteen fourteen.';

describe('cutAtSentences', () => {
  it('gives a text that fits back whole', () => {
    expect(cutAtSentences(TEXT, 500)).toEqual([0, TEXT.length]);
  });

  it('ends where a sentence ends', () => {
    const [start, end] = cutAtSentences(TEXT, 40);
    expect(TEXT.slice(start, end)).toBe('One two three. Four five six seven.');
  });

  it('holds what it is told to focus on', () => {
    const at = TEXT.indexOf('Eight');
    const [start, end] = cutAtSentences(TEXT, 30, [at, at + 11]);
    expect(TEXT.slice(start, end)).toContain('Eight nine.');
  });

  it('cuts a sentence that is too long between words', () => {
    const [start, end] = cutAtSentences('word '.repeat(100), 33);
    expect('word '.repeat(100).slice(start, end)).toMatch(/^(word ?)+$/);
  });

  it('never gives more than asked for, nor half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 2, max: 100 }),
        fc.nat(),
        (text, max, focus) => {
          const at = text.length === 0 ? 0 : focus % text.length;
          const [start, end] = cutAtSentences(text, max, [at, Math.min(text.length, at + 5)]);
          expect(end - start).toBeLessThanOrEqual(max);
          expect(end).toBeGreaterThanOrEqual(start);
        },
      ),
    );
  });
});

describe('splitInParts', () => {
  it('loses nothing but the white space between parts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), fc.integer({ min: 5, max: 60 }), (words, max) => {
        const text = words.join('. ');
        const parts = splitInParts(text, max).map(([start, end]) => text.slice(start, end));
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(parts.every((part) => part.length <= max)).toBe(true);
      }),
    );
  });
});

describe('truncate', () => {
  it('ends in an ellipsis between words', () => {
    expect(truncate('When was CELAC founded?', 15)).toBe('When was CELAC…');
  });

  it('keeps within its limit', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 50 }), (text, max) => truncate(text, max).length <= max),
    );
  });
});
