import { analyserOf } from '../../src/text/analyser.ts';
import { STOP_WORDS } from '../../src/text/languages/en/stop-words.ts';
import { english } from '../../src/text/languages/index.ts';
import type { Sense, WordNet } from './wordnet.ts';

/** Strengths of a single word for a phrase that has but one sense: of the same meaning, and of the broader one. */
const SAME = 0.9;
const BROADER = 0.4;

/**
 * Single words for phrases of two or three words ("carry out": execute, implement): verbs, adjectives and adverbs,
 * for a noun's phrases are mostly names of things. Phrases are written as their terms joined by "_".
 */
export function phraseKin(
  { senses, synsets }: WordNet,
  common: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
): Map<string, Map<string, number>> {
  const result = new Map<string, Map<string, number>>();
  for (const [lemma, all] of senses) {
    const words = lemma.split('_');
    if (!isPhrase(words, common) || !all.some(({ synset }) => !synset.startsWith('n'))) continue;
    const key = words.map((word) => analyserOf(english).normalise(word).term).join('_');
    const row = result.get(key) ?? new Map<string, number>();
    for (const [word, strength] of wordsFor(all)) {
      const { term } = analyserOf(english).normalise(word);
      const usable = /^[a-z]+$/.test(word) && wanted.has(term) && !STOP_WORDS.has(word) && !words.includes(word);
      if (usable) row.set(term, Math.max(strength, row.get(term) ?? 0));
    }
    if (row.size > 0) result.set(key, row);
  }
  return result;

  function wordsFor(all: readonly Sense[]): [word: string, strength: number][] {
    return all.flatMap(({ synset, probability }) => {
      const { lemmas = [], pointers = [] } = synsets.get(synset) ?? {};
      const above = synset.startsWith('v') ? pointers.filter(({ sign }) => sign === '@') : [];
      const broader = above.flatMap(({ target }) => synsets.get(target)?.lemmas ?? []);
      const weigh = (factor: number) => (word: string) => [word, factor * Math.sqrt(probability)] as [string, number];
      return [...lemmas.map(weigh(SAME)), ...broader.map(weigh(BROADER))];
    });
  }
}

function isPhrase(words: readonly string[], common: ReadonlySet<string>): boolean {
  if (
    words.length < 2 ||
    words.length > 3 ||
    STOP_WORDS.has(words[0] ?? '') ||
    words.every((word) => STOP_WORDS.has(word))
  )
    return false;
  return words.every((word) => /^[a-z]+$/.test(word) && (common.has(word) || STOP_WORDS.has(word)));
}
