import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../src/reply/messages.ts';

describe('a number in a message', () => {
  it.each([
    ['en-GB', '12,345 words', '1.4 mo'],
    ['ja', '12,345 words', '1.4 mo'],
    ['de', '12.345 Wörter', '1,4 Mon.'],
    ['es-ES', '12.345 palabras', '1,4 meses'],
    ['ru', '12 345 слов', '1,4 мес.'],
  ])('is written as in %s', (locale, many, part) => {
    const messages = messagesFor(locale);
    expect(messages.plain('library.words', { count: 12_345 })).toBe(many);
    expect(messages.plain('review.interval.months', { value: 1.4 })).toBe(part);
  });
});
