import { splitSentences } from '../search/index.ts';
import type { Library } from './library.ts';
import { cleanQuestion } from './question.ts';
import type { Excerpt } from './types.ts';

/** A sentence of somebody's message with the passage that bears on it. */
export interface CheckedClaim {
  readonly claim: string;
  readonly excerpt: Excerpt;
  /** Names, years and numbers of the sentence that the passage does not hold; none where all of them are there. */
  readonly differing: readonly string[];
}

const MAX_SENTENCES = 12;
const MAX_CLAIMS = 4;
/** A passage bears on a sentence where it holds this much of it, by weight. */
const BEARING = 0.45;

/** The passages that bear on what a message says, sentence by sentence; none where the material does not speak of it. */
export function checkClaims(library: Library, message: string): CheckedClaim[] {
  const text = cleanQuestion(message);
  const sentences = splitSentences(text)
    .slice(0, MAX_SENTENCES)
    .map(([start, end]) => text.slice(start, end));
  const claims = sentences.flatMap((claim) => bearingPassage(library, claim) ?? []);
  return distinct(claims).slice(0, MAX_CLAIMS);
}

function bearingPassage(library: Library, claim: string): CheckedClaim | undefined {
  const [hit] = library.passages.search(claim, { limit: 1 }).hits;
  const passage = hit && library.material.passages.get(hit.id);
  if (!passage || hit.coverage < BEARING) return undefined;
  const { marks, window, confidence: score, missing: differing } = hit;
  return { claim, excerpt: { passage, source: library.source(passage), marks, window, score }, differing };
}

/** One passage once: where several sentences lead to it, the first speaks for them. */
function distinct(claims: readonly CheckedClaim[]): CheckedClaim[] {
  return claims.filter(
    (claim, i) => claims.findIndex(({ excerpt }) => excerpt.passage.id === claim.excerpt.passage.id) === i,
  );
}
