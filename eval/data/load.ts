import { loadBeir } from './beir.ts';
import { loadShipped } from './shipped.ts';
import type { Dataset } from './types.ts';

/** The data that the options ask for: a folder in BEIR's layout, or what the project ships. */
export function loadDataset({ beir }: { readonly beir: string | undefined }): Dataset {
  return beir === undefined ? loadShipped() : loadBeir(beir);
}
