import type { Language } from '../../text/language.ts';
import type { ParsedQuestion } from '../query/parsed-question.ts';
import type { SearchDocument } from '../types.ts';
import { heldOf } from './features.ts';
import type { PassageMatch } from './passage-match.ts';

/** A word that singles one out of many stands there where it, or what is at least so near to it, does. */
const SAME = 0.5;
const ORDINAL = /^\d+(?:st|nd|rd|th)$/;

/** See `Hit.missing`. `document`: the passage that was read last. */
export function missingIn(
  match: PassageMatch,
  { identifiers }: ParsedQuestion,
  document: SearchDocument,
  language: Language,
): string[] {
  return [...missingWords(match, language), ...identifiers.filter((name) => !holdsIdentifier(document, name))];
}

/** Small numbers that only count items are not missing: a passage that lists three stages need not say "three". */
function missingWords(match: PassageMatch, { countWords, superlatives }: Language): string[] {
  return match.concepts
    .filter(({ isName, isNumber, typed, term }, at) => {
      if (superlatives.has(typed)) return heldOf(match, at) < SAME;
      return (isName || isNumber) && heldOf(match, at) === 0 && (ORDINAL.test(term) || !countWords.has(typed));
    })
    .map(({ typed }) => typed);
}

/** Its words apart are not it: "max_size" stands in no passage on the largest size of a store that says "max_size_gb". */
function holdsIdentifier({ text, heading = '' }: SearchDocument, name: string): boolean {
  const whole = `(?<![\\p{L}\\p{N}_])${name.replaceAll('_', '[_ -]?')}(?![\\p{L}\\p{N}_])`;
  return new RegExp(whole, 'iu').test(`${heading}\n${text}`);
}
