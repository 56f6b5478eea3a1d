import { analyserOf } from '../../text/analyser.ts';
import { english } from '../../text/languages/index.ts';

/** Words that stand around a number and leave it as it is. */
const AROUND =
  /^(?:about|approximately|around|roughly|nearly|almost|circa|ca|approx|some|of|in|the|a|an|and|is|was|its|it|there|are|were)$/;
/** These change what a number says. */
const BOUND = /\b(?:not|no|over|under|than|least|most|up to|above|below|minus|half|quarter|percent)\b/;
const UNITS: readonly (readonly string[])[] = [
  ['percent', 'percentage', 'pct'],
  ['dollar', 'usd', 'buck'],
  ['kilometer', 'kilometre', 'km'],
  ['meter', 'metre', 'm'],
  ['kilogram', 'kilogramme', 'kg'],
  ['hour', 'hr', 'h'],
  ['minute', 'min'],
  ['second', 'sec', 's'],
  ['year', 'yr'],
  ['mile', 'mi'],
];
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

interface Quantity {
  readonly value: number;
  readonly units: readonly string[];
}

/** Whether two numbers are equal. A unit may be left out; another unit, or a second number, makes it another answer. */
export function sameNumber(answer: string, given: string): boolean {
  const [wanted, typed] = [quantityOf(answer), quantityOf(given)];
  if (wanted === undefined || typed === undefined || wanted.value !== typed.value) return false;
  if (isBound(given) !== isBound(answer)) return false;
  return typed.units.every((unit) => wanted.units.includes(unit));
}

const isBound = (text: string): boolean => BOUND.test(text.toLowerCase().replace(/\bper ?cent\b/g, ''));

const { analyse } = analyserOf(english);

function quantityOf(text: string): Quantity | undefined {
  const joined = text
    .replace(/(?<=\d)[\s’'](?=\d{3}(?!\d))/g, '')
    .replace(/%/g, ' percent ')
    .replace(/(?<=\d)(?=[a-z]{1,3}\b)/gi, ' ')
    .replace(/(?<=\d) (?=(?:bn|mn|tn|k)\b)/gi, '');
  // A comma between digits that parts no thousands could be a decimal comma: it is not guessed at.
  if (/\d,\d{1,2}(?!\d)|\d,\d{4,}|^\s*-/.test(joined)) return undefined;
  const numbers: number[] = [];
  const units: string[] = [];
  for (const { word, term } of analyse(joined)) {
    const scale = SCALES[term] ?? SCALES[word];
    const last = numbers.at(-1);
    if (/^\d+(?:\.\d+)?$/.test(term)) numbers.push(Number(term));
    else if (scale !== undefined && last !== undefined) numbers[numbers.length - 1] = last * scale;
    else if (!AROUND.test(word)) units.push(unitOf(word));
  }
  const [value] = numbers;
  return value === undefined || numbers.length > 1 ? undefined : { value: Number(value.toPrecision(12)), units };
}

function unitOf(word: string): string {
  const one = word.length > 3 ? word.replace(/s$/, '') : word;
  return UNITS.find((names) => names.includes(one))?.[0] ?? one;
}
