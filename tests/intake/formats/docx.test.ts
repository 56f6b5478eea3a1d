import { describe, expect, it } from 'vitest';
import { chartOf, leftOutOf, workOf, zipOf } from './reading.ts';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...content: string[]): string => `<w:p>${content.join('')}</w:p>`;
const relationships = (...targets: [type: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="r${i + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
const part = (name: string, content: string): string => `<w:${name} ${NAMESPACES}>${content}</w:${name}>`;

/** What the package calls a part of that name. */
const TYPES: Readonly<Record<string, string>> = {
  header: 'header',
  footer: 'footer',
  comments: 'comments',
  chart: 'chart',
  data: 'diagramData',
  numbering: 'numbering',
  styles: 'styles',
};

/** `others` are parts beside the text, by their names below "word/". */
async function read(body: string, notes = '', others: Record<string, string> = {}) {
  const types = Object.keys(others).map((name): [string, string] => [
    TYPES[/[a-z]+(?=\d*\.)/.exec(name)?.[0] ?? ''] ?? '',
    name,
  ]);
  const bytes = zipOf({
    '_rels/.rels': relationships(['officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': relationships(['footnotes', 'footnotes.xml'], ...types),
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes ${NAMESPACES}><w:footnote w:id="2">${paragraph(notes)}</w:footnote></w:footnotes>`,
    ...Object.fromEntries(Object.entries(others).map(([name, content]) => [`word/${name}`, content])),
  });
  const work = await workOf('a.docx', bytes);
  const { passages, account } = work;
  const left = leftOutOf(work);
  return { passages, texts: passages.map(({ text }) => text), account, left, hidden: left.hidden };
}

const field = (instruction: string, ...content: string[]): string =>
  [
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    `<w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`,
    ...content,
  ].join('');
const FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';

describe('a Word document', () => {
  it('is read with the formulas that stand in lines of their own', async () => {
    const formula = '<m:oMathPara><m:oMath><m:r><m:t>v=gt</m:t></m:r></m:oMath></m:oMathPara>';
    expect((await read(paragraph(run('A stone falls:')) + paragraph(formula))).texts).toEqual([
      'A stone falls:\nv = gt',
    ]);
  });

  it('is read with formulas beside each other apart', async () => {
    const formulas = ['a=b', 'c=d'].map((text) => `<m:oMath><m:r><m:t>${text}</m:t></m:r></m:oMath>`);
    expect((await read(paragraph(formulas.join('\n')))).texts).toEqual(['a = b c = d']);
  });

  it('is read with what fields and marks of direction hold', async () => {
    const { texts } = await read(
      paragraph(
        run('See page '),
        `<w:fldSimple w:instr="PAGEREF x">${run('12')}</w:fldSimple>`,
        `<w:dir w:val="rtl">${run(', שלום')}</w:dir>`,
        run(' and '),
        field('REF y', run('chapter 2'), FIELD_END),
        run('.'),
      ),
    );
    expect(texts).toEqual(['See page 12, שלום and chapter 2.']);
  });

  it('is read without the list of contents that a field makes, where that ends', async () => {
    const list = [paragraph(field('TOC \\o "1-3"', run('Mills 3'))), paragraph(run('Weirs 9'), FIELD_END)].join('');
    const { texts, account } = await read(list + paragraph(run('The mill stands.')));
    expect(texts).toEqual(['The mill stands.']);
    expect(account?.omitted.map(({ reason, shown }) => [reason, shown])).toEqual([
      ['contents', ['Mills 3', 'Weirs 9']],
    ]);
    const open = await read(paragraph(field('TOC', run('Mills 3'))) + paragraph(run('The mill stands.')));
    expect(open.texts).toEqual(['Mills 3', 'The mill stands.']);
  });

  it('is read with each text box once', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
    const drawing = (text: string) => `<w:drawing><wps:txbx>${box(text)}</wps:txbx></w:drawing>`;
    const choice = (text: string) => `<mc:Choice Requires="wps">${drawing(text)}</mc:Choice>`;
    const old = `<mc:Fallback><w:pict><v:textbox>${box('Twice')}</v:textbox></w:pict></mc:Fallback>`;
    const { texts } = await read(
      [
        paragraph(`<w:r><mc:AlternateContent>${choice('Twice')}${old}</mc:AlternateContent></w:r>`),
        paragraph(`<w:r><mc:AlternateContent>${choice('Once')}</mc:AlternateContent></w:r>`),
        paragraph(`<w:r>${drawing('Alone')}</w:r>`),
      ].join(''),
    );
    expect(texts).toEqual(['Twice', 'Once', 'Alone']);
  });

  it('says what was deleted and what only asks for text, in notes too', async () => {
    const deleted = (text: string) => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const asked = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Enter text')}</w:sdtContent></w:sdt>`;
    const { texts, hidden } = await read(
      paragraph(run('Nine'), deleted(' ten'), `<w:ins>${run(' mills')}</w:ins>`, asked) +
        paragraph(run('Said'), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
      run('By Orm') + deleted(' and Ulf'),
    );
    expect(texts).toEqual(['Nine mills', 'Said', '1. By Orm']);
    expect(hidden).toEqual(['ten', 'Enter text', 'and Ulf']);
  });

  it('says which boxes are ticked', async () => {
    const box = (sign: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>${run(sign)}</w:sdtContent></w:sdt>`;
    expect((await read(paragraph(box('☒'), run(' Oats')) + paragraph(box('☐'), run(' Rye')))).texts).toEqual([
      '☒ Oats',
      '☐ Rye',
    ]);
  });

  it('says what stands beside the text: heads, feet, comments and what pictures show', async () => {
    const picture = '<w:drawing><wp:inline><wp:docPr descr="A wheel"/></wp:inline></w:drawing>';
    const letters = (text: string) => `<w:r><w:pict><v:shape><v:textpath string="${text}"/></v:shape></w:pict></w:r>`;
    const { texts, left } = await read(paragraph(run('It turns.'), picture) + paragraph(letters('Drawn')), '', {
      'header1.xml': part('hdr', paragraph(run('Mill book')) + paragraph(letters('Draft'))),
      'footer1.xml': part('ftr', paragraph(run('Page 2'))),
      'comments.xml': part('comments', `<w:comment w:id="1">${paragraph(run('Is that so?'))}</w:comment>`),
    });
    expect(texts).toEqual(['It turns.', 'Drawn']);
    expect(left).toEqual({
      pictures: ['A wheel'],
      runningHeads: ['Mill book', 'Draft', 'Page 2'],
      comments: ['Is that so?'],
    });
  });

  it('says what is hidden in what stands beside the text', async () => {
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>not for print</w:t></w:r>';
    const { left } = await read(paragraph(run('It turns.')), '', {
      'header1.xml': part('hdr', paragraph(run('Mill book '), hidden)),
      'comments.xml': part('comments', `<w:comment w:id="1">${paragraph(hidden)}</w:comment>`),
    });
    expect(left).toEqual({ hidden: ['not for print', 'not for print'], runningHeads: ['Mill book'] });
  });

  it('is read with its charts and diagrams where they stand', async () => {
    const drawn = (inside: string) => `<w:r><w:drawing><wp:inline>${inside}</wp:inline></w:drawing></w:r>`;
    const { texts } = await read(
      paragraph(run('Loads:'), drawn('<c:chart r:id="r2"/>'), drawn('<dgm:relIds r:dm="r3"/>')) +
        paragraph(run('After.')),
      '',
      {
        'charts/chart1.xml': chartOf('Loads a year', ['Upper', ['1790', '1791'], [12, 14]]),
        'diagrams/data1.xml': '<dgm:pt><dgm:t><a:p><a:r><a:t>Leat</a:t></a:r></a:p></dgm:t></dgm:pt>',
      },
    );
    expect(texts).toEqual(['Loads:\nLoads a year', ' | Upper\n1790 | 12\n1791 | 14', 'Leat', 'After.']);
  });

  it('says what was moved away, covered, read aloud, or is a note that nothing points to', async () => {
    const cell = (text: string, merge = '') => `<w:tc><w:tcPr>${merge}</w:tcPr>${paragraph(run(text))}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const ruby = `<w:r><w:ruby><w:rt>${run('shio')}</w:rt><w:rubyBase>${run('塩')}</w:rubyBase></w:ruby></w:r>`;
    const { texts, left } = await read(
      paragraph('<w:moveFrom><w:r><w:t>Nine mills</w:t></w:r></w:moveFrom>', run('Before')) +
        paragraph(ruby, run('one'), '<w:r><w:cr/></w:r>', run('two')) +
        `<w:tbl>${row(cell('Upper', '<w:vMerge w:val="restart"/>'), cell('1'))}${row(cell('Under', '<w:vMerge/>'), cell('2'))}</w:tbl>`,
      run('Nobody points here'),
    );
    expect(texts).toEqual(['Before', '塩one two', 'Upper | 1\nUpper | 2']);
    expect(left).toEqual({ hidden: ['Nine mills', 'Under', 'Nobody points here'], repeated: ['shio'] });
  });

  it('counts files that stand in it, and the equations of old programs', async () => {
    const object = (program: string) => `<w:r><w:object><o:OLEObject ProgID="${program}"/></w:object></w:r>`;
    const { left } = await read(paragraph(run('See.'), object('Excel.Sheet.12'), object('Equation.3')));
    expect(left).toEqual({ files: ['Excel.Sheet.12'], formulas: ['Equation.3'] });
  });

  it('is read with the numbers of its headings and clauses, whether they or their styles have them', async () => {
    const level = (at: number, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = part(
      'numbering',
      `<w:abstractNum w:abstractNumId="0">${level(0, '§ %1')}${level(1, '%1.%2')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    );
    const numbered = (at: number) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`;
    const heading = (...content: string[]) => paragraph('<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>', ...content);
    const clause = (text: string) => paragraph(`<w:pPr>${numbered(1)}</w:pPr>`, run(text));
    const styles = part(
      'styles',
      `<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr>${numbered(0)}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>`,
    );
    const { passages } = await read(
      paragraph('<w:pPr><w:pStyle w:val="Title"/></w:pPr>', run('Rules')) +
        heading(run('Rent')) +
        clause('It is due in May.') +
        clause('It is paid late at a fee.') +
        heading() +
        heading(run('Hens')) +
        clause('Six may be kept.'),
      '',
      { 'numbering.xml': numbering, 'styles.xml': styles },
    );
    expect(passages.map(({ heading, text }) => `${heading}: ${text}`)).toEqual([
      '§ 1 Rent: 1.1 It is due in May.',
      '§ 1 Rent: 1.2 It is paid late at a fee.',
      '§ 3 Hens: 3.1 Six may be kept.',
    ]);
  });

  it.each([
    ['a remark', 'Greenhouses count as sheds if they have a foundation.', undefined],
    ['a title', 'Dunn, The Lay of a Rope (Oxford: Clarendon, 1931).', 'reference'],
    ['a page', 'For the way they were built and paid for see Dunn, p. 31.', 'reference'],
  ])('is read with a note of %s', async (_what, note, form) => {
    const mark = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const { passages } = await read(paragraph(run('Sheds need consent.'), mark), run(note));
    expect(passages.at(-1)).toMatchObject({ text: expect.stringContaining(note) });
    expect(passages.at(-1)?.form).toBe(form);
  });

  it('is read where a link leads nowhere', async () => {
    const { texts } = await read(paragraph(`<w:hyperlink r:id="r9">${run('The mill')}</w:hyperlink>`, run(' stands.')));
    expect(texts).toEqual(['The mill stands.']);
  });
});
