import { fileTypeFromBuffer } from 'file-type';
import { Unreadable } from '../failure.ts';
import type { Kind } from '../readers/reader.ts';
import type { IntakeProblem } from '../types.ts';
import { markedEncoding, unmarkedUtf16 } from './decode.ts';
import { startsWith } from './signature.ts';

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const ZIP = [0x50, 0x4b];
/** Microsoft's compound file: an old .doc, or a .docx with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** PDF readers look for the mark this far into a file. */
const PDF_WITHIN = 1024;

/** Judges by the bytes alone. Throws where they are of no kind that is read. */
export async function detectKind(bytes: Uint8Array): Promise<Kind> {
  if (isBlank(bytes)) throw new Unreadable('empty');
  if (findWithin(bytes, PDF, PDF_WITHIN)) return 'pdf';
  if (startsWith(bytes, ZIP) && isZipRecord(bytes[2], bytes[3])) return 'zip';
  if (startsWith(bytes, COMPOUND)) throw new Unreadable(compoundProblem(bytes));
  if (!looksBinary(bytes)) return 'text';
  const type = await fileTypeFromBuffer(bytes.subarray(0, 64 * 1024)).catch(() => undefined);
  throw new Unreadable('unknownFormat', type ? [{ reason: 'fileType', values: { type: type.ext } }] : []);
}

const isZipRecord = (third: number | undefined, fourth: number | undefined): boolean =>
  (third === 3 && fourth === 4) || (third === 5 && fourth === 6);

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13));
}

function findWithin(bytes: Uint8Array, mark: readonly number[], within: number): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(within, bytes.length));
  const at = head.indexOf(Buffer.from(mark));
  // Text that speaks of the mark is no PDF: only what no text begins with may stand before it.
  return at === 0 || (at > 0 && looksBinary(bytes.subarray(0, at + 512)));
}

/** Streams of a compound file, by which it is known what stands in it. */
const STREAMS: readonly (readonly [name: string, problem: IntakeProblem])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'oldDoc'],
  ['PowerPoint Document', 'oldPpt'],
  ['Workbook', 'oldXls'],
];

/** The names of a file's streams stand in its directory, in UTF-16. */
function compoundProblem(bytes: Uint8Array): IntakeProblem {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return STREAMS.find(([name]) => content.includes(Buffer.from(name, 'utf16le')))?.[1] ?? 'unknownFormat';
}

/** Zero bytes that are no UTF-16, or more control characters than any text has. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (encoding !== undefined) return hasControls(new TextDecoder(encoding).decode(sample));
  return sample.includes(0) || hasControls(Buffer.from(sample).toString('latin1'));
}

function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return controls > text.length * 0.01;
}
