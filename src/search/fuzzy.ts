import Fuse from 'fuse.js';
import type { Vocabulary } from './vocabulary.ts';

/** A word of the material that an unknown word may be meant for. */
export interface NearWord {
  readonly word: string;
  readonly term: number;
  /** 0..1; 1 is the word itself. */
  readonly likeness: number;
}

/** Words shorter than this have too many neighbours to be respelt. */
const SHORTEST = 4;
const LONGEST = 32;
/** Fuse.js looks at so many words at most: those that share the most letter pairs with the asked word. */
const SHORT_LIST = 24;
/** Fuse.js's threshold: 0 is equal, 1 anything. Loose, since the edit distance decides afterwards. */
const THRESHOLD = 0.55;
const REMEMBERED = 4_096;
/** A word of 4 or 5 letters may be one edit away, a longer one two. */
const TWO_EDITS_FROM = 6;

/**
 * Finds the material's words nearest in spelling to a word that it does not hold. A table of letter pairs and
 * lengths shortens the list; Fuse.js matches what is left; the edit distance with transpositions (Damerau, 1964),
 * the first letter and how common the word is put them in order. Results are remembered.
 */
export class FuzzyWords {
  readonly #vocabulary: Vocabulary;
  /** (letter pair, word length) to the ids of the words. */
  readonly #pairs = new Map<number, number[]>();
  #indexed = 0;
  readonly #remembered = new Map<string, readonly NearWord[]>();
  #shared = new Uint8Array(1024);
  #touched = new Uint32Array(1024);

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Takes in the words that the vocabulary gained, `most` at a time; false when none is left. */
  update(most = Number.POSITIVE_INFINITY): boolean {
    const { words } = this.#vocabulary;
    const end = Math.min(words.length, this.#indexed + most);
    for (; this.#indexed < end; this.#indexed++) {
      const word = words[this.#indexed] as string;
      if (!spellable(word)) continue;
      for (const pair of letterPairs(word)) {
        const key = pair * 64 + word.length;
        const list = this.#pairs.get(key);
        if (list === undefined) this.#pairs.set(key, [this.#indexed]);
        else list.push(this.#indexed);
      }
    }
    this.#remembered.clear();
    return end < words.length;
  }

  /** The nearest words, best first, at most `limit`. Empty for numbers and for very short or long words. */
  near(word: string, limit = 4): readonly NearWord[] {
    const known = this.#remembered.get(word);
    if (known !== undefined) return known.slice(0, limit);
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
    const found = this.#search(word);
    this.#remembered.set(word, found);
    return found.slice(0, limit);
  }

  #search(word: string): NearWord[] {
    if (!spellable(word)) return [];
    const list = this.#shortList(word);
    const fuse = new Fuse(
      list.map((id) => this.#vocabulary.words[id] as string),
      {
        includeScore: true,
        threshold: THRESHOLD,
        ignoreLocation: false,
        distance: 100,
        shouldSort: false,
      },
    );
    const most = word.length >= TWO_EDITS_FROM ? 2 : 1;
    const found: NearWord[] = [];
    for (const { item, refIndex, score = 1 } of fuse.search(word)) {
      const edits = editDistance(word, item, most);
      if (edits > most) continue;
      const term = this.#vocabulary.wordTerm.at(list[refIndex] as number);
      found.push({ word: item, term, likeness: likeness(word, item, edits, score) });
    }
    const common = (near: NearWord): number => Math.log(1 + this.#vocabulary.occurrences.at(near.term)) * 0.02;
    found.sort((a, b) => b.likeness + common(b) - a.likeness - common(a) || (a.word < b.word ? -1 : 1));
    const terms = new Set<number>();
    return found.filter((near) => !terms.has(near.term) && terms.add(near.term)).slice(0, 8);
  }

  #shortList(word: string): number[] {
    this.#fit();
    const pairs = letterPairs(word);
    // One edit breaks at most three pairs; two edits five, of which one may be shared by chance.
    const needed = Math.max(1, pairs.size - (word.length >= TWO_EDITS_FROM ? 5 : 3));
    const list: number[] = [];
    let touched = 0;
    for (let length = Math.max(SHORTEST - 1, word.length - 2); length <= word.length + 2; length++) {
      for (const pair of pairs) {
        const ids = this.#pairs.get(pair * 64 + length);
        if (ids !== undefined) touched = this.#count(ids, needed, touched, list);
      }
    }
    const shared = this.#shared;
    list.sort((a, b) => (shared[b] as number) - (shared[a] as number) || a - b);
    for (let at = 0; at < touched; at++) shared[this.#touched[at] as number] = 0;
    return list.slice(0, SHORT_LIST);
  }

  /** Counts one more shared pair for each word; those that have enough now go on the list. */
  #count(ids: readonly number[], needed: number, before: number, list: number[]): number {
    const shared = this.#shared;
    let touched = before;
    for (const id of ids) {
      const count = (shared[id] as number) + 1;
      shared[id] = count;
      if (count === 1) this.#touched[touched++] = id;
      if (count === needed) list.push(id);
    }
    return touched;
  }

  #fit(): void {
    const size = this.#vocabulary.words.length;
    if (this.#shared.length >= size) return;
    this.#shared = new Uint8Array(size * 2);
    this.#touched = new Uint32Array(size * 2);
  }
}

function spellable(word: string): boolean {
  return word.length >= SHORTEST - 1 && word.length <= LONGEST && !/\d/.test(word);
}

/** Adjacent letters as numbers, with the word's beginning and end as letters of their own; each pair once. */
function letterPairs(word: string): Set<number> {
  const pairs = new Set<number>();
  let before = 1;
  for (let at = 0; at <= word.length; at++) {
    const letter = at === word.length ? 2 : word.charCodeAt(at) & 0xfff;
    pairs.add(before * 4096 + letter);
    before = letter;
  }
  return pairs;
}

function likeness(asked: string, found: string, edits: number, fuseScore: number): number {
  const length = Math.max(asked.length, found.length);
  const sameStart = asked.charCodeAt(0) === found.charCodeAt(0) ? 0 : 0.08;
  return Math.max(0, 1 - edits / length - sameStart - 0.05 * fuseScore);
}

/** Edits (insert, delete, substitute, swap neighbours) from one word to the other; `most + 1` stands for any more. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let twoAgo: number[] = [];
  let ago = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = editRow(a, b, i, ago, twoAgo);
    if (Math.min(...row) > most) return most + 1;
    twoAgo = ago;
    ago = row;
  }
  return ago[b.length] ?? most + 1;
}

/** The distances of the first `i` letters of `a` to each beginning of `b`, from the two rows before. */
function editRow(a: string, b: string, i: number, ago: readonly number[], twoAgo: readonly number[]): number[] {
  const letter = a.charCodeAt(i - 1);
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const substituted = (ago[j - 1] ?? 0) + (letter === b.charCodeAt(j - 1) ? 0 : 1);
    let best = Math.min((ago[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, substituted);
    const swapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
    if (swapped) best = Math.min(best, (twoAgo[j - 2] ?? 0) + 1);
    row.push(best);
  }
  return row;
}
