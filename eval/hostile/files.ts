import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { docx, para } from '../../scripts/intake-fixtures/docx.ts';
import { encryptedPdf, Pdf, plainPdf } from '../../scripts/intake-fixtures/pdf.ts';

export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Maker {
  /** Small and soon over: also read by the tests. */
  readonly quick: boolean;
  readonly make: () => Promise<HostileFile>;
}

const MB = 1024 * 1024;
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** Files that are meant to harm whoever reads them, each made when it is asked for: together they would fill the memory. */
export const HOSTILE: readonly Maker[] = [
  quick('empty.md', () => new Uint8Array()),
  quick('only-spaces.txt', () => text(' \t\n'.repeat(MB))),
  quick('truncated.pdf', () => somePdf().then((bytes) => bytes.subarray(0, 400))),
  quick('truncated.docx', () => docx(para('Lost.')).subarray(0, 900)),
  quick('encrypted.pdf', () => encryptedPdf()),
  quick('encrypted.docx', () => encryptedOffice()),
  quick('scanned.pdf', () => scannedPdf()),
  slow('decompression-bomb.pdf', () => pdfBomb()),
  quick('endless-page-tree.pdf', () => endlessPdf()),
  quick('million-pages.pdf', () => manyPagesPdf()),
  quick('program.pdf', () => program()),
  quick('picture.md', () => picture()),
  slow('zip-bomb.docx', () => zipBombDocx()),
  slow('zip-bomb-that-lies.docx', () => lyingDocx()),
  slow('xml-bomb.docx', () => xmlBomb()),
  quick('nested-xml.docx', () => docx('<w:sdt><w:sdtContent>'.repeat(1_400))),
  quick('entities.docx', () => entityDocx()),
  slow('many-entries.zip', () => manyEntries()),
  quick('path-traversal.zip', () =>
    zipSync({ '../../etc/passwd': text('root'), 'sources.json': text('[]'), 'articles/../../x.md': text('x') }),
  ),
  slow('collection-bomb.zip', () => zipSync({ 'sources.json': new Uint8Array(200 * MB), 'articles/a.md': text('x') })),
  quick('nested-tags.html', () => text(`<html><body>${'<div>'.repeat(100_000)}x`)),
  quick('unclosed-tags.html', () => text(`<html><body><nav></nav>${'<b>x'.repeat(50_000)}`)),
  slow('unclosed-paragraphs.html', () =>
    text(`<html><body><nav></nav>${'<p>Some words of text, and more.'.repeat(100_000)}`),
  ),
  slow('million-tags.html', () => text(`<html><body><nav></nav>${'<i>x</i> '.repeat(800_000)}`)),
  slow('open-comment.html', () => text(`<html><body>${'<!-- '.repeat(500_000)}`)),
  slow('long-attributes.html', () => text(`<html><body><p ${'a="b" '.repeat(500_000)}>x</p></body></html>`)),
  quick('quotes-100kb.md', () => text('> '.repeat(50_000))),
  slow('nested-lists-3mb.md', () => text(nestedLists(3 * MB))),
  slow('open-brackets.md', () => text('[a]('.repeat(200_000))),
  slow('open-emphasis.md', () => text('*a **a '.repeat(200_000))),
  slow('tables-4mb.md', () =>
    text(`${'|a'.repeat(2_000)}|\n${'|-'.repeat(2_000)}|\n${`${'|b'.repeat(2_000)}|\n`.repeat(900)}`),
  ),
  quick('alias-bomb.md', () => text(`---\n${aliasBomb()}\n---\n\nText.\n`)),
  quick('javascript-front-matter.md', () =>
    text('---js\n{ title: process.exit(7) }\n---\n\nThe text below stays text.\n'),
  ),
  quick('prototype-front-matter.md', () =>
    text('---\n__proto__: { title: x }\nconstructor: y\ntitle: !!js/function "x"\n---\n\nText.\n'),
  ),
  slow('line-of-50mb.txt', () => new Uint8Array(50 * MB).fill(97)),
  slow('line-of-4mb.txt', () => new Uint8Array(4 * MB).fill(97)),
  slow('words-of-4mb.txt', () => text('word '.repeat((4 * MB) / 5 - 1))),
  slow('quarter-million-lines.txt', () => text('A line of text.\n'.repeat(260_000))),
  slow('two-million-newlines.txt', () => text(`a\n`.repeat(2_000_000))),
  slow('form-feeds.txt', () => text('Page\f'.repeat(400_000))),
  slow('signs-of-1mb.txt', () =>
    text(`${'- '.repeat(MB / 4)}\n${'.'.repeat(MB / 4)}\n${'('.repeat(MB / 4)}\n${' '.repeat(MB / 4)}x\n`),
  ),
  slow('hyphens.txt', () => text(`${'a-b-'.repeat(2_000)}\n`.repeat(500))),
  slow('abbreviations-1mb.txt', () => text('Dr. e.g. U.S.A. '.repeat(MB / 16))),
  quick('broken-utf8.txt', () => Buffer.concat([text('Zoë naïve café '.repeat(50)), Buffer.from([0xff, 0xc3, 0x28])])),
  quick('random.bin', () => noise(MB)),
  quick('lone-surrogates.txt', () => Buffer.from(`\ufeffWords and ${'\ud800'.repeat(500)} more words.`, 'utf16le')),
  slow('quotes.csv', () =>
    text(`subject,attribute,value,unit,as_of,passages,other_names,question\n${'"'.repeat(MB - 201)}`),
  ),
  slow('wrong-rows.csv', () =>
    text(`subject,attribute,value,unit,as_of,passages,other_names,question\n${'a,,,,1/2/3,x,,\n'.repeat(60_000)}`),
  ),
];

