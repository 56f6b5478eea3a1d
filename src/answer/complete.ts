import Fuse from 'fuse.js';
import { lazily } from '../lazily.ts';
import type { Material } from '../material/load.ts';
import type { Source, Term } from '../material/types.ts';
import type { Analyser } from '../text/analyser.ts';
import { fold } from '../text/fold.ts';
import { isIn } from './candidates/entries.ts';
import type { FactEntry } from './types.ts';

/**
 * Suggestions while somebody types: fuzzy, best first. Nothing typed yet gives a spread over the material. `sources`: what
 * these alone have of it.
 */
export interface Completion {
  questions(typed: string, limit: number, sources?: ReadonlySet<string>): string[];
  entries(typed: string, limit: number, sources?: ReadonlySet<string>): FactEntry[];
  sources(typed: string, limit: number): Source[];
  terms(typed: string, limit: number): Term[];
}

/** Anywhere in the text counts as much as at its beginning: people type the word that matters, not the first one. */
const FUZZY = { ignoreLocation: true, threshold: 0.3, ignoreDiacritics: true } as const;

/**
 * Fuse.js takes its time over long patterns, and folding can make one character eighteen: what is looked up is cut
 * after folding, so that nobody's typing holds up the others.
 */
const MAX_TYPED = 200;
const MAX_WORDS = 6;
const MAX_LETTERS = 20;

export function createCompletion(material: Material, entries: readonly FactEntry[], analyser: Analyser): Completion {
  const { terms } = material;
  const questions = askable(entries);
  return {
    questions: completer(
      questions,
      ['text', 'names'],
      ({ text }) => text,
      analyser,
      ({ text }) => text,
      ({ sources }) => sources,
    ),
    entries: completeEntries(entries, analyser),
    sources: completeSources(material, analyser),
    terms: completer(
      terms,
      ['name', 'aliases'],
      (term) => term,
      analyser,
      ({ name }) => name,
    ),
  };
}

function completeEntries(all: readonly FactEntry[], analyser: Analyser): Completion['entries'] {
  const items = all.map((entry) => ({ entry, names: entry.rows.flatMap(({ otherNames }) => otherNames) }));
  const complete = completer(
    items,
    ['entry.subject', 'entry.attribute', 'names', 'entry.asOf'],
    ({ entry }) => entry,
    analyser,
    ({ entry }) => `${entry.subject} ${entry.attribute}`,
    ({ entry }) => entry.rows.map(({ source }) => source),
  );
  // What resembles "when was" is like it in words of grammar alone.
  const named = lazily(() =>
    items.map(({ entry, names }) => [`${entry.subject} ${entry.attribute}`, ...names].map(partsOf)),
  );
  return (typed, limit, sources) => {
    const tokens = analyser.analyse(typed.slice(0, MAX_TYPED));
    if (!tokens.every(({ stop }) => stop)) return complete(typed, limit, sources);
    const words = partsOf(typed.slice(0, MAX_TYPED)).filter(Boolean);
    if (words.length === 0) return complete('', limit, sources);
    const fits = (parts: readonly string[]) => words.every((word) => parts.some((part) => part.startsWith(word)));
    return all.filter((entry, at) => isIn(entry, sources) && named()[at]?.some(fits)).slice(0, limit);
  };
}

const partsOf = (text: string): string[] => fold(text).split(/[^\p{L}\p{N}]+/u);

export function completeSources({ articles }: Material, analyser: Analyser): Completion['sources'] {
  const sources = articles.map(({ source }) => source);
  return completer(
    sources,
    ['title', 'publisher', 'authors'],
    (source) => source,
    analyser,
    ({ title }) => title,
  );
}

function askable(entries: readonly FactEntry[]) {
  const questions = new Map<string, { readonly names: readonly string[]; readonly sources: Set<string> }>();
  for (const { rows, subject } of entries) {
    for (const { question, otherNames, source } of rows) {
      if (question === undefined) continue;
      const sources = questions.get(question)?.sources ?? new Set();
      questions.set(question, { names: [subject, ...otherNames], sources: sources.add(source) });
    }
  }
  return [...questions].map(([text, about]) => ({ text, ...about }));
}

/**
 * A search over `items` that takes each typed word by itself (token search), so that "founded celac" finds
 * "When was CELAC founded?"; where no item holds them so, the text as a whole decides.
 */
function completer<T, R>(
  items: readonly T[],
  keys: string[],
  result: (item: T) => R,
  analyser: Analyser,
  nameOf: (item: T) => string,
  sourcesOf: (item: T) => Iterable<string> = () => [],
) {
  const names = lazily(() => items.map((item) => fold(nameOf(item))));
  // Made when somebody types for the first time: a question in the terminal needs none of them.
  const byWords = lazily(() => new Fuse(items, { ...FUZZY, keys, useTokenSearch: true }));
  const whole = lazily(() => new Fuse(items, { ...FUZZY, keys }));
  return (typed: string, limit: number, sources?: ReadonlySet<string>): R[] => {
    const text = informativeWords(typed, analyser);
    const isWanted = (item: T) => sources === undefined || [...sourcesOf(item)].some((source) => sources.has(source));
    if (text === '') return spread(items.filter(isWanted), limit).map(result);
    const begun = beginning(items, names(), fold(typed.trim()));
    const most = sources === undefined ? { limit } : {};
    const found = byWords().search(text, most);
    const fuzzy = (found.length > 0 ? found : whole().search(text, most)).map(({ item }) => item);
    return [...new Set([...begun, ...fuzzy])].filter(isWanted).slice(0, limit).map(result);
  };
}

/** Items whose name begins with what was typed, then those of which a word does. */
function beginning<T>(items: readonly T[], names: readonly string[], typed: string): T[] {
  const whole = items.filter((_, at) => names[at]?.startsWith(typed));
  const word = items.filter((_, at) => partsOf(names[at] ?? '').some((part) => part.startsWith(typed)));
  return [...whole, ...word];
}

/** The words that tell items apart; all of them where there are only others, as at the beginning of a question. */
export function informativeWords(typed: string, { analyse }: Analyser): string {
  const tokens = analyse(typed.trim().slice(0, MAX_TYPED));
  const informative = tokens.filter(({ stop }) => !stop);
  return (informative.length > 0 ? informative : tokens)
    .slice(0, MAX_WORDS)
    .map(({ word }) => word.slice(0, MAX_LETTERS))
    .join(' ');
}

/** `limit` items at even distances, so that a first look shows all that there is and not only its beginning. */
export function spread<T>(items: readonly T[], limit: number): T[] {
  const step = Math.max(1, items.length / limit);
  return items.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step)).slice(0, limit);
}
