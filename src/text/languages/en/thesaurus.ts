import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lazily } from '../../../lazily.ts';
import type { Synonym } from '../../language.ts';

/**
 * Lines in code-unit order: a term or a phrase (its terms joined by "_"), a tab, its synonyms, best first, each with its
 * strength in tenths behind it. scripts/build-thesaurus.ts makes the file.
 */
const FILE = join(import.meta.dirname, 'thesaurus.txt');

const NONE: readonly Synonym[] = [];

/** Each key with its synonyms: as they stand in the file, and read once they were asked for. */
const lines = lazily(readLines);

/** The terms that general English uses for nearly the same, best first; none for names, numbers and rare words. */
export function synonymsOf(key: string): readonly Synonym[] {
  const known = lines().get(key) ?? NONE;
  if (typeof known !== 'string') return known;
  const read = known.split(' ').map((entry) => ({ term: entry.slice(0, -1), strength: Number(entry.slice(-1)) / 10 }));
  lines().set(key, read);
  return read;
}

/** Nothing of a line is parsed before it is asked for: reading takes a few milliseconds. */
function readLines(): Map<string, string | readonly Synonym[]> {
  const text = readFileSync(FILE, 'latin1');
  const read = new Map<string, string | readonly Synonym[]>();
  for (let from = 0; from < text.length; ) {
    const tab = text.indexOf('\t', from);
    const end = text.indexOf('\n', tab);
    read.set(text.slice(from, tab), text.slice(tab + 1, end));
    from = end + 1;
  }
  return read;
}
