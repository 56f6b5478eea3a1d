import type { Material } from '../../material/load.ts';
import type { Source } from '../../material/types.ts';
import type { Analyser } from '../../text/analyser.ts';
import type { QuestionKind } from '../../text/language.ts';
import { type Mention, type ParsedText, type TextParser, wordingOf } from '../question/text-parser.ts';
import type { FactEntry } from '../types.ts';
import { questionsOf } from './entries.ts';
import { type EntryValue, parseValue, valueText } from './entry-value.ts';
import { rolesIn } from './word-order.ts';

/**
 * An entry as it is compared with questions: what it is of, what it says, what its passages add. Made once, when the
 * entry is loaded.
 */
export interface ParsedEntry {
  readonly subject: readonly Mention[];
  /** The attribute by each of its names. */
  readonly attributes: readonly (readonly Mention[])[];
  /** Who does what to whom in its questions; see word-order.ts. */
  readonly roles: ReadonlySet<string>;
  /** The wordings of its questions. */
  readonly wordings: ReadonlySet<string>;
  /** Other names of the attribute that ask for it ("who founded"), as their words. */
  readonly askedAs: readonly (readonly string[])[];
  /** The attribute says who or what the subject is: a post, an occupation, a kind. */
  readonly isIdentity: boolean;
  /** Whom the value or the subject names. */
  readonly persons: ReadonlySet<string>;
  /** Keys of subject, attribute, questions and sources: what a question can name without giving the answer away. */
  readonly asked: ReadonlySet<string>;
  /** Those and the value's. */
  readonly stated: ReadonlySet<string>;
  /** Those, the passages' and the sources' years. */
  readonly supported: ReadonlySet<string>;
  readonly value: EntryValue;
  readonly passages: ReadonlySet<string>;
  /** What people say who ask for it; see query-likelihood.ts. */
  readonly wordCounts: ReadonlyMap<string, number>;
  /** The keys of each of its questions, with the subject's. */
  readonly questionKeys: readonly ReadonlySet<string>[];
  readonly kinds: readonly QuestionKind[];
  readonly pairs: ReadonlySet<string | undefined>;
}

/** What a word counts for by where the table has it. A passage says much that nobody asks of its entries. */
const COUNTS = { question: 1, name: 0.7, attribute: 1.5, value: 0.3, passage: 0.3 } as const;
/** The subject counts as if it stood in this share of the entry's questions, which often say "it" or leave it out. */
const SUBJECT_SHARE = 0.5;

/** The texts of an entry, each parsed once. */
interface ParsedTexts {
  readonly subject: ParsedText;
  readonly attribute: ParsedText;
  readonly names: readonly { readonly text: string; readonly parsed: ParsedText }[];
  readonly questions: readonly { readonly text: string; readonly parsed: ParsedText }[];
  /** Each side's, with its unit. */
  readonly values: readonly ParsedText[];
  readonly asOf: ParsedText;
  readonly passages: readonly ParsedText[];
}

/** `parse`: what parses the entry's texts; several of them come more than once, with this entry or with others. */
export function parseEntry(
  entry: FactEntry,
  { passages, sources }: Material,
  parse: TextParser['parse'],
  analyser: Analyser,
): ParsedEntry {
  const { rows, sides, asOf = '' } = entry;
  const { questions: grammar } = analyser.language;
  const ids = new Set(rows.flatMap((row) => row.passages));
  const parsed = (text: string) => ({ text, parsed: parse(text) });
  const texts: ParsedTexts = {
    subject: parse(entry.subject),
    attribute: parse(entry.attribute),
    names: rows.flatMap(({ otherNames }) => otherNames).map(parsed),
    questions: questionsOf(entry).map(parsed),
    values: sides.map((side) => parse(valueText(side))),
    asOf: parse(asOf),
    passages: [...ids].map((id) => parse(passages.get(id)?.text ?? '')),
  };
  const works = [...new Set(rows.map(({ source }) => sources.get(source)))].filter((work) => work !== undefined);
  const asked = keysOfAll([
    texts.subject,
    texts.attribute,
    ...[...texts.names, ...texts.questions].map((each) => each.parsed),
    ...works.flatMap(namesOfWork).map(parse),
  ]);
  const values = [...texts.values, texts.asOf];
  const stated = new Set([...asked, ...keysOfAll(values)]);
  return {
    subject: texts.subject.mentions,
    attributes: [texts.attribute, ...texts.names.map((each) => each.parsed)]
      .map(({ mentions }) => mentions)
      .filter(({ length }) => length > 0),
    roles: new Set(texts.questions.flatMap((each) => [...rolesIn(each.parsed.mentions)])),
    wordings: new Set(texts.questions.map((each) => wordingOf(each.parsed))),
    askedAs: texts.names
      .filter(({ text, parsed }) => grammar.asks(text) && parsed.mentions.length > 0)
      .map((each) => wordingOf(each.parsed).split(' ')),
    isIdentity: texts.names.some(({ text }) => grammar.asksForIdentity(text)),
    persons: new Set([...values, texts.subject].flatMap(({ mentions }) => mentions.flatMap(personIn))),
    asked,
    stated,
    supported: new Set([
      ...stated,
      ...keysOfAll(texts.passages),
      ...yearsOf(works, entry).flatMap((year) => [...parse(year).keys]),
    ]),
    value: parseValue(entry, analyser),
    passages: ids,
    wordCounts: countWords(texts),
    questionKeys: texts.questions.map(
      (each) => new Set([...each.parsed.likelihoodKeys, ...texts.subject.likelihoodKeys]),
    ),
    kinds: texts.questions.map(({ text, parsed }) => grammar.kindOf(text, parsed.tokens)),
    pairs: new Set(texts.questions.map((each) => grammar.pairOf(each.parsed.tokens))),
  };
}

function keysOfAll(texts: readonly ParsedText[]): Set<string> {
  return new Set(texts.flatMap(({ keys }) => [...keys]));
}

function personIn({ key, isPerson }: Mention): string[] {
  return isPerson ? [key] : [];
}

/** What somebody calls a source who asks what it says: "according to …". */
function namesOfWork({ publisher, authors }: Source): string[] {
  return [publisher, ...authors].filter((name) => name !== '');
}

/** What has no date of its own is as of its sources' years. */
function yearsOf(works: readonly Source[], { asOf }: FactEntry): string[] {
  return asOf === undefined ? works.flatMap(({ issued }) => (issued ? String(issued.year) : [])) : [];
}

function countWords({
  subject,
  attribute,
  names,
  questions,
  values,
  asOf,
  passages,
}: ParsedTexts): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (keys: Iterable<string>, by: number) => {
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + by);
  };
  for (const { parsed } of questions) count(parsed.likelihoodKeys, COUNTS.question);
  for (const { parsed } of new Map(names.map((name) => [name.text, name])).values()) {
    count(parsed.likelihoodKeys, COUNTS.name);
  }
  count(attribute.likelihoodKeys, COUNTS.attribute);
  count(subject.likelihoodKeys, Math.max(1, questions.length) * SUBJECT_SHARE);
  for (const value of values) count([...value.likelihoodKeys, ...asOf.likelihoodKeys], COUNTS.value);
  for (const passage of passages) count(new Set(passage.likelihoodKeys), COUNTS.passage);
  return counts;
}
