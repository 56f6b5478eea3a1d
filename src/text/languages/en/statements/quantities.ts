import type { Statement } from '../../../statement.ts';
import { COMPARES, HEDGE, isName, NAME, withoutReferences } from './plain.ts';

const NUMBER = String.raw`(?<number>\$?\d[\d,]*(?:\.\d+)?(?:\s(?:thousand|million|billion|trillion))?)`;
const ABOUT =
  '(?<about>about|approximately|around|roughly|some|nearly|almost|more than|over|less than|fewer than|at least)?';
const FINITE =
  '(?:is|are|was|were|have|has|had|do|did|live|lived|lives|say|said|report|reported|believe|believed|own|owned|speak|spoke|work|worked|attend|attended|receive|received|use|used|identify|identified|support|supported|choose|chose|agree|agreed|experience|experienced|[a-z]{3,}ed)';
const SHARE = new RegExp(
  String.raw`^(?:(?:In|By|As of)\s(?<year>(?:1[89]|20)\d\d),\s)?${ABOUT}\s?${NUMBER}\spercent\sof\s(?:all\s)?(?<who>[^,.;:]{3,60}?)\s(?<what>${FINITE}\b[^;:]{4,90})\.$`,
  'iu',
);
const HAS = new RegExp(
  String.raw`^(?<the>The\s)?(?<name>${NAME})\s(?<has>has|had)\s(?<population>a population of\s)?${ABOUT}\s?${NUMBER}(?<things>\s[\p{Ll}\s-]{3,40})?\.$`,
  'u',
);
const MEASURED = 'area|length|height|depth|width|diameter|elevation|altitude|volume|weight';
/** "The lake has an area of 12 square kilometers", "… covers 12 square kilometers", "… weighs 12 tons". */
const OF = new RegExp(
  String.raw`^(?<the>The\s)?(?<name>${NAME})\s(?:(?:has|had)\san?\s(?<measured>${MEASURED})\sof|covers(?=.*\b(?:square|acres|hectares)\b)|(?<weighs>weighs))\s${ABOUT}\s?${NUMBER}\s(?<unit>(?:square\s|cubic\s)?\p{Ll}+)(?:\sand\s(?!\d)[^;]+)?\.$`,
  'u',
);
const MEASURES = { long: 'length', wide: 'width', high: 'height', tall: 'height', deep: 'depth', old: 'age' } as const;
const IS = new RegExp(
  String.raw`^(?<the>The\s)?(?<name>${NAME})\s(?:is|was)\s${ABOUT}\s?${NUMBER}\s(?<unit>[\p{L}]+)\s(?<measure>long|wide|high|tall|deep|old)(?:\sand\s[^;]+)?\.$`,
  'u',
);

export function quantitiesIn(sentence: string): readonly Statement[] {
  if (!/\d/.test(sentence)) return [];
  const text = withoutReferences(sentence);
  return [...shares(text), ...counts(text), ...measures(text)];
}

function shares(text: string): Statement[] {
  if (!/\bpercent\b/.test(text)) return [];
  const { year, about, number = '', who = '', what = '' } = SHARE.exec(text)?.groups ?? {};
  if (
    number === '' ||
    HEDGE.test(what) ||
    COMPARES.test(what) ||
    /\d|\b(?:they|them|these|those|this|it|he|she)\b/i.test(`${who} ${what}`)
  )
    return [];
  if (/^(?:them|these|those|the respondents|the total)/i.test(who) || /,/.test(what)) return [];
  return [
    {
      kind: 'quantity',
      subject: who,
      attribute: `share: ${what}`,
      value: [about?.toLowerCase(), number].filter(Boolean).join(' '),
      unit: 'percent',
      ...(year === undefined ? {} : { asOf: year }),
      questions: [`What percentage of ${who} ${what}?`, `How many percent of ${who} ${what}?`],
    },
  ];
}

function counts(text: string): Statement[] {
  const { the, name = '', has, population, about, number = '', things = '' } = HAS.exec(text)?.groups ?? {};
  const unit = things.trim();
  if (number === '' || !isName(name) || (population === undefined && unit === '')) return [];
  const subject = `${the === undefined ? '' : 'the '}${name}`;
  const isPopulation = population !== undefined;
  return [
    {
      kind: 'quantity',
      subject,
      attribute: isPopulation ? 'population' : `number of ${unit}`,
      value: [about, number].filter(Boolean).join(' '),
      ...(unit === '' ? {} : { unit }),
      questions: isPopulation
        ? [`What is the population of ${subject}?`, `How many people live in ${subject}?`]
        : [
            `How many ${unit} ${has === 'has' ? 'does' : 'did'} ${subject} have?`,
            `What is the number of ${unit} of ${subject}?`,
          ],
    },
  ];
}

function measures(text: string): Statement[] {
  const found = IS.exec(text)?.groups ?? OF.exec(text)?.groups;
  const { the, name = '', about, number = '', unit = '', measure, measured, weighs } = found ?? {};
  if (found === undefined || !isName(name)) return [];
  const subject = `${the === undefined ? '' : 'the '}${name}`;
  const attribute =
    measure === undefined
      ? (measured ?? (weighs === undefined ? 'area' : 'weight'))
      : MEASURES[measure as keyof typeof MEASURES];
  const asked = `What is the ${attribute} of ${subject}?`;
  return [
    {
      kind: 'quantity',
      subject,
      attribute,
      value: [about, number].filter(Boolean).join(' '),
      unit,
      questions: measure === undefined ? [asked] : [`How ${measure} is ${subject}?`, asked],
    },
  ];
}
