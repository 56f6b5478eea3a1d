import { type UnzipFileInfo, unzipSync } from 'fflate';
import { Unreadable } from './failure.ts';
import { LIMITS } from './limits.ts';

/** What a zip says it holds; nothing is inflated. */
export function zipEntries(bytes: Uint8Array): UnzipFileInfo[] {
  const entries: UnzipFileInfo[] = [];
  unzip(bytes, (entry) => {
    if (entries.length >= LIMITS.zipEntries) throw new Unreadable('tooLarge');
    entries.push(entry);
    return false;
  });
  return entries;
}

/**
 * Inflates the entries that are wanted, by name. Their number, sizes and ratios are checked before; more than an entry
 * said is never written.
 */
export function unzipWanted(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const entries = zipEntries(bytes).filter(({ name }) => wanted(name));
  const total = entries.reduce((sum, { originalSize }) => sum + originalSize, 0);
  const bomb = entries.some(({ size, originalSize }) => originalSize > 65_536 && originalSize > size * LIMITS.zipRatio);
  if (total > LIMITS.zipBytes || bomb) throw new Unreadable('tooLarge');
  return new Map(Object.entries(unzip(bytes, ({ name }) => wanted(name))));
}

function unzip(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged');
  }
}
