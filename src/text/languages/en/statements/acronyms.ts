import type { Statement } from '../../../statement.ts';

const IN_BRACKETS = /\((?<short>\p{Lu}(?:[\p{Lu}&.]|\p{Ll}(?=\p{Ll}?\p{Lu})){1,7})\)/gu;
const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'de', 'a', '&']);

/** "World Health Organization (WHO)", "Ministry of Water (MoW)": the initials of the words before the bracket. */
export function acronymsIn(sentence: string): readonly Statement[] {
  return [...sentence.matchAll(IN_BRACKETS)].flatMap((found) => {
    const short = (found.groups?.short ?? '').replace(/\./g, '');
    const long = longForm(sentence.slice(0, found.index).trim(), [...short.replace(/[^\p{Lu}]/gu, '')]);
    if (long === undefined) return [];
    return [
      {
        kind: 'acronym' as const,
        subject: short,
        attribute: 'full name',
        value: long,
        questions: [`What does ${short} stand for?`, `What is the full name of ${short}?`],
      },
    ];
  });
}

/** The shortest run of words before the bracket whose initials are the letters; small words may stand between. */
function longForm(before: string, letters: readonly string[]): string | undefined {
  const words = before.split(/\s+/);
  let at = words.length - 1;
  for (const letter of letters.toReversed()) {
    while (SMALL.has(words[at]?.toLowerCase() ?? '') && words[at]?.[0] !== letter) at--;
    const parts = words[at]?.split('-') ?? [];
    if (parts[0]?.[0]?.toUpperCase() !== letter) return undefined;
    at--;
  }
  const long = words.slice(at + 1).join(' ');
  return /[,.;:()“”/]|[’']s$/.test(long) ? undefined : long;
}
