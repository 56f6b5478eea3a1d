import { describe, expect, it } from 'vitest';
import { htmlContent } from '../../src/intake/pages/prepare.ts';
import { readMarkdown } from '../../src/intake/readers/markdown.ts';
import { readTex } from '../../src/intake/readers/tex.ts';
import { readPlainText } from '../../src/intake/readers/text.ts';

const inMarkdown = (...lines: string[]) =>
  readMarkdown(lines.join('\n')).blocks.map((block) => ('kind' in block ? [block.kind, block.text] : block.text));
const inHtml = (html: string) =>
  htmlContent(html).blocks.map((block) => ('kind' in block ? [block.kind, block.text] : block.text));

describe('a definition list in Markdown', () => {
  it('keeps its terms and meanings whole where code stands in them', () => {
    expect(
      inMarkdown(
        '**E17: locked**',
        ': Remove `a.lock` if it is *old*, or `wait`. Then',
        'go on.',
        '',
        '`-t, --top N`',
        ': The default is 80.',
      ),
    ).toEqual([
      ['glossary', 'E17: locked\nRemove a.lock if it is old, or wait. Then go on.'],
      ['glossary', '-t, --top N\nThe default is 80.'],
    ]);
  });

  it('has several meanings of a term, several terms of a meaning, and needs no blank lines', () => {
    expect(
      inMarkdown(
        'Leat',
        ': A ditch.',
        ': A channel.',
        'Sluice',
        ': A gate.',
        '',
        'Weir',
        'Dam',
        '',
        ': A bar.',
        '',
        'No more.',
      ),
    ).toEqual([
      ['glossary', 'Leat\nA ditch.\nA channel.'],
      ['glossary', 'Sluice\nA gate.'],
      ['glossary', 'Weir, Dam\nA bar.'],
      'No more.',
    ]);
  });

  it('goes on with what is indented below it', () => {
    expect(inMarkdown('Leat', ': A ditch.', '', '    It leads water.', '', 'Prose.')).toEqual([
      ['glossary', 'Leat\nA ditch.'],
      'It leads water.',
      'Prose.',
    ]);
  });

  it('takes its last line alone from a paragraph before it', () => {
    const line = 'This line is longer than the name of anything would be, at least in a glossary.';
    expect(inMarkdown(line, 'Leat', ': A ditch.')).toEqual([line, ['glossary', 'Leat\nA ditch.']]);
  });

  it('is none below a heading or within a list', () => {
    expect(inMarkdown('# Mills', ': Not a meaning.', '', '- Item', ': Nor this.')).toEqual([
      'Mills',
      ': Not a meaning.',
      ['list', '• Item : Nor this.'],
    ]);
  });
});

describe('a definition list in HTML', () => {
  it('has several meanings of a term and several terms of a meaning', () => {
    expect(
      inHtml(`<p>Mills.</p><dl><dt>leat</dt><dd>A ditch.</dd><dd>A channel with <code>N</code>.</dd>
        <div><dt><code>-t N</code></dt> <dt><code>--top N</code></dt><dd>The most.</dd></div></dl>`),
    ).toEqual(['Mills.', ['glossary', 'leat\nA ditch.\nA channel with N.'], ['glossary', '-t N, --top N\nThe most.']]);
  });
});

describe('a definition list', () => {
  it('in plain text is what is set in below a term that heads nothing', () => {
    const options = ['``-t N``', '    The number of threads.', '', '-q', '  Print errors only.', ''];
    const others = [
      'Leat',
      '    A ditch that leads water.',
      '',
      'and so',
      'It ended.',
      '',
      'dear reader,',
      '  Good night.',
    ];
    const { blocks } = readPlainText(['Soil', '', ...options, ...others].join('\n'));
    expect(blocks.map((block) => ('kind' in block ? [block.kind, block.text] : block.text))).toEqual([
      'Soil',
      ['glossary', '-t N\nThe number of threads.'],
      ['glossary', '-q\nPrint errors only.'],
      'Leat',
      'A ditch that leads water.',
      'and so',
      'It ended.',
      'dear reader,\nGood night.',
    ]);
  });

  it('in TeX has terms and meanings', () => {
    const items = '\\item[\\texttt{-t N}] The \\texttt{most}. \\item[leat] A ditch.';
    const tex = `\\begin{document}Mills.\\begin{description}${items}\\end{description}\\end{document}`;
    expect(readTex(tex).blocks.map(({ text }) => text)).toEqual(['Mills.', '-t N\nThe most.', 'leat\nA ditch.']);
  });
});

describe('code between backticks in Markdown', () => {
  it('ends neither a note nor the title of a callout, and is no formula', () => {
    const { blocks } = readMarkdown(
      [
        '> [!TIP] Use `scan` first',
        '> It costs $3 for `$HOME` and 4$.',
        '',
        'See.[^1]',
        '',
        '[^1]: Not `a`, but b.',
      ].join('\n'),
    );
    expect(blocks.map(({ text }) => text)).toEqual([
      'Use scan first',
      'It costs $3 for $HOME and 4$.',
      'See.',
      'Notes',
      '1. Not a, but b.',
    ]);
  });
});
