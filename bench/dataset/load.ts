import { UsageError } from '../errors.ts';
import { loadBeir } from './beir.ts';
import type { Dataset } from './types.ts';

/** The data that the options ask for. */
export function loadDataset({ beir }: { readonly beir: string | undefined }): Dataset {
  if (beir === undefined) throw new UsageError('--beir DIR is missing');
  return loadBeir(beir);
}
