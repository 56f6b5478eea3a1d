import { docx, para } from './docx.ts';

const MATH = 'http://schemas.openxmlformats.org/officeDocument/2006/math';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;
const styled = (style: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
const code = (line: string): string => paragraph(run(line, '<w:rFonts w:ascii="Courier New"/>'));
const math = (inner: string): string => `<m:oMath xmlns:m="${MATH}">${inner}</m:oMath>`;
const sign = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;

/** A lecture's handout: a list of contents, formulas, raised figures, code, hidden text, a list that goes on, a note. */
export function scienceDocx(): Uint8Array {
  const half = `<m:f><m:num>${sign('1')}</m:num><m:den>${sign('2')}</m:den></m:f>`;
  const square = `<m:sSup><m:e>${sign('v')}</m:e><m:sup>${sign('2')}</m:sup></m:sSup>`;
  const root = `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${sign('h/g')}</m:e></m:rad>`;
  const note = `<w:r><w:footnoteReference w:id="2"/></w:r>`;
  const body = [
    para('Falling Stones', 'Title'),
    paragraph(run('Contents')),
    styled('TOC1', 'The tower 2'),
    styled('TOC1', 'The count 5'),
    para('The tower', 'heading 1'),
    paragraph(
      run('A stone of mass m that has fallen to the speed v has '),
      math(sign('E=') + half + sign('m') + square),
      run(', and its fall takes '),
      math(sign('t=') + root),
      run(' or a little more.'),
      note,
    ),
    paragraph(
      run('The shaft of 90 m holds 10'),
      run('4', '<w:vertAlign w:val="superscript"/>'),
      run(' litres of air'),
      run(' (ask the porter for the key)', '<w:vanish/>'),
      run('.'),
    ),
    para('The count', 'heading 1'),
    para('Drop the stone.', undefined, 'number'),
    para('Count aloud.', undefined, 'number'),
    paragraph(run('Whoever counts must not see the stone.')),
    para('Write the number down.', undefined, 'number'),
    code('def fall(h):'),
    code('    return sqrt(2 * h / 9.81)'),
  ];
  const footnotes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="${WORD}"><w:footnote w:id="2">${paragraph(run('Measured in the tower of Ost on 3 May 1904.'))}</w:footnote></w:footnotes>`;
  const relations = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>`;
  const encoder = new TextEncoder();
  return docx(
    body.join(''),
    { 'dc:title': 'Falling Stones' },
    {
      'word/footnotes.xml': encoder.encode(footnotes),
      'word/_rels/document.xml.rels': encoder.encode(relations),
    },
  );
}
