import { describe, expect, it } from 'vitest';
import { readWorks } from '../../src/intake/readers/read.ts';
import { readPlainText } from '../../src/intake/readers/text.ts';

/** Headings with a mark before them, items of lists on lines of their own. */
const told = (...lines: string[]) =>
  readPlainText(['THE MILL', '', 'It stands at the bridge, below the weir.', '', ...lines].join('\n'))
    .blocks.slice(2)
    .map(({ type, text }) => (type === 'heading' ? `# ${text}` : text));

describe('a numbered heading in plain text', () => {
  it('is told from the items of the list that stands before or behind it', () => {
    const stops = ['- Water: too little of it.', '- Ice: none turns in it.'];
    const list = '• Water: too little of it.\n• Ice: none turns in it.';
    expect(told('8. The stops', '', ...stops, '', '9. The wheel', '', 'It is of oak, and old.')).toEqual([
      '# 8. The stops',
      list,
      '# 9. The wheel',
      'It is of oak, and old.',
    ]);
    expect(told('8. The stops', ...stops, '', '9. The wheel', '', ...stops, '', 'The end of it all.')).toEqual([
      '# 8. The stops',
      list,
      '# 9. The wheel',
      list,
      'The end of it all.',
    ]);
  });

  it('is told from numbered items too, by the count', () => {
    const steps = ['1. Open the sluice.', '2. Free the wheel.', '3. Pour the grain.'];
    expect(
      told(
        '3. Grinding',
        '',
        ...steps,
        '',
        '4. Sacks',
        '',
        'They are sewn.',
        '',
        ...steps,
        '',
        '5. Dust',
        '',
        'Mind it.',
      ),
    ).toEqual([
      '# 3. Grinding',
      steps.join('\n'),
      '# 4. Sacks',
      'They are sewn.',
      steps.join('\n'),
      '# 5. Dust',
      'Mind it.',
    ]);
    // The steps come to where the sections stand.
    expect(told('3. Grinding', '', ...steps, '', '4. Sacks', '', 'They are sewn.')).toContain('# 4. Sacks');
    expect(told('1. Grinding', '', ...steps, '', '2. Sacks', '', 'They are sewn.')[0]).toBe('# 1. Grinding');
  });

  it('is none where it is an item: counted on, counted by the program, above items that are set in', () => {
    const lists = [
      ['1. Oats', '', '2. Rye', '', '3. Wheat'],
      ['1. Oats', '', '1. Rye', '', '1. Wheat'],
      ['1. Oats', '', '   - white', '', '2. Rye', '', '   - black'],
      ['1. Oats', '2. Rye', '- and no barley'],
    ];
    for (const list of lists) expect(told(...list, '', 'That is all the mill has ground.')).toHaveLength(2);
  });
});

describe('lines with a number in a work without headings', () => {
  const told = async (name: string, text: string) => {
    const { works } = await readWorks({ name, bytes: new TextEncoder().encode(text) });
    return works[0]?.passages.map(({ heading = '', text: said }) => [heading, said]);
  };
  const stops = ['- Water: too little.', '- Ice: too much.'].join('\n');
  const sections = ['1. The wheel', 'It is of oak.', '2. The stops', stops, '3. The sacks', 'They are sewn.'];

  it('are its headings where they count on', async () => {
    const passages = [
      ['1. The wheel', 'It is of oak.'],
      ['2. The stops', '• Water: too little.\n• Ice: too much.'],
      ['3. The sacks', 'They are sewn.'],
    ];
    expect(await told('mill.md', sections.join('\n\n'))).toEqual(passages);
    const page = sections.map((part) => `<p>${part.replace(stops, '• Water: too little.<br>• Ice: too much.')}</p>`);
    expect((await told('mill.html', `<title>Mill</title>${page.join('')}`))?.map(([heading]) => heading)).toEqual(
      passages.map(([heading]) => heading),
    );
  });

  it.each([
    ['there are two', sections.slice(0, 4)],
    ['the work has headings', ['# Mill', '## Parts', ...sections]],
    ['the count does not go on', [...sections, '3. The rats', 'There are none.']],
    ['nothing stands below one', [...sections, '4. The rats']],
    ['they are sentences', sections.map((part) => part.replace(/^(\d.*)/, '$1 stays.'))],
  ])('are none where %s', async (_why, parts) => {
    const passages = await told('mill.md', parts.join('\n\n'));
    expect(passages?.map(([heading]) => heading)).not.toContain('1. The wheel');
    expect(passages?.some(([, text]) => text?.startsWith('1. The wheel'))).toBe(true);
  });
});
