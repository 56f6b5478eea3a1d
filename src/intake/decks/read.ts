import { decode } from '../detect/decode.ts';
import { detectKind } from '../detect/detect.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { BroughtFile, DeckNote } from '../types.ts';
import { zipEntries } from '../zip.ts';
import { isPackage, readPackage } from './package.ts';
import { readDeckTable } from './table.ts';

/**
 * Reads a deck of cards to its notes: a package of Anki's (`.apkg`, `.colpkg`), or a table as text. Throws `Unreadable`
 * where it is neither, or holds no notes.
 */
export async function readNotes({ bytes, contentType = '' }: BroughtFile): Promise<readonly DeckNote[]> {
  const kind = await detectKind(bytes);
  const notes = kind === 'zip' ? await readZip(bytes) : kind === 'text' ? readText(bytes, contentType) : undefined;
  if (notes === undefined) throw new Unreadable('noDeck');
  if (notes.length === 0) throw new Unreadable('noCards');
  if (notes.length > LIMITS.deckNotes) throw new Unreadable('tooLarge');
  return notes;
}

async function readZip(bytes: Uint8Array): Promise<readonly DeckNote[] | undefined> {
  return isPackage(zipEntries(bytes).map(({ name }) => name)) ? readPackage(bytes) : undefined;
}

function readText(bytes: Uint8Array, contentType: string): readonly DeckNote[] {
  if (bytes.length > LIMITS.textBytes) throw new Unreadable('tooLarge');
  const charset = /charset=["']?([\w-]+)/i.exec(contentType)?.[1];
  return readDeckTable(decode(bytes, [charset]));
}
