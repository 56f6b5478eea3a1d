import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/intake/readers/pdf.ts';

/** A PDF of one line in a font that is neither in the file nor says what its codes mean. */
function pdfOf(text: string, encoding: string, ordering: string): Uint8Array {
  const codes = [...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
  const page = `BT /F 10 Tf 72 700 Td <${codes}> Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Plain /FontDescriptor 7 0 R /DW 1000
       /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> >>`,
    `<< /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880
       /Descent -120 /CapHeight 880 /StemV 80 >>`,
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Uint8Array.from(
    Buffer.from(`%PDF-1.4\n${body}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\n%%EOF\n`, 'latin1'),
  );
}

describe('a font whose codes the file does not explain', () => {
  it.each([
    [
      'Japanese',
      'UniJIS-UTF16-H',
      'Japan1',
      '川の上に古い石の橋が架かっている。村の人々は毎朝それを渡って市場へ行く。',
    ],
    ['Chinese', 'UniGB-UTF16-H', 'GB1', '河上有一座古老的石桥，村里的人每天早晨从桥上走过，到对岸的集市去。'],
    [
      'Korean',
      'UniKS-UTF16-H',
      'Korea1',
      '강 위에 오래된 돌다리가 놓여 있다. 마을 사람들은 매일 아침 다리를 건너 시장에 간다.',
    ],
  ])('is read by its name: %s', async (_, encoding, ordering, text) => {
    const { blocks } = await readPdf(pdfOf(text, encoding, ordering));
    expect(blocks.map((block) => ('text' in block ? block.text : '')).join('')).toBe(text);
  });
});
