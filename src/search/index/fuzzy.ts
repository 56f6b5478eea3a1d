import Fuse from 'fuse.js';
import type { Vocabulary } from './vocabulary.ts';

/** A word of the material that an unknown word may be meant for. */
export interface NearWord {
  readonly word: string;
  readonly term: number;
  /** 0..1; 1 is the word itself. */
  readonly likeness: number;
  /** Letters more, less or another, and neighbours that changed places. */
  readonly edits: number;
}

/** Words shorter than this have too many neighbours to be respelt. */
const MIN_LENGTH = 4;
/** A shorter word may be meant for too many others: it is corrected only where its letters are in another order. */
const MIN_EDITED = 5;
const MAX_LENGTH = 32;
/** Fuse.js looks at so many words at most: those that share the most letter pairs with the asked word. */
const SHORT_LIST = 24;
/** Fuse.js's threshold: 0 is equal, 1 anything. Loose, since the edit distance decides afterwards. */
const THRESHOLD = 0.55;
const REMEMBERED = 4_096;
/** A word of 4 or 5 letters may be one edit away, a longer one two. */
const TWO_EDITS_FROM = 6;
/** More pairs than the longest word has. */
const MAX_SHARED = 64;

/**
 * Finds the material's words nearest in spelling to a word that it does not hold. A table of letter pairs and
 * lengths shortens the list, the edit distance with transpositions (Damerau, 1964) strikes off what is too far, and
 * Fuse.js matches what is left; its score, the edits, the first letter and how common the word is put them in order.
 * Results are remembered.
 */
export class FuzzyWords {
  readonly #vocabulary: Vocabulary;
  /** (letter pair, word length) to the ids of the words, rising. */
  readonly #pairs = new Map<number, number[]>();
  #indexed = 0;
  readonly #remembered = new Map<string, readonly NearWord[]>();
  readonly #tally = new Tally();
  readonly #fuse = new Fuse<string>([], {
    includeScore: true,
    threshold: THRESHOLD,
    ignoreLocation: false,
    distance: 100,
    shouldSort: false,
  });

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
    if (this.#indexed < this.#vocabulary.words.length) this.update();
    const known = this.#remembered.get(word);
    if (known !== undefined) return known.slice(0, limit);
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
    const found = this.#search(word);
    this.#remembered.set(word, found);
    return found.slice(0, limit);
  }

  #search(word: string): NearWord[] {
    if (!spellable(word)) return [];
    const most = word.length >= TWO_EDITS_FROM ? 2 : 1;
    const edits = new Map<string, number>();
    for (const id of this.#shortList(word)) {
      const other = this.#vocabulary.words[id] as string;
      const distance = editDistance(word, other, most);
      if (distance <= most && (word.length >= MIN_EDITED || areSwapped(word, other))) edits.set(other, distance);
    }
    const found = this.#matched(word, edits);
    const common = (near: NearWord): number => Math.log(1 + this.#vocabulary.occurrences.at(near.term)) * 0.02;
    found.sort((a, b) => b.likeness + common(b) - a.likeness - common(a) || (a.word < b.word ? -1 : 1));
    const terms = new Set<number>();
    return found.filter((near) => !terms.has(near.term) && terms.add(near.term)).slice(0, 8);
  }

  /** The words that Fuse.js takes for the asked one, of those that are few enough edits away. */
  #matched(word: string, edits: ReadonlyMap<string, number>): NearWord[] {
    if (edits.size === 0) return [];
    this.#fuse.setCollection([...edits.keys()]);
    return this.#fuse.search(word).map(({ item, score = 1 }) => ({
      word: item,
      term: this.#vocabulary.wordTerm.at(this.#vocabulary.wordId(item) as number),
      likeness: likeness(word, item, edits.get(item) as number, score),
      edits: edits.get(item) as number,
    }));
  }

  /** The words that share the most letter pairs with this one, at most SHORT_LIST; equal ones in the order of ids. */
  #shortList(word: string): number[] {
    const pairs = letterPairs(word);
    // One edit breaks at most three pairs; two edits five, of which one may be shared by chance.
    const needed = Math.max(1, pairs.size - (word.length >= TWO_EDITS_FROM ? 5 : 3));
    this.#tally.begin(this.#vocabulary.words.length, needed);
    for (let length = Math.max(MIN_LENGTH - 1, word.length - 2); length <= word.length + 2; length++) {
      for (const pair of pairs) {
        const ids = this.#pairs.get(pair * 64 + length);
        if (ids !== undefined) this.#tally.count(ids);
      }
    }
    return this.#tally.most(SHORT_LIST);
  }
}

