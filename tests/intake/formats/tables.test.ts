import { describe, expect, it } from 'vitest';
import { leftOutOf, passagesOf, problemOf, workOf, zipOf } from './reading.ts';

const MEGABYTE = 1024 * 1024;

describe('a CSV table', () => {
  it.each([
    ['commas', 'Mill,Built,Stones\nUpper,1790,"two, and a spare"\nLower,1802,three\n'],
    ['semicolons', 'Mill;Built;Stones\nUpper;1790;two, and a spare\nLower;1802;three\n'],
    ['tabs', 'Mill\tBuilt\tStones\nUpper\t1790\ttwo, and a spare\nLower\t1802\tthree\n'],
  ])('is rows that read by themselves: %s', async (_sign, text) => {
    expect(passagesOf(await workOf('mills.csv', text))).toEqual([
      ['[1 table]', '', 'Mill: Upper; Built: 1790; Stones: two, and a spare'],
      ['[2 table]', '', 'Mill: Lower; Built: 1802; Stones: three'],
    ]);
  });

  it('leaves out empty cells, and keeps what has no header', async () => {
    const work = await workOf('mills.csv', 'Mill,Built,\nUpper,,it leaks\n,,\nLower,1802\n');
    expect(work.passages.map(({ text }) => text)).toEqual(['Mill: Upper; it leaks', 'Mill: Lower; Built: 1802']);
  });

  it('accounts for what stands above an empty column', async () => {
    const work = await workOf('mills.csv', 'Mill,Built,Owner\nUpper,1790,\nLower,1802,\n');
    expect(work.account?.omitted).toEqual([{ reason: 'details', characters: 5, lines: 1, shown: ['Owner'] }]);
  });

  it('is refused where it is figures alone, broken or too long', async () => {
    expect(await problemOf('data.csv', `time,value\n${'1700000000,0.25\n'.repeat(50)}`)).toBe('noProse');
    expect(await problemOf('quote.csv', 'a,b\n"open,1\nmore,2\n')).toBe('damaged');
    expect(await problemOf('long.csv', 'name,kind\n'.concat('mill,water\n'.repeat(60_000)))).toBe('tooLarge');
  });
});

const sheet = (...rows: string[]) =>
  `<worksheet><sheetData>${rows.map((row) => `<row>${row}</row>`).join('')}</sheetData></worksheet>`;
const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (place: string, value: string, style = 0) => `<c r="${place}" s="${style}"><v>${value}</v></c>`;

