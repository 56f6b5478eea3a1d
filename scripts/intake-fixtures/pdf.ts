import { degrees, PDFDocument, type PDFFont, PDFName, type PDFPage, StandardFonts } from 'pdf-lib';

/** Where a line of print goes; points from the left and from the foot of a page of 595 x 842 (A4). */
export interface Setting {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
}

/** A small PDF under construction. Its dates are fixed, so that the same content makes the same bytes. */
export class Pdf {
  private readonly document: PDFDocument;
  private readonly roman: PDFFont;
  private readonly strong: PDFFont;
  private page: PDFPage;

  private constructor(document: PDFDocument, roman: PDFFont, strong: PDFFont) {
    this.document = document;
    this.roman = roman;
    this.strong = strong;
    this.page = document.addPage([595, 842]);
  }

  static async create(about: { title?: string; author?: string } = {}): Promise<Pdf> {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.setCreationDate(new Date('2020-01-02T03:04:05Z'));
    if (about.title !== undefined) document.setTitle(about.title);
    if (about.author !== undefined) document.setAuthor(about.author);
    const roman = await document.embedFont(StandardFonts.TimesRoman);
    return new Pdf(document, roman, await document.embedFont(StandardFonts.TimesRomanBold));
  }

  newPage(): void {
    this.page = this.document.addPage([595, 842]);
  }

  /** A landscape slide of 720 x 405 points; `turned` stores it upright and turns it when it is shown. */
  newSlide(turned = false): void {
    this.page = this.document.addPage(turned ? [405, 720] : [720, 405]);
    if (turned) this.page.setRotation(degrees(90));
  }

  /** A line of a turned slide, at the place where it is shown. */
  turnedLine(text: string, { x, y, size }: Setting): void {
    this.page.drawText(text, { x: 405 - y, y: x, size, font: this.roman, rotate: degrees(90) });
  }

  /** Numbers the first pages in small Roman figures, and those from `body` (counted from 0) on from 1. */
  labelPages(body: number): void {
    const { context, catalog } = this.document;
    const labels = { Nums: [0, { S: 'r' }, body, { S: 'D' }] };
    catalog.set(PDFName.of('PageLabels'), context.obj(labels));
  }

  /** Removes the blank first page. */
  dropFirst(): void {
    this.document.removePage(0);
  }

  line(text: string, { x, y, size, bold = false }: Setting): void {
    this.page.drawText(text, { x, y, size, font: bold ? this.strong : this.roman });
  }

  widthOf(text: string, size: number): number {
    return this.roman.widthOfTextAtSize(text, size);
  }

  /** A box without a word in it. */
  box(x: number, y: number, width: number, height: number): void {
    this.page.drawRectangle({ x, y, width, height });
  }

  /**
   * Sets a paragraph and returns the y below it. `|` in a word is where it may be broken with a hyphen at a line's end.
   */
  paragraph(text: string, at: Setting & { width: number; leading: number; indent?: number }): number {
    let y = at.y;
    for (const [i, line] of this.wrap(text, at).entries()) {
      this.line(line, { ...at, x: at.x + (i === 0 ? (at.indent ?? 0) : 0), y });
      y -= at.leading;
    }
    return y;
  }

  wrap(text: string, { width, size, indent = 0 }: { width: number; size: number; indent?: number }): string[] {
    const lines: string[] = [];
    let line = '';
    const fits = (words: string) =>
      this.roman.widthOfTextAtSize(words, size) <= width - (lines.length === 0 ? indent : 0);
    for (const word of text.split(' ')) {
      const whole = word.replaceAll('|', '');
      const next = line === '' ? whole : `${line} ${whole}`;
      if (fits(next)) {
        line = next;
        continue;
      }
      const [head, tail] = word.split('|');
      const broken = tail === undefined ? undefined : `${line} ${head}-`;
      if (broken !== undefined && tail !== undefined && fits(broken)) {
        lines.push(broken);
        line = tail;
      } else {
        lines.push(line);
        line = whole;
      }
    }
    return [...lines, line];
  }

  save(): Promise<Uint8Array> {
    return this.document.save({ useObjectStreams: false });
  }
}

/** A PDF that asks for a password: no password makes these check values. */
export function encryptedPdf(): Uint8Array {
  const junk = 'a1'.repeat(32);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Filter /Standard /V 1 /R 2 /O <${junk}> /U <${junk}> /P -4 >>`,
  ];
  return plainPdf(objects, `/Encrypt 4 0 R /ID [<${'0b'.repeat(16)}> <${'0b'.repeat(16)}>]`);
}

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
export function plainPdf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + end, 'latin1');
}
