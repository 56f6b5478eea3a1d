import { type Concept, isTelling } from '../query/parsed-question.ts';
import type { PassageMatch } from './passage-match.ts';

/** Where all words stand that a question is about, but for common ones: in the text, or only in the heading above it. */
export type SubjectPlace = 'text' | 'heading' | 'neither';

/** A word stands where it, or what is at least so near to it, does. */
const ITSELF = 0.9;

/** Of the passage that was read last. */
export function subjectPlace({ concepts, body, heading }: PassageMatch): SubjectPlace {
  let inText = true;
  let inHeading = true;
  let asked = 0;
  for (let at = 0; at < concepts.length; at++) {
    if (!isTelling(concepts[at] as Concept)) continue;
    asked++;
    inText &&= (body[at] as number) >= ITSELF;
    inHeading &&= (heading[at] as number) >= ITSELF;
  }
  if (asked === 0) return 'neither';
  if (inText) return 'text';
  return inHeading ? 'heading' : 'neither';
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