function workbook(
  sheets: string[],
  others: Record<string, string | number> = {},
  attributes: string[] = [],
): Uint8Array {
  const each = (make: (i: number) => string) => sheets.map((_, i) => make(i)).join('');
  return zipOf({
    'xl/workbook.xml': `<workbook><sheets>${each((i) => `<sheet name="Part ${i + 1}" r:id="r${i}" ${attributes[i] ?? ''}/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${each((i) => `<Relationship Id="r${i}" Type="x/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)}</Relationships>`,
    'xl/sharedStrings.xml':
      '<sst><si><t>Upper</t></si><si><r><t>Low</t></r><r><t>er</t></r><rPh><t>reading</t></rPh></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    ...Object.fromEntries(sheets.map((content, i) => [`xl/worksheets/sheet${i + 1}.xml`, content])),
    ...others,
  });
}

const HEADER = text('A1', 'Mill') + text('B1', 'Built') + text('D1', 'Loads');

describe('a workbook', () => {
  it('is rows with what their columns are called: shared text, dates, figures, gaps', async () => {
    const rows = [
      HEADER,
      `<c r="A2" t="s"><v>0</v></c>${number('B2', '36951', 1)}${number('D2', '0.30000000000000004')}`,
      `<c r="A3" t="s"><v>1</v></c>${number('B3', '36951', 2)}`,
    ];
    expect(passagesOf(await workOf('mills.xlsx', workbook([sheet(...rows)])))).toEqual([
      ['[1 table]', '', 'Mill: Upper; Built: 2001-03-01; Loads: 0.3'],
      ['[2 table]', '', 'Mill: Lower; Built: 2001-03-01'],
    ]);
  });

  it('has its sheets as headings, and leaves hidden ones out', async () => {
    const rows = (name: string) => sheet(HEADER, text('A2', name) + number('B2', '1790') + number('D2', '9'));
    const work = await workOf(
      'mills.xlsx',
      workbook([rows('Upper'), rows('Lower'), rows('Ruin')], {}, ['', '', 'state="hidden"']),
    );
    expect(passagesOf(work)).toEqual([
      ['[1 table]', 'Part 1', 'Mill: Upper; Built: 1790; Loads: 9'],
      ['[2 table]', 'Part 2', 'Mill: Lower; Built: 1790; Loads: 9'],
    ]);
    expect(work.account?.omitted.map(({ reason }) => reason)).toEqual(['hidden']);
  });

  it('accounts for comments, text boxes, errors and far columns', async () => {
    const others = {
      'xl/comments1.xml': '<comments><text><r><t>Ask Ida.</t></r></text></comments>',
      'xl/charts/chart1.xml': '<c:chart><c:title><a:t>Loads by mill</a:t></c:title></c:chart>',
      'xl/drawings/drawing1.xml': '<xdr:wsDr><a:t>A plan of the weir</a:t></xdr:wsDr>',
    };
    const rows = [HEADER, `${text('A2', 'Upper')}<c r="B2" t="e"><v>#REF!</v></c>${text('ZZ2', 'Far')}`];
    const work = await workOf('mills.xlsx', workbook([sheet(...rows)], others));
    expect(work.account?.omitted.map(({ reason, shown }) => [reason, shown])).toEqual([
      ['details', ['Built', 'Loads', '#REF!', 'Part 1']],
      ['hidden', ['Far']],
      ['comments', ['Ask Ida.']],
      ['pictures', ['Loads by mill', 'A plan of the weir']],
    ]);
  });

  it('is contained: bombs, far columns, endless rows, no words', async () => {
    expect(await problemOf('bomb.xlsx', workbook([], { 'xl/worksheets/sheet1.xml': 60 * MEGABYTE }))).toBe('tooLarge');
    expect(await problemOf('far.xlsx', workbook([sheet(text('ZZZ1', 'Far'), text('A2', 'Near'))]))).toBe('read');
    expect(
      await problemOf(
        'rows.xlsx',
        workbook([sheet(...Array.from({ length: 60_000 }, (_, i) => number(`A${i}`, String(i))))]),
      ),
    ).toBe('tooLarge');
    expect(await problemOf('data.xlsx', workbook([sheet(HEADER, number('A2', '17') + number('B2', '12'))]))).toBe(
      'noProse',
    );
  });

  it('leaves out rows and columns that are not shown, and says what stands on its pages and in its margins', async () => {
    const columns = '<cols><col min="2" max="2" hidden="1"/></cols>';
    const row = (i: number, first: string, second: string, hidden = '') =>
      `<row ${hidden}>${text(`A${i}`, first)}${text(`B${i}`, second)}${text(`C${i}`, 'wood')}</row>`;
    const work = await workOf(
      'mills.xlsx',
      workbook(
        [
          `<worksheet>${columns}<sheetData>${row(1, 'Mill', 'Owner')}${row(2, 'Upper', 'Ana')}${row(3, 'Lower', 'Bo', 'hidden="true"')}</sheetData><headerFooter><oddHeader>&amp;C&amp;"Arial,Bold"&amp;12Mill book</oddHeader></headerFooter></worksheet>`,
        ],
        { 'xl/comments1.xml': '<comments><comment><text><r><t>Is it?</t></r></text></comment></comments>' },
      ),
    );
    expect(work.passages.map((passage) => passage.text)).toEqual(['Mill: Upper; wood: wood']);
    expect(leftOutOf(work)).toEqual({
      hidden: ['Owner', 'Ana', 'Lower', 'Bo', 'wood'],
      details: ['Part 1'],
      runningHeads: ['Mill book'],
      comments: ['Is it?'],
    });
  });
});
