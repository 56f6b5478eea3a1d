import { type AskedGram, gramsOf } from '../index/grams.ts';
import type { Alternative } from '../index/related.ts';
import { idfOf } from './idf.ts';
import type { Lexicon } from './lexicon.ts';
import type { QuestionWord } from './question-words.ts';

/** A gram that more of the material's terms have tells little, and costs most. */
const MAX_TERMS = 32;

/**
 * The grams of a question's words. In a language whose forms are not known, two forms of a word share more grams than they do a
 * beginning.
 */
export function gramsAsked(words: readonly { readonly place: QuestionWord }[], lexicon: Lexicon): AskedGram[] {
  const grams = new Set(words.flatMap(({ place }) => gramsOf(place.token.term)));
  return [...grams].flatMap((gram) => {
    const terms = lexicon.grams.termsWith(gram);
    return terms.length > MAX_TERMS ? [] : [askedGram(terms, lexicon)];
  });
}

/** In how many passages one of the terms stands is reckoned as if they stood there independently: N (1 - ∏ (1 - df / N)). */
function askedGram(terms: readonly number[], { passages, frequency }: Lexicon): AskedGram {
  const alternatives: Alternative[] = [];
  let places = 0;
  let without = 1;
  for (const term of terms) {
    const holding = frequency(term);
    if (holding === 0) continue;
    alternatives.push({ term, weight: 1 });
    places += holding;
    without *= 1 - holding / passages;
  }
  return { idf: idfOf(passages, passages * (1 - without)), alternatives, places };
}
