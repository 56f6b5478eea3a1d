import { type Concept, isTelling } from '../query/parsed-question.ts';
import type { PassageMatch } from './passage-match.ts';

/** Where all words stand that a question is about, but for common ones: in the text, or only in the heading above it. */
export type SubjectPlace = 'text' | 'heading' | 'neither';

/** A word stands where it, or what is at least so near to it, does. */
const ITSELF = 0.9;

/** Of the passage that was read last. */
export function subjectPlace({ concepts, body, heading }: PassageMatch): SubjectPlace {
  const asked = [...concepts.keys()].filter((at) => isTelling(concepts[at] as Concept));
  if (asked.length === 0) return 'neither';
  if (asked.every((at) => (body[at] as number) >= ITSELF)) return 'text';
  return asked.every((at) => (heading[at] as number) >= ITSELF) ? 'heading' : 'neither';
}

/**
 * A section often does not repeat the word of its heading: where no text holds all that is asked about, the passages below a
 * heading that does come first. `ranked`: best first.
 */
export function sectionFirst<T extends { readonly subject: SubjectPlace }>(ranked: readonly T[]): T[] {
  if (ranked.some(({ subject }) => subject === 'text')) return [...ranked];
  const isBelow = ({ subject }: T) => subject === 'heading';
  return [...ranked.filter(isBelow), ...ranked.filter((each) => !isBelow(each))];
}
