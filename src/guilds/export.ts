import { writeArchive } from '../intake/index.ts';
import { writingCollection } from '../material/write.ts';
import { inSlices, nextTurn } from '../slices.ts';
import type { StoredMaterial } from '../store/types.ts';
import { ownCollection } from './own-material.ts';

/** A guild's works and facts as a zip of plain files, which `/library add` and a knowledge folder read back. */
export async function exportArchive(library: StoredMaterial): Promise<Uint8Array | undefined> {
  const collection = ownCollection(library);
  if (collection.articles.length === 0) return undefined;
  await nextTurn();
  const named = { ...collection, title: 'Library', description: 'Exported from a server' };
  const files = await inSlices(writingCollection(named));
  await nextTurn();
  return writeArchive(files);
}
