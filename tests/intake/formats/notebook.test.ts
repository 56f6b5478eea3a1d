import { describe, expect, it } from 'vitest';
import { passagesOf, problemOf, workOf } from './reading.ts';

const notebook = (...cells: object[]): string =>
  JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
const prose = (source: string | string[]) => ({ cell_type: 'markdown', source });
const code = (source: string | string[], outputs: object[] = []) => ({ cell_type: 'code', source, outputs });

describe('a notebook', () => {
  it('is prose and code', async () => {
    const work = await workOf(
      'sacks.ipynb',
      notebook(
        prose(['# Counting sacks\n', '\n', 'The cart carries **twelve** sacks.']),
        code(['n = 12\n', 'print(n)']),
      ),
    );
    expect(work.about.title).toBe('Counting sacks');
    expect(passagesOf(work)).toEqual([
      ['[1]', '', 'The cart carries twelve sacks.'],
      ['[2 code]', '', 'n = 12\nprint(n)'],
    ]);
  });

  it('is known by what it holds, whatever it is called', async () => {
    expect((await workOf('notes.txt', notebook(prose('The mill turns.')))).format).toBe('notebook');
  });

  it('leaves out what the code printed, and says so', async () => {
    const outputs = [
      { output_type: 'stream', text: ['12\n', 'sacks'] },
      { data: { 'image/png': 'iVBORw0KGgo=' } },
      { output_type: 'error', evalue: 'jammed' },
    ];
    const work = await workOf('a.ipynb', notebook(code('print(n)', outputs), prose('It prints.')));
    expect(work.account?.omitted).toEqual([
      { reason: 'printed', characters: 13, lines: 3, shown: ['12', 'sacks', 'jammed'] },
    ]);
  });

  it('counts pages among what the code printed, by what they show', async () => {
    const page =
      '<style>td { color: red }</style><!-- rows > 0 --><table title="1 > 0"><tr><td>Oats</td><td>4 &amp; 2</td></tr></table>';
    const data = { 'text/html': [page], 'text/plain': '<IPython.core.display.HTML object>' };
    const work = await workOf('a.ipynb', notebook(code('show()', [{ data }]), prose('It shows.')));
    expect(work.account?.omitted).toEqual([
      { reason: 'printed', characters: 6, lines: 1, shown: [expect.stringMatching(/^Oats\s+4 & 2$/)] },
    ]);
  });

  it('is read though what it printed is nested without end', async () => {
    const data = { 'text/html': `<p>Oats</p>${'<b>'.repeat(200_000)}${'</i>'.repeat(200_000)}` };
    const work = await workOf('a.ipynb', notebook(code('show()', [{ data }]), prose('It shows.')));
    expect(work.account?.omitted).toMatchObject([{ reason: 'printed', shown: ['Oats'] }]);
  });

  it('is read as version 3 keeps it', async () => {
    const old = { nbformat: 3, worksheets: [{ cells: [{ cell_type: 'code', input: 'x = 1' }, prose('One.')] }] };
    expect((await workOf('old.ipynb', JSON.stringify(old))).passages.map(({ text }) => text)).toEqual([
      'x = 1',
      'One.',
    ]);
  });

  it('is refused where it is no notebook, empty, or too large', async () => {
    expect(await problemOf('cut.ipynb', notebook(prose('It ends here.')).slice(0, 40))).toBe('damaged');
    expect(await problemOf('other.ipynb', '{"cells": 5, "nbformat": 4}')).toBe('damaged');
    expect(await problemOf('empty.ipynb', notebook())).toBe('noText');
    expect(await problemOf('deep.ipynb', `{"nbformat": 4, "cells": ${'['.repeat(100_000)}`)).toBe('damaged');
    expect(await problemOf('long.ipynb', notebook(code('x = 1\n'.repeat(1_000_000))))).toBe('tooLarge');
  });
});
