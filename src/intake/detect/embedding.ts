import type { EmbeddingKind, Kind } from '../readers/reader.ts';

/** A file says what it is in its first bytes. */
const HEAD = 16_384;
const HEADERS = /^(?:[A-Za-z][\w-]{0,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,200}){2,200}\r?\n/;
const MIME = /^(?:MIME-Version|Content-Type|Received|Message-ID):/im;

/** The kind of a text file that has other files inside; undefined for plain text. */
export function embeddingKind(bytes: Uint8Array, extension: string): EmbeddingKind | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.length)).toString('latin1').trimStart();
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (head.startsWith('{') && (extension === 'ipynb' || /"(?:cell_type|nbformat)"\s*:/.test(head))) return 'notebook';
  const isCalledMail = /^(?:eml|mht|mhtml)$/.test(extension);
  const headers = HEADERS.exec(head)?.[0] ?? (isCalledMail ? head : '');
  return MIME.test(headers) || (isCalledMail && /^(?:From|Subject|Date):/im.test(headers)) ? 'mail' : undefined;
}

export const isEmbedding = (kind: Kind): kind is EmbeddingKind =>
  kind === 'rtf' || kind === 'mail' || kind === 'notebook';
