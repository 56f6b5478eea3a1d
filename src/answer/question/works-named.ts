import type { Material } from '../../material/load.ts';
import { languageOf } from '../../text/languages/index.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { wordsOf } from './words.ts';

/** A work that some words of a text name: the place of the first of them, and the one behind the last. */
export interface NamedWork {
  readonly from: number;
  readonly to: number;
  /** The works that may be meant. */
  readonly sources: ReadonlySet<string>;
  /** By an author's name, and no title. */
  readonly isAuthor: boolean;
}

/** A title, a publisher or an author, as words. */
interface Name {
  readonly source: string;
  readonly words: readonly string[];
  /** For each word whether it tells anything. */
  readonly telling: readonly boolean[];
  /** A surname alone names a person. */
  readonly isPerson: boolean;
}

type Searched = Pick<KnowledgeBase, 'material' | 'languages'>;
type NameIndex = ReadonlyMap<string, readonly { readonly name: Name; readonly at: number }[]>;

/** A name may be cut short to so many telling words. */
const MIN_TELLING = 2;

const indexes = new WeakMap<Material, NameIndex>();

/**
 * The works that folded words name, from the left, each with as many words as do so: by a whole title, publisher or author,
 * some telling words of it that stand together, or a surname.
 */
export function worksNamedIn(words: readonly string[], knowledge: Searched): readonly NamedWork[] {
  const { material } = knowledge;
  const index = indexes.get(material) ?? indexOf(knowledge);
  indexes.set(material, index);
  const named: NamedWork[] = [];
  for (let at = 0; at < words.length; at = Math.max(at + 1, named.at(-1)?.to ?? 0)) {
    const found = longestAt(words, at, index);
    if (found) named.push(found);
  }
  return named;
}

/** The words with those that name a work as "§", or "¤" where they name its author. */
export function withWorksMarked(words: readonly string[], named: readonly NamedWork[]): string {
  const marked = words.map((word, at) => {
    const run = named.find(({ from, to }) => at >= from && at < to);
    if (run === undefined) return word;
    if (run.from !== at) return '';
    return run.isAuthor ? '¤' : '§';
  });
  return marked.filter(Boolean).join(' ');
}

function longestAt(words: readonly string[], at: number, index: NameIndex): NamedWork | undefined {
  let longest = 0;
  let sources = new Set<string>();
  let isAuthor = true;
  for (const place of index.get(words[at] as string) ?? []) {
    const length = sharedFrom(words, at, place);
    if (length > longest) [sources, isAuthor] = [new Set(), true];
    if (length >= Math.max(1, longest)) {
      sources.add(place.name.source);
      isAuthor &&= place.name.isPerson;
    }
    longest = Math.max(longest, length);
  }
  return longest === 0 ? undefined : { from: at, to: at + longest, sources, isAuthor };
}

/** How many words from there on are the name's, enough of them to name it; else none. */
function sharedFrom(words: readonly string[], from: number, { name, at }: { name: Name; at: number }): number {
  let length = 1;
  while (at + length < name.words.length && words[from + length] === name.words[at + length]) length++;
  const telling = name.telling.slice(at, at + length).filter(Boolean).length;
  const all = name.telling.filter(Boolean).length;
  const isSurname = name.isPerson && telling > 0 && at + length === name.words.length;
  return telling >= Math.min(MIN_TELLING, Math.max(1, all)) || isSurname ? length : 0;
}

function indexOf({ material, languages }: Searched): NameIndex {
  const isTelling = (word: string) => ![...languages].some((code) => languageOf(code).commonWords.has(word));
  const index = new Map<string, { name: Name; at: number }[]>();
  for (const { source } of material.articles) {
    const { id, title, publisher, authors } = source;
    const others = [title, publisher].map((text) => ({ text, isPerson: false }));
    for (const { text, isPerson } of [...others, ...authors.map((author) => ({ text: author, isPerson: true }))]) {
      const words = wordsOf(text).map(({ word }) => word);
      const name = { source: id, words, telling: words.map(isTelling), isPerson };
      words.forEach((word, at) => {
        index.set(word, [...(index.get(word) ?? []), { name, at }]);
      });
    }
  }
  return index;
}
