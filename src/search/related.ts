import { normaliseWord } from './analyse/word.ts';
import type { Vocabulary } from './vocabulary.ts';
import { DEMONYMS } from './words/demonyms.ts';
import { SYNONYMS } from './words/synonyms.ts';

/** A term that stands for a concept of the question, and how well: 1 is the asked word itself. */
export interface Alternative {
  readonly term: number;
  readonly weight: number;
}

/** A place for its people and the reverse ("Cuban" for "Cuba"). */
const DEMONYM = 0.75;
/** A general synonym ("set up" for "found"). */
const SYNONYM = 0.2;

const related = new Map<string, Map<string, number>>();

function relate(from: string, to: string, weight: number): void {
  const [left, right] = [normaliseWord(from).term, normaliseWord(to).term];
  if (left === right) return;
  const row = related.get(left) ?? new Map<string, number>();
  row.set(right, Math.max(weight, row.get(right) ?? 0));
  related.set(left, row);
}

for (const group of DEMONYMS) for (const from of group) for (const to of group) relate(from, to, DEMONYM);
for (const [head, ...others] of SYNONYMS) {
  for (const other of others) {
    relate(head ?? '', other, SYNONYM);
    relate(other, head ?? '', SYNONYM);
  }
}

/** The material's terms that mean nearly the same as a term, or belong to its family of words. */
export function relatedTerms(term: string, vocabulary: Vocabulary): Alternative[] {
  const found: Alternative[] = [];
  for (const [other, weight] of related.get(term) ?? []) {
    const id = vocabulary.termId(other);
    if (id !== undefined) found.push({ term: id, weight });
  }
  return found;
}
