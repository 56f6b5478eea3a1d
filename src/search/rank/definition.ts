import type { Language } from '../../text/language.ts';
import type { Corpus } from '../index/corpus.ts';
import { beginOf, widthOf } from '../index/stream.ts';
import type { Concept } from '../query/parsed-question.ts';
import type { PassageMatch } from './passage-match.ts';

/** The words of a term stand no farther apart than this: "division of labor". */
const MAX_STEP = 3;
/** A glossary's line: the term, perhaps another name of it in brackets, and a colon or dash. */
const GLOSSARY = /^["”’*_)]*(?:\s*\([^)]{1,40}\))?\s*(?::|–|—|\n)\s*\S/;
/** It begins a line, perhaps behind a mark of the list. */
const OPENS_LINE = /(?:^|\n)[^\p{L}\p{N}\n]{0,4}$/u;

/**
 * How plainly the passage that was read last defines the question's concepts, taken in order as one term: 0 to 1. A
 * concept that stands there by another word counts as little as that word does.
 */
export function definitionIn(match: PassageMatch, text: string, corpus: Corpus, language: Language): number {
  // Where words of grammar are searched for, as in "cos'è la tempera?", the term is what is left.
  const term = [...match.concepts.keys()].filter(
    (at) => !language.commonWords.has((match.concepts[at] as Concept).typed),
  );
  let best = 0;
  for (let at = 0; at < match.count; at++) {
    const last = termAt(match, at, term);
    if (last === undefined) continue;
    const start = beginOf(corpus.places.at(match.entry[at] as number));
    const place = corpus.places.at(match.entry[last] as number);
    const end = beginOf(place) + widthOf(place);
    const inGlossary =
      OPENS_LINE.test(text.slice(Math.max(0, start - 5), start)) && GLOSSARY.test(text.slice(end, end + 80));
    const strength = inGlossary ? 1 : language.definitionStrength(text, start, end);
    best = Math.max(best, (match.weight[at] as number) * strength);
  }
  return best;
}

/** A work says first what it is about: its first passage counts so much where the title holds all that is to be defined. */
export const OPENING = 0.9;

/** `field`: for each concept its best match in the title, or in the heading, above the passage. */
export function openingDefinition(concepts: PassageMatch['concepts'], field: Float64Array): number {
  return concepts.every((_, at) => (field[at] as number) >= OPENING) ? OPENING : 0;
}

/** Where the term ends that begins with this match; undefined where not all of its concepts follow. */
function termAt(
  { concept, position, count }: PassageMatch,
  from: number,
  [first, ...others]: readonly number[],
): number | undefined {
  if (concept[from] !== first) return undefined;
  let last = from;
  for (const wanted of others) {
    let next = last + 1;
    while (next < count && concept[next] !== wanted && isNear(position, last, next)) next++;
    if (next >= count || concept[next] !== wanted || !isNear(position, last, next)) return undefined;
    last = next;
  }
  return last;
}

function isNear(position: Int32Array, before: number, at: number): boolean {
  return (position[at] as number) - (position[before] as number) <= MAX_STEP;
}