function quick(name: string, bytes: () => Uint8Array | Promise<Uint8Array>): Maker {
  return { ...slow(name, bytes), quick: true };
}

function slow(name: string, bytes: () => Uint8Array | Promise<Uint8Array>): Maker {
  return { quick: false, make: async () => ({ name, bytes: await bytes() }) };
}

async function somePdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create();
  pdf.line('A line that nobody will read.', { x: 72, y: 700, size: 12 });
  return pdf.save();
}

async function scannedPdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create();
  pdf.box(50, 50, 400, 600);
  return pdf.save();
}

/** A page whose content is deflated twice: a few kilobytes that become 2 GB. */
function pdfBomb(): Uint8Array {
  const once = deflateSync(Buffer.alloc(512 * MB, 32));
  const twice = deflateSync(once).toString('latin1');
  return plainPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 4 0 R 4 0 R 4 0 R] >>',
    `<< /Length ${twice.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${twice}\nendstream`,
  ]);
}

function endlessPdf(): Uint8Array {
  return plainPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 3 >>']);
}

function manyPagesPdf(): Uint8Array {
  return plainPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>',
    '<< /Type /Page /Parent 2 0 R >>',
  ]);
}

/** How a Windows program begins. */
function program(): Uint8Array {
  const bytes = Buffer.alloc(2_048);
  bytes.write('MZ\x90\0\x03\0\0\0\x04\0\0\0', 'latin1');
  bytes.write('This program cannot be run in DOS mode.', 78, 'latin1');
  return bytes;
}

function picture(): Uint8Array {
  return Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(500)]);
}

function encryptedOffice(): Uint8Array {
  const bytes = Buffer.alloc(4_096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  Buffer.from('EncryptedPackage', 'utf16le').copy(bytes, 2_048);
  return bytes;
}

function zipBombDocx(): Uint8Array {
  return docx(' '.repeat(200 * MB));
}

/** As above, but the archive says that the document is small. */
function lyingDocx(): Uint8Array {
  const bytes = Buffer.from(zipBombDocx());
  const size = Buffer.alloc(4);
  const name = Buffer.from('word/document.xml');
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) {
    size.writeUInt32LE(5_000);
    // The size stands 22 bytes into a directory's record of 46 bytes, or 8 before the name in a file's of 30.
    const isDirectory = bytes.readUInt32LE(at - 46) === 0x02014b50;
    size.copy(bytes, isDirectory ? at - 46 + 24 : at - 30 + 22);
  }
  return bytes;
}

/** A megabyte that becomes a document of 200,000 paragraphs, none like the other. */
function xmlBomb(): Uint8Array {
  return docx(
    Array.from(
      { length: 200_000 },
      (_, i) => `<w:p><w:r><w:t>${Math.imul(i, 2_654_435_761) >>> 0}</w:t></w:r></w:p>`,
    ).join(''),
  );
}

function entityDocx(): Uint8Array {
  const bomb = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "${'x'.repeat(1_000)}"><!ENTITY b "${'&a;'.repeat(1_000)}">]><d>${'&b;'.repeat(1_000)}</d>`;
  return docx('', {}, { 'word/document.xml': text(bomb) });
}

function manyEntries(): Uint8Array {
  return zipSync(Object.fromEntries(Array.from({ length: 65_000 }, (_, i) => [`${i}.md`, new Uint8Array()])), {
    level: 0,
  });
}

function nestedLists(length: number): string {
  let list = '';
  for (let depth = 0; list.length < length; depth = (depth + 1) % 1_500) list += `${' '.repeat(depth * 2)}- a\n`;
  return list;
}

function aliasBomb(): string {
  const levels = 'abcdefghi'.split('');
  return levels
    .map(
      (name, i) =>
        `${name}: &${name} [${Array(9)
          .fill(i === 0 ? 'lol' : `*${levels[i - 1]}`)
          .join(',')}]`,
    )
    .join('\n');
}

/** The same noise every time. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >> 16;
  });
}
