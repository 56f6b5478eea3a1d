import { normalise } from '../blocks/normalise.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { InputFile } from '../readers/reader.ts';
import type { BroughtFile } from '../types.ts';
import { zipEntries } from '../zip.ts';
import { declaredCharset, decode } from './decode.ts';
import { detectKind } from './detect.ts';
import { embeddingKind, isEmbedding } from './embedding.ts';

/** Opens a file as far as its format shows. Throws `Unreadable` where it is empty, too large or of no kind that is read. */
export async function openFile({ name, bytes, contentType = '' }: BroughtFile): Promise<InputFile> {
  const extension = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const detected = await detectKind(bytes);
  const kind = detected === 'text' ? (embeddingKind(bytes, extension) ?? 'text') : detected;
  if (isEmbedding(kind) && bytes.length > LIMITS.embeddedBytes) throw new Unreadable('tooLarge');
  const entries = kind === 'zip' ? zipEntries(bytes).map((entry) => entry.name) : [];
  const text = kind === 'text' ? textOf(bytes, contentType) : '';
  return { name, extension, contentType, bytes, kind, entries, text };
}

function textOf(bytes: Uint8Array, contentType: string): string {
  if (bytes.length > LIMITS.textBytes) throw new Unreadable('tooLarge');
  const sent = /charset=["']?([\w-]+)/i.exec(contentType)?.[1];
  return normalise(decode(bytes, [sent, declaredCharset(bytes)]));
}
