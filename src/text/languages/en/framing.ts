import type { Token } from '../../token.ts';

/** What asks for a meaning, and in which words it should be told. Each alternative is one run of words. */
const MEANING = [
  /^(?:\S+ ){0,3}?define\b/,
  /\b(?:definition|meaning) of\b/,
  /\b(?:meaning|definition|defined|explained)$/,
  /\bmeans?$(?<=^what do(?:es)? .+)/,
  /\bin (?:very )?(?:simple|plain|easy|your own|layman|laymans) (?:words|terms|english|language)\b/,
  /\b(?:in (?:a nutshell|short|brief|one sentence)|for (?:dummies|beginners)|eli5)\b/,
];
const EXAMPLE = /\bexamples? (?:of|for)\b/;

/** See `QuestionGrammar.framing`. */
export function framing(tokens: readonly Token[]): ReadonlySet<number> {
  return placesOf([...MEANING, EXAMPLE], tokens);
}

/** … of which those that ask for a meaning. */
export function meaningFraming(tokens: readonly Token[]): ReadonlySet<number> {
  return placesOf(MEANING, tokens);
}

function placesOf(patterns: readonly RegExp[], tokens: readonly Token[]): ReadonlySet<number> {
  const text = tokens.map(({ word }) => word).join(' ');
  const places = new Set<number>();
  for (const pattern of patterns) {
    const { index, 0: run } = pattern.exec(text) ?? { index: 0, 0: '' };
    if (run === '') continue;
    const first = text.slice(0, index).split(' ').length - 1;
    run.split(' ').forEach((_, at) => {
      places.add(first + at);
    });
  }
  return places;
}
