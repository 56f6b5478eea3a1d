import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lazily } from '../../../lazily.ts';
import type { Synonym } from '../../language.ts';
import { stem } from './stem.ts';

/**
 * Lines in code-unit order: a term or a phrase (its terms joined by "_"), a tab, its synonyms, best first, each with its
 * strength in tenths behind it. scripts/build-thesaurus.ts makes the file.
 */
const FILE = join(import.meta.dirname, 'thesaurus.txt');

const NONE: readonly Synonym[] = [];

const text = lazily(() => readFileSync(FILE, 'latin1'));
/** The phrases that have synonyms. */
export const phrases = lazily((): ReadonlySet<string> => new Set(text().match(/^[^\t\n]*_[^\t\n]*/gm)));

/** The synonyms that were asked for. */
const known = new Map<string, readonly Synonym[]>();

/** The terms that general English uses for nearly the same, best first; none for names, numbers and rare words. */
export function synonymsOf(key: string): readonly Synonym[] {
  const read = known.get(key);
  if (read !== undefined) return read;
  const entries = find(key, text());
  if (entries === undefined) return NONE;
  const synonyms = entries
    .split(' ')
    .map((entry) => ({ term: entry.slice(0, -1), strength: Number(entry.slice(-1)) / 10 }));
  known.set(key, synonyms);
  return synonyms;
}

/** Whether it has the stem of a word, as it has those of all common words. */
export const isEnglishWord = (word: string): boolean => synonymsOf(stem(word)).length > 0;

/** What stands behind a key, by binary search: a table of all lines would take longer to make than most processes look up. */
function find(key: string, lines: string): string | undefined {
  for (let from = 0, to = lines.length; from < to; ) {
    const line = lines.lastIndexOf('\n', ((from + to) >>> 1) - 1) + 1;
    const tab = lines.indexOf('\t', line);
    const end = lines.indexOf('\n', tab);
    const found = lines.slice(line, tab);
    if (found === key) return lines.slice(tab + 1, end);
    if (found < key) from = end + 1;
    else to = line;
  }
  return undefined;
}
