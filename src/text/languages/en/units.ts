import type { Token } from '../../token.ts';
import { stem } from './stem.ts';

const terms = (words: string): readonly string[] => words.split(/\s+/).map((word) => stem(word));

const TIME = terms('second minute hour day night week fortnight month year decade century millennium');
const LENGTH = terms('mm cm m km millimetre centimetre metre kilometre inch foot yard mile league fathom');
const WEIGHT = terms('mg g kg t milligram gram gramme kilogram kilo ton tonne pound ounce lb oz stone');
const DEGREES = terms('degree c f k celsius fahrenheit kelvin');
const MONEY = terms(
  'dollar cent pound penny pence euro yen yuan rouble ruble rupee franc peso real crown krona guinea shilling florin guilder ducat mark lira',
);

/** What a question asks with these words, and the units of what answers it. */
const MEASURES: readonly (readonly [asks: RegExp, units: ReadonlySet<string>])[] = [
  [/\bhow long\b/, new Set([...TIME, ...LENGTH])],
  [
    /\bhow (?:tall|high|deep|wide|broad|thick)\b|\b(?:what|which) (?:\w+ )?(?:height|length|depth|width)\b/,
    new Set(LENGTH),
  ],
  [/\bhow far\b|\bwhat distance\b/, new Set([...LENGTH, ...TIME])],
  [/\bhow heavy\b|\bhow much (?:do|does|did) .+ weigh\b|\bwhat weight\b/, new Set(WEIGHT)],
  [/\bhow (?:hot|warm|cold)\b|\b(?:what|which) (?:\w+ )?temperature\b/, new Set(DEGREES)],
  [
    /\bhow (?:much|expensive)\b.* (?:costs?|pay|paid|earns?|charged?)\b|\b(?:what|which) (?:\w+ )?(?:price|cost|fee|salary)\b/,
    new Set(MONEY),
  ],
];
const NONE: ReadonlySet<string> = new Set();

/** See `QuestionGrammar.unitsOf`. */
export function unitsOf(tokens: readonly Token[]): ReadonlySet<string> {
  const text = tokens.map(({ word }) => word).join(' ');
  return MEASURES.find(([asks]) => asks.test(text))?.[1] ?? NONE;
}
