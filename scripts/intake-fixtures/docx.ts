import { zipSync } from 'fflate';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const STYLES = ['Title', 'Subtitle', 'heading 1', 'heading 2', 'caption', 'Quote', 'List Paragraph'];

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A paragraph; `\n` in its text is a manual line break. */
export function para(text: string, style?: (typeof STYLES)[number], list?: 'bullet' | 'number'): string {
  const styled = style === undefined ? '' : `<w:pStyle w:val="${styleId(style)}"/>`;
  const numbered =
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list === 'bullet' ? 1 : 2}"/></w:numPr>`;
  const runs = text.split('\n').map((line) => `<w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r>`);
  return `<w:p><w:pPr>${styled}${numbered}</w:pPr>${runs.join('<w:r><w:br/></w:r>')}</w:p>`;
}

export function table(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${para(cell)}</w:tc>`).join('')}</w:tr>`);
  return `<w:tbl>${cells.join('')}</w:tbl>`;
}

const styleId = (name: string): string => name.replace(/\W/g, '');

/** A Word document of these paragraphs and tables; `core` are its properties, such as `dc:title`. */
export function docx(
  body: string,
  core: Record<string, string> = {},
  extra: Record<string, Uint8Array> = {},
): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${TYPES}.numbering+xml"/></Types>`,
    '_rels/.rels': `${HEADER}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${RELATIONS}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${HEADER}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${Object.entries(
      core,
    )
      .map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
      .join('')}</cp:coreProperties>`,
    'word/_rels/document.xml.rels': `${HEADER}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': `${HEADER}<w:styles xmlns:w="${WORD}">${STYLES.map((name) => `<w:style w:type="paragraph" w:styleId="${styleId(name)}"><w:name w:val="${name}"/></w:style>`).join('')}</w:styles>`,
    'word/numbering.xml': `${HEADER}<w:numbering xmlns:w="${WORD}">${['bullet', 'decimal'].map((format, i) => `<w:abstractNum w:abstractNumId="${i}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`).join('')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    'word/document.xml': `${HEADER}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
  };
  const encoder = new TextEncoder();
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)]));
  return zipSync({ ...files, ...extra }, { mtime: new Date(1980, 0, 1) });
}
