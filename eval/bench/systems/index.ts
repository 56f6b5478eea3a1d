import type { Build } from './types.ts';

/** Loaded one at a time, each in its own process: no system pays for another's library. */
const SYSTEMS = {
  footnote: () => import('./footnote.ts'),
  fuse: () => import('./fuse.ts'),
  'fuse-token': () => import('./fuse-token.ts'),
  'fuse-token-tuned': () => import('./fuse-token-tuned.ts'),
  minisearch: () => import('./minisearch.ts'),
  'minisearch-tuned': () => import('./minisearch-tuned.ts'),
  orama: () => import('./orama.ts'),
  flexsearch: () => import('./flexsearch.ts'),
  lunr: () => import('./lunr.ts'),
  'sqlite-fts5': () => import('./sqlite-fts5.ts'),
  bm25: () => import('./bm25.ts'),
  'bm25-bigrams': () => import('./bm25-bigrams.ts'),
} as const satisfies Record<string, () => Promise<{ build: Build }>>;

export type SystemName = keyof typeof SYSTEMS;

export const SYSTEM_NAMES = Object.keys(SYSTEMS) as SystemName[];

export async function loadSystem(name: SystemName): Promise<Build> {
  return (await SYSTEMS[name]()).build;
}
