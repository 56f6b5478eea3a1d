import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../page/markdown/parse.ts';
import type { MarkdownNode } from '../../page/markdown/tree.ts';

/** A short notation of the tree: `strong(a em(b))`; neighbouring texts are joined. */
const outline = (nodes: MarkdownNode[]): string => nodes.map(outlineOf).join('');

const outlineOf = (node: MarkdownNode): string => {
  if (node.type === 'text') return String(node.content);
  if (node.type === 'br') return '⏎';
  const items = node.items as MarkdownNode[][] | undefined;
  const name = items ? `${node.ordered ? `ol${node.start}` : 'ul'}` : `${node.type}${node.level ?? ''}`;
  const inner = items ? items.map((item) => `li(${outline(item)})`).join('') : content(node);
  return `${name}${node.target ? `<${node.target}>` : ''}(${inner})`;
};

const content = ({ content }: MarkdownNode): string =>
  Array.isArray(content) ? outline(content) : String(content ?? '');

const shows = (text: string): string => outline(parseMarkdown(text));

describe('inline markdown', () => {
  it.each([
    ['**b** *i* _i_ __u__ ~~s~~', 'strong(b) em(i) em(i) underline(u) strikethrough(s)'],
    ['***both***', 'em(strong(both))'],
    ['||hidden **b**||', 'spoiler(hidden strong(b))'],
    ['`a*b*`', 'inlineCode(a*b*)'],
    ['snake_case_word', 'snake_case_word'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['<b>x</b> &lt;', '<b>x</b> &lt;'],
  ])('reads %j', (text, expected) => expect(shows(text)).toBe(expected));

  it('takes every escaped mark as a character', () => {
    const marks = '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\|\\|e\\|\\| \\[f\\](https://a.b) \\# g \\> h \\- i';
    expect(shows(marks).replace(/url<[^>]*>\(([^)]*)\)/, '$1')).toBe(
      '*a* _b_ ~~c~~ `d` ||e|| [f](https://a.b) # g > h - i',
    );
  });
});

describe('links', () => {
  it('shows a masked link, brackets in its text and address included', () => {
    expect(shows('[a [b] **c**](https://a.b/c_(d))')).toBe('link<https://a.b/c_(d)>(a [b] strong(c))');
    expect(shows('[t](<https://a.b> "title")')).toBe('link<https://a.b>(t)');
  });

  it('links nothing but http and https', () => {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//a.b']) {
      expect(shows(`[t](${address})`)).toBe(`[t](${address})`);
    }
  });

  it('keeps a bare address within a masked link part of the text', () => {
    expect(shows('[https://a.b](https://c.d)')).toBe('link<https://c.d>(https://a.b)');
  });
});

describe('blocks', () => {
  it.each([
    ['# a\n## b\n### c\n#### d', 'heading1(a)heading2(b)heading3(c)#### d'],
    ['-# small *i*', 'subtext(small em(i))'],
    ['> q\n> r\nafter', 'blockQuote(q⏎r⏎)after'],
    ['> q\n-# below', 'blockQuote(q⏎)subtext(below)'],
    ['> q\n# below', 'blockQuote(q⏎)heading1(below)'],
    ['>>> all\nof it', 'blockQuote(all⏎of it)'],
    ['```js\nlet a = *b*;\n```', 'codeBlock(let a = *b*;)'],
    ['\\# a', '# a'],
    ['a # b', 'a # b'],
  ])('reads %j', (text, expected) => expect(shows(text)).toBe(expected));

  it('reads lists, deeper ones within their item', () => {
    expect(shows('- a\n- b\n  - c\n- d\nafter')).toBe('ul(li(a)li(b⏎ul(li(c)))li(d))after');
    expect(shows('3. a\n4. b')).toBe('ol3(li(a)li(b))');
    expect(shows('> - a\n> - b')).toBe('blockQuote(ul(li(a)li(b)))');
    expect(shows('* a *b*')).toBe('ul(li(a em(b)))');
  });

  it('begins no list and no heading in the middle of a line or within bold', () => {
    expect(shows('a - b')).toBe('a - b');
    expect(shows('-a')).toBe('-a');
    expect(shows('**1. x**')).toBe('strong(1. x)');
    expect(shows('**# x**')).toBe('strong(# x)');
  });
});

describe('hostile text', () => {
  const longest = 4000;
  const patterns = [
    '*',
    '_',
    '[',
    '[a](',
    '[a](https://',
    '> ',
    '- ',
    '|| ',
    '`',
    '<',
    '\\',
    '**a',
    '~~',
    '# ',
    '(',
    '\n',
    '_*',
  ];

  it.each(patterns)('reads %j repeated up to the longest message: a slow way through it takes minutes', (pattern) => {
    expect(parseMarkdown(pattern.repeat(longest / pattern.length)).length).toBeGreaterThan(0);
  });

  it('never throws and never makes a link of anything but http', () => {
    const pieces = fc.constantFrom(
      '*',
      '_',
      '[',
      '](',
      ')',
      'javascript:',
      'https://a.b',
      '> ',
      '\n- ',
      '||',
      '`',
      '\\',
      'x ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const targets = [...JSON.stringify(parseMarkdown(parts.join(''))).matchAll(/"target":"([^"]*)"/g)];
        for (const [, target] of targets) expect(target).toMatch(/^https?:/);
      }),
      { numRuns: 300 },
    );
  });
});
