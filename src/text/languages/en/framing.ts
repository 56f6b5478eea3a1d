import type { Token } from '../../token.ts';

/** What asks for a meaning, and in which words it should be told. Each alternative is one run of words. */
const MEANING = [
  /^(?:\S+ ){0,3}?define\b/,
  /\b(?:definition|meaning) of\b/,
  /\b(?:meaning|definition|defined|explained)$/,
  /\b(?:means?|stands? for)$(?<=^what do(?:es)? .+)/,
  /\bin (?:very )?(?:simple|plain|easy|your own|layman|laymans) (?:words|terms|english|language)\b/,
  /\b(?:in (?:a nutshell|short|brief|one sentence)|for (?:dummies|beginners)|eli5)\b/,
];
const EXAMPLE = /\bexamples? (?:of|for)\b/;
const TEXTS =
  '(?:the|this|these|our|my) (?:articles?|texts?|books?|chapters?|papers?|readings?|materials?|sources?|notes|slides|documents?|authors?)';
const PREAMBLES = [
  new RegExp(`^what (?:do|does|did) (?:${TEXTS}|they|it|you) (?:say|write|mention|tell us|know) (?:about|on|of)\\b`),
  new RegExp(`\\baccording to ${TEXTS}(?= |$)`),
  new RegExp(
    `^(?:where |how )?(?:do|does|did) (?:${TEXTS}|they|(?:both|all|the two) \\w+) (?:(?:dis)?agree|differ)(?: (?:on|about|over))?(?= \\S)`,
  ),
  /^what (?:is|was) (?:said|written|mentioned|known) (?:about|on|of)\b/,
  /^(?:(?:can|could) (?:you|someone|anyone) )?(?:(?:please|pls|plz) )?(?:explain|describe|summari[sz]e|sum up|outline)(?: (?:to|for) (?:me|us))?(?= \S)/,
  /^(?:(?:can|could) you )?(?:please )?tell (?:me|us) (?:(?:something|everything|all|more) )?about\b/,
  /^(?:(?:can|could) you )?(?:please )?(?:(?:list|name|enumerate)(?: for (?:me|us))?|(?:give|show|tell|list|name) (?:me|us))(?= (?:the|all|an?|any|some|both|two|three|four|five|its|their|his|her)\b)/,
];

/** See `QuestionGrammar.framing`. */
export function framing(tokens: readonly Token[]): ReadonlySet<number> {
  return placesOf([...MEANING, EXAMPLE], wordsOf(tokens));
}

/** See `QuestionGrammar.preamble`. */
export function preamble(words: readonly string[]): ReadonlySet<number> {
  return placesOf(PREAMBLES, words);
}

/** … of which those that ask for a meaning. */
export function meaningFraming(tokens: readonly Token[]): ReadonlySet<number> {
  return placesOf(MEANING, wordsOf(tokens));
}

const wordsOf = (tokens: readonly Token[]): readonly string[] => tokens.map(({ word }) => word);

function placesOf(patterns: readonly RegExp[], words: readonly string[]): ReadonlySet<number> {
  const text = words.join(' ');
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
