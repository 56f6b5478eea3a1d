import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, escapeMarkdown, unescapeMarkdown } from '../../src/reply/escape.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['**bold** _it_ ~~no~~ ||spoiler||', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\|\\|spoiler\\|\\|'],
    ['# heading', '\\# heading'],
    ['-# subtext', '\\-\\# subtext'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['> quote', '\\> quote'],
    ['[text](https://example.org)', '\\[text\\]\\(https\\://example.org\\)'],
    ['<@123> <#4> <@&5> @everyone', '\\<\\@123\\> \\<\\#4\\> \\<\\@&5\\> \\@everyone'],
    ['`code`', '\\`code\\`'],
    [':smile: <a:x:1>', '\\:smile\\: \\<a\\:x\\:1\\>'],
  ])('%s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('keeps what it says in one line', () => {
    expect(escapeMarkdown('one\n# two\r\n> three')).toBe('one \\# two \\> three');
  });

  it('is undone by unescapeMarkdown, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => unescapeMarkdown(escapeMarkdown(text)) === clean(text)),
    );
  });

  it('leaves no character of markdown without a backslash before it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => !/(?<!\\)(?:\\\\)*[*_~|`<>#[\]():@]/.test(escapeMarkdown(text).replace(/\\[^\\]/g, '')),
      ),
    );
  });
});

describe('clean', () => {
  it('takes out what turns the writing around or is not seen', () => {
    expect(clean('a\u202Eb\u200Bc\u0000d\u2066e')).toBe('abc de');
  });

  it('replaces a lone surrogate', () => {
    expect(clean('a\uD800b')).toBe('ab');
  });
});
