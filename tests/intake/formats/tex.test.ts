import { describe, expect, it } from 'vitest';
import { leftOutOf, passagesOf, problemOf, workOf } from './reading.ts';

const document = (body: string, preamble = ''): string =>
  `\\documentclass[11pt]{article}\n\\usepackage{amsmath}\n${preamble}\n\\begin{document}\n${body}\n\\end{document}\n`;

describe('a TeX document', () => {
  it('is prose below sections, with what it says of itself', async () => {
    const work = await workOf(
      'wheel.tex',
      document(
        "\\maketitle\n\\section{The wheel}\nIt turns~slowly --- ``very'' slowly.% a comment\n\nThe second \\emph{paragraph}, 50\\,\\% longer.\n\\subsection*{Buckets}\\label{sec:b}\nOf wood.",
        '\\title{On \\textbf{wheels}}\\author{Ana Oru\\thanks{Of no town} \\and Bo T\\"al}\\date{March 2001}',
      ),
    );
    expect(work.about).toEqual({
      title: 'On wheels',
      authors: ['Ana Oru', 'Bo Täl'],
      issued: { year: 2001, month: 3 },
    });
    expect(passagesOf(work)).toEqual([
      ['[1]', 'The wheel', 'It turns slowly — “very” slowly.'],
      ['[2]', 'The wheel', 'The second paragraph, 50 % longer.'],
      ['[3]', 'The wheel > Buckets', 'Of wood.'],
      ['[4 reference]', 'The wheel > Buckets', '1. Of no town'],
    ]);
  });

  it('writes formulas as linear text', async () => {
    const work = await workOf(
      'f.tex',
      document('The power is $P = \\rho g Q h$, and $x^2$.\n\\begin{equation}\\label{e}E = m c^2\\end{equation}'),
    );
    expect(work.passages.map(({ text }) => text)).toEqual(['The power is P = ρ g Q h, and x².', 'E = m c²']);
  });

  it('keeps lists, tables, code and notes; leaves citations and pictures out', async () => {
    const work = await workOf(
      'w.tex',
      document(
        'It is old \\cite[p.~3]{oru}.\\footnote{Since 1790.}\n\\begin{itemize}\\item Hub \\item Spoke\\end{itemize}\n\\begin{tabular}{ll}\\hline Part & Wood\\\\ Hub & oak\\\\\\end{tabular}\n\\begin{verbatim}\nturn(1) % on\n\\end{verbatim}\n\\begin{tikzpicture}\\draw (0,0);\\end{tikzpicture}',
      ),
    );
    expect(work.passages.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^It is old ?\.$/),
      '• Hub\n• Spoke',
      'Part | Wood\nHub | oak',
      expect.stringContaining('turn(1)'),
      expect.stringContaining('Since 1790.'),
    ]);
    expect(work.account?.omitted.map(({ reason }) => reason)).toContain('references');
  });

  it('is contained: open braces, endless nesting, signs of money', async () => {
    expect(await problemOf('open.tex', document(`It turns. ${'\\emph{'.repeat(5_000)}`))).toBe('read');
    expect(await problemOf('deep.tex', document(`It turns. ${'\\emph{'.repeat(3_000)}x${'}'.repeat(3_000)}`))).toBe(
      'read',
    );
    expect(await problemOf('begin.tex', document(`It turns. ${'\\begin{itemize}'.repeat(2_000)}`))).toBe('read');
    const many = ['\\emph{ word ', '\\begin{quote} word ', '\\cite[ word '].map((sign) => sign.repeat(5_000)).join('');
    expect(await problemOf('many.tex', document(`It turns. ${many}`))).toBe('read');
    expect((await workOf('money.tex', document('It costs \\$5 or $6.'))).passages[0]?.text).toBe('It costs $5 or $6.');
  });

  it('expands nothing that the file defines, and reads no other file', async () => {
    const work = await workOf('d.tex', document('\\newcommand{\\x}{\\x\\x}\\input{/etc/passwd}It turns.'));
    expect(work.passages.map(({ text }) => text)).toEqual(['It turns.']);
  });

  it('counts the words that its definitions hold, and none of their commands', async () => {
    const preamble =
      '\\newcommand*{\\mill}[1][dry]{the \\textbf{Upper} #1}\\def\\R{\\mathbb{R}}\\newenvironment{box}{Begun}{ended}';
    const work = await workOf('d.tex', document('\\renewcommand\\mill{Lower Mill}It turns.', preamble));
    expect(work.passages.map(({ text }) => text)).toEqual(['It turns.']);
    expect(leftOutOf(work)).toEqual({ hidden: ['the Upper', 'Begun ended', 'Lower Mill'] });
  });

  it('keeps what slides, boxes and theorems are called, and no widths', async () => {
    const work = await workOf(
      'wheel.tex',
      document(
        [
          '\\begin{frame}{The wheel}\\begin{block}{A rule}Let it turn.\\end{block}\\end{frame}',
          '\\begin{frame}\\frametitle{The leat}\\begin{minipage}{0.5\\textwidth}Dig it deep.\\end{minipage}\\end{frame}',
          '\\begin{theorem}[Tal]It turns.\\end{theorem}\\begin{tcolorbox}[colback=red,title={Take care}]Wet floor.\\end{tcolorbox}',
          '\\begin{tabularx}{\\textwidth}{lX}\\multicolumn{2}{c}{Mills}\\\\ Upper & \\textcolor{red}{old}\\end{tabularx}',
        ].join('\n\n'),
      ),
    );
    expect(passagesOf(work).map(([, heading, text]) => [heading, text])).toEqual([
      ['The wheel', 'A rule'],
      ['The wheel', 'Let it turn.'],
      ['The leat', 'Dig it deep.'],
      ['The leat', '(Tal) It turns.'],
      ['The leat', 'Take care'],
      ['The leat', 'Wet floor.'],
      ['The leat', 'Mills\nUpper | old'],
    ]);
  });

  it('says which files it puts in, and keeps the notes of its title', async () => {
    const work = await workOf(
      'wheel.tex',
      document(
        '\\maketitle It turns. \\input{chapters/one} \\verb|x = 1|',
        '\\title{Wheels\\thanks{Paid by the town.}}',
      ),
    );
    expect(work.about.title).toBe('Wheels');
    expect(work.passages.map(({ text }) => text)).toEqual(['It turns. x = 1', '1. Paid by the town.']);
    expect(leftOutOf(work)).toEqual({ files: ['chapters/one'] });
  });
});