/** Counts how often each word is named. */
class Tally {
  /** A byte a word: wiping and counting both stay within the nearest memory. */
  #counts = new Uint8Array(1024);
  #needed = 1;
  #enough: number[] = [];

  /** `needed`: a word that is named less often is of no interest. */
  begin(words: number, needed: number): void {
    if (this.#counts.length < words) this.#counts = new Uint8Array(words * 2);
    else this.#counts.fill(0, 0, words);
    this.#needed = needed;
    this.#enough = [];
  }

  count(ids: readonly number[]): void {
    const counts = this.#counts;
    const needed = this.#needed;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      const count = (counts[id] as number) + 1;
      counts[id] = count;
      if (count === needed) this.#enough.push(id);
    }
  }

  /** The `limit` words that were named most often. */
  most(limit: number): number[] {
    const least = this.#least(limit);
    return this.#enough
      .filter((id) => (this.#counts[id] as number) >= least)
      .sort((a, b) => (this.#counts[b] as number) - (this.#counts[a] as number) || a - b)
      .slice(0, limit);
  }

  /** The count that at least `limit` words reach, where so many have enough. */
  #least(limit: number): number {
    const reached = new Uint32Array(MAX_SHARED);
    for (const id of this.#enough) {
      const shared = this.#counts[id] as number;
      reached[shared] = (reached[shared] as number) + 1;
    }
    let shared = MAX_SHARED - 1;
    for (let words = 0; shared > this.#needed; shared--) {
      words += reached[shared] as number;
      if (words >= limit) break;
    }
    return shared;
  }
}

/** Scripts of which one sign or two make a word: nearly every other word is one edit away. */
const FEW_SIGNS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}]/u;

/** Whether one word has the other's letters in another order. */
function areSwapped(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

function spellable(word: string): boolean {
  return word.length >= MIN_LENGTH - 1 && word.length <= MAX_LENGTH && !/\d/.test(word) && !FEW_SIGNS.test(word);
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

/** Three rows of the table of distances, one behind the other. */
const ROW = MAX_LENGTH + 1;
const rows = new Uint8Array(3 * ROW);

/**
 * Edits (insert, delete, substitute, swap neighbours) from one word to the other; `most + 1` stands for any more.
 * For words of at most MAX_LENGTH letters.
 */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  for (let j = 0; j <= b.length; j++) rows[j] = j;
  for (let i = 1; i <= a.length; i++) if (editRow(a, b, i) > most) return most + 1;
  return rows[(a.length % 3) * ROW + b.length] as number;
}

/** Fills in the distances of the first `i` letters of `a` to each beginning of `b`; gives the least of them. */
function editRow(a: string, b: string, i: number): number {
  const row = (i % 3) * ROW;
  const ago = ((i + 2) % 3) * ROW;
  const twoAgo = ((i + 1) % 3) * ROW;
  const letter = a.charCodeAt(i - 1);
  const letterBefore = a.charCodeAt(i - 2);
  let least = i;
  rows[row] = i;
  for (let j = 1; j <= b.length; j++) {
    const other = b.charCodeAt(j - 1);
    let best = Math.min(
      (rows[ago + j] as number) + 1,
      (rows[row + j - 1] as number) + 1,
      (rows[ago + j - 1] as number) + (letter === other ? 0 : 1),
    );
    if (j > 1 && letterBefore === other && letter === b.charCodeAt(j - 2)) {
      best = Math.min(best, (rows[twoAgo + j - 2] as number) + 1);
    }
    rows[row + j] = best;
    if (best < least) least = best;
  }
  return least;
}
