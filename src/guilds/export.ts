import { writeArchive } from '../intake/index.ts';
import { writeCollection } from '../material/write.ts';
import type { StoredMaterial } from '../store/types.ts';
import { ownCollection } from './own-material.ts';

/** A guild's works and facts as a zip of plain files, which `/library add` and a knowledge folder read back. */
export function exportArchive(library: StoredMaterial): Uint8Array | undefined {
  const collection = ownCollection(library);
  if (collection.articles.length === 0) return undefined;
  return writeArchive(writeCollection({ ...collection, title: 'Library', description: 'Exported from a server' }));
}
