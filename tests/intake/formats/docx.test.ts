import { describe, expect, it } from 'vitest';
import { workOf, zipOf } from './reading.ts';

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
const relationships = (type: string, target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONSHIPS}/${type}" Target="${target}"/></Relationships>`;

async function read(body: string, notes = '') {
  const bytes = zipOf({
    '_rels/.rels': relationships('officeDocument', 'word/document.xml'),
    'word/_rels/document.xml.rels': relationships('footnotes', 'footnotes.xml'),
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes ${NAMESPACES}><w:footnote w:id="2">${paragraph(notes)}</w:footnote></w:footnotes>`,
  });
  const { passages, account } = await workOf('a.docx', bytes);
  const hidden = account?.omitted.find(({ reason }) => reason === 'hidden')?.shown;
  return { texts: passages.map(({ text }) => text), account, hidden };
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
    expect((await read(paragraph(run('A stone falls:')) + paragraph(formula))).texts).toContain('v = gt');
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
});
