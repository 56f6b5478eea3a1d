import type { Statement } from '../../../statement.ts';
import { baseOf } from '../verbs.ts';
import { COMPARES, HEDGE, isName, NAMED, withoutReferences } from './plain.ts';

const NUMBER = String.raw`(?<number>\$?\d[\d,]*(?:\.\d+)?(?:\s(?:thousand|million|billion|trillion))?)`;
const ABOUT =
  '(?<about>about|approximately|around|roughly|some|nearly|almost|more than|over|less than|fewer than|at least)?';
const FINITE =
  '(?:is|are|was|were|have|has|had|do|did|live|lived|lives|say|said|report|reported|believe|believed|own|owned|speak|spoke|work|worked|attend|attended|receive|received|use|used|identify|identified|support|supported|choose|chose|agree|agreed|experience|experienced|[a-z]{3,}ed)';
const SHARE = new RegExp(
  String.raw`^(?:(?:In|By|As of)\s(?<year>(?:1[89]|20)\d\d),\s)?${ABOUT}\s?${NUMBER}\spercent\sof\s(?:all\s)?(?<who>[^,.;:]{3,60}?)\s(?<what>${FINITE}\b[^;:]{4,90})\.$`,
  'iu',
);
/** What the sentence goes on to say of the subject: "… and a market", "…, which lie in the north". */
const MORE = String.raw`(?:,?\s(?:and|at|from|with|between|when|where|while)\s(?!\d)[^;]+|,\s(?!\d)[^;]+)?`;
const THINGS = String.raw`(?:\s(?!(?:and|at|from|with|between|when|where|while|of|to|percent)\s)[\p{Ll}-]+){1,4}?`;
const HAS = new RegExp(
  String.raw`^(?<the>The\s)?(?<name>${NAMED})\s(?<has>has|had|employs|employed|owns|owned|houses|holds|seats|serves|produces|keeps)\s(?<population>a population of\s)?${ABOUT}\s?${NUMBER}(?<things>${THINGS}(?:\sof\s\p{Ll}+)?)?(?<period>\s(?:a|per|each|every)\s(?:day|week|month|year))?${MORE}\.$`,
  'u',
);
const HAS_THEM = /^(?:has|had|holds|houses)$/;
const INHABITANTS = /^(?:inhabitants|people|residents)$/;
const MONEY =
  'dollars|pounds|euros|francs|marks|crowns|yen|yuan|rubles|roubles|rupees|pesos|kronor|kroner|guilders|florins|ducats|shillings|guineas|lira|dinars|dirhams|cents|pence';
const COST = new RegExp(
  String.raw`^(?<the>The\s)?(?<name>${NAMED})(?:\s(?!not\s)\p{Ll}+\s[^,;:.\d]{2,60}?(?:\d+\s\p{Ll}+\s)?[^,;:.\d]{0,30}?\sand)?\s(?<cost>costs?)\s${ABOUT}\s?(?<number>[$£€]?\d[\d,]*(?:\.\d+)?(?:\s(?:thousand|million|billion))?)(?:\s(?<unit>(?:\p{Lu}?\p{Ll}+\s)?(?:${MONEY})))?(?:\sto\s[^,;:]+)?${MORE}\.$`,
  'u',
);
const MEASURED = 'area|length|height|depth|width|diameter|elevation|altitude|volume|weight';
/** "The lake has an area of 12 square kilometers", "… covers 12 square kilometers", "… weighs 12 tons". */
const OF = new RegExp(
  String.raw`^(?<the>The\s)?(?<name>${NAMED})\s(?:(?:has|had|reach|reaches|reached)\san?\s(?<measured>${MEASURED})\sof|covers(?=.*\b(?:square|acres|hectares)\b)|(?<weighs>weighs))\s${ABOUT}\s?${NUMBER}\s(?<unit>(?:square\s|cubic\s)?\p{Ll}+)${MORE}\.$`,
  'u',
);
const MEASURES = { long: 'length', wide: 'width', high: 'height', tall: 'height', deep: 'depth', old: 'age' } as const;
const IS = new RegExp(
  String.raw`^(?<the>The\s)?(?<name>${NAMED})(?:\s\p{Ll}+s\s[^,;:\d]{2,60},)?\s(?:is|was)\s${ABOUT}\s?${NUMBER}\s(?<unit>[\p{L}]+)\s(?<measure>long|wide|high|tall|deep|old)${MORE}\.$`,
  'u',
);

export function quantitiesIn(sentence: string): readonly Statement[] {
  if (!/\d/.test(sentence)) return [];
  const text = withoutReferences(sentence);
  return [...shares(text), ...counts(text), ...costs(text), ...measures(text)];
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
  const found = HAS.exec(text)?.groups ?? {};
  const { name = '', has = '', population, number = '', things = '' } = found;
  const unit = things.trim();
  const isOfPeople = population !== undefined || (/^ha[sd]$/.test(has) && INHABITANTS.test(unit));
  const isFit = number !== '' && isName(name) && !number.startsWith('$') && !COMPARES.test(unit);
  if (!isFit || (unit === '' && population === undefined)) return [];
  return [isOfPeople ? populationOf(found, unit) : numberOf(found, unit)];
}

type Groups = Readonly<Record<string, string | undefined>>;

const subjectOf = ({ the, name = '' }: Groups): string => `${the === undefined ? '' : 'the '}${name}`;
const figureOf = ({ about, number }: Groups): string => [about, number].filter(Boolean).join(' ');

function populationOf(found: Groups, unit: string): Statement {
  const subject = subjectOf(found);
  return {
    kind: 'quantity',
    subject,
    attribute: 'population',
    value: figureOf(found),
    ...(unit === '' ? {} : { unit }),
    questions: [`What is the population of ${subject}?`, `How many people live in ${subject}?`],
  };
}

function numberOf(found: Groups, unit: string): Statement {
  const { has = '', period = '' } = found;
  const subject = subjectOf(found);
  const does = /(?:ed|had)$/.test(has) ? 'did' : 'does';
  const base = baseOf(has) ?? (/^ha[sd]$/.test(has) ? 'have' : has.replace(/s$/, ''));
  const [measure = '', material = unit] = unit.split(' of ');
  const asked = MEASURE_WORD.test(measure) && material !== unit ? `How much ${material}` : `How many ${unit}`;
  const isOwn = HAS_THEM.test(has);
  const questions = [`${asked} ${does} ${subject} ${base}${period}?`, `What is the number of ${unit} of ${subject}?`];
  return {
    kind: 'quantity',
    subject,
    attribute: isOwn ? `number of ${unit}` : `number of ${unit} (${has}${period})`,
    value: figureOf(found),
    unit,
    questions: isOwn ? questions : questions.slice(0, 1),
  };
}

const MEASURE_WORD = /^(?:tons|tonnes|kilograms|kilos|pounds|litres|liters|gallons|barrels)$/;

function costs(text: string): Statement[] {
  const { the, name = '', cost, about, number = '', unit } = COST.exec(text)?.groups ?? {};
  if (number === '' || !isName(name) || (unit === undefined && !/^[$£€]/.test(number))) return [];
  const subject = `${the === undefined ? '' : 'the '}${name}`;
  return [
    {
      kind: 'quantity',
      subject,
      attribute: 'cost',
      value: [about, number].filter(Boolean).join(' '),
      ...(unit === undefined ? {} : { unit }),
      questions: [
        `How much ${cost === 'costs' ? 'does' : 'did'} ${subject} cost?`,
        `What ${cost === 'costs' ? 'is' : 'was'} the cost of ${subject}?`,
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
