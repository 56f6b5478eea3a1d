import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../root.ts';

/** A term near in meaning to another. `strength` 0.2 to 0.9: how often the one is said where the other is meant. */
export interface Kin {
  readonly term: string;
  readonly strength: number;
}

/**
 * Lines in code-unit order: a term or a phrase (its terms joined by "_"), a tab, its kin, best first, each with its
 * strength in tenths behind it. scripts/build-thesaurus.ts makes the file.
 */
const FILE = join(packageRoot, 'src', 'search', 'words', 'thesaurus.txt');

let lines: string | undefined;

/** Looked-up keys, since people ask about the same matters; emptied when full. */
const REMEMBERED = 4_096;
const remembered = new Map<string, readonly Kin[]>();

/** The terms that general English uses for nearly the same, best first; none for names, numbers and rare words. */
export function kinOf(key: string): readonly Kin[] {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const kin = readKin(key);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(key, kin);
  return kin;
}

function readKin(key: string): Kin[] {
  // One byte a character and nothing parsed ahead: reading takes a few milliseconds, and memory what the file takes.
  lines ??= readFileSync(FILE, 'latin1');
  const entries = lineOf(key, lines)?.split(' ') ?? [];
  return entries.map((entry) => ({ term: entry.slice(0, -1), strength: Number(entry.slice(-1)) / 10 }));
}

/** What stands behind a key, found by halving: `from` and `to` are always beginnings of lines. */
function lineOf(key: string, text: string): string | undefined {
  let [from, to] = [0, text.length];
  while (from < to) {
    const begin = text.lastIndexOf('\n', ((from + to) >> 1) - 1) + 1;
    const tab = text.indexOf('\t', begin);
    const end = text.indexOf('\n', tab);
    const found = text.slice(begin, tab);
    if (found === key) return text.slice(tab + 1, end);
    if (found < key) from = end + 1;
    else to = begin;
  }
  return undefined;
}
