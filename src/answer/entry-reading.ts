import type { Material } from '../material/load.ts';
import type { Source } from '../material/types.ts';
import { questionsOf } from './entries.ts';
import { type Mention, type Reader, wordingOf } from './reading.ts';
import { rolesIn } from './roles.ts';
import type { FactEntry } from './types.ts';

/** An entry as the verdict compares it with a question: what it is of, what it says, what its passages add. */
export interface EntryReading {
  readonly subject: readonly Mention[];
  /** The attribute by each of its names. */
  readonly attributes: readonly (readonly Mention[])[];
  readonly questions: readonly (readonly Mention[])[];
  /** Who does what to whom in them; see roles.ts. */
  readonly roles: ReadonlySet<string>;
  /** The wordings of those questions. */
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
  readonly said: ReadonlySet<string>;
  /** Those, the passages' and the sources' years. */
  readonly borneOut: ReadonlySet<string>;
}

/** Other names of an attribute that ask for who or what somebody or something is. */
const IDENTITY = /^(?:who|what) (?:is|was|are|were)(?: (?:it|he|she|they))?$/i;

const ASKING = /^(?:who|whom|whose|what|which|when|where|why|how) \S/i;

export function readEntry(entry: FactEntry, { passages, sources }: Material, read: Reader): EntryReading {
  const { rows, sides, asOf = '' } = entry;
  const subject = read(entry.subject);
  const attributes = [entry.attribute, ...rows.flatMap(({ otherNames }) => otherNames)].map((name) => read(name));
  const questions = questionsOf(entry);
  const value = `${sides.map((side) => `${side.value} ${side.unit ?? ''}`).join('; ')} ${asOf}`;
  const cited = rows.flatMap((row) => row.passages.map((id) => passages.get(id)?.text ?? ''));
  const works = [...new Set(rows.map(({ source }) => sources.get(source)))].filter((work) => work !== undefined);
  const names = [...rows.flatMap(({ otherNames }) => otherNames), ...questions];
  const asked = read.keys([entry.subject, entry.attribute, ...names, ...works.flatMap(namesOfWork)].join('. '));
  const said = new Set([...asked, ...read.keys(value)]);
  const questionMentions = questions.map((question) => read(question));
  const asking = rows
    .flatMap(({ otherNames }) => otherNames)
    .filter((name) => ASKING.test(name) && read(name).length > 0);
  return {
    askedAs: asking.map((name) => wordingOf(name).split(' ')),
    isIdentity: rows.some(({ otherNames }) => otherNames.some((name) => IDENTITY.test(name))),
    persons: new Set(read(`${value}. ${entry.subject}`).flatMap(({ key, isPerson }) => (isPerson ? key : []))),
    subject,
    attributes: attributes.filter(({ length }) => length > 0),
    questions: questionMentions,
    roles: new Set(questionMentions.flatMap((mentions) => [...rolesIn(mentions)])),
    wordings: new Set(questions.map(wordingOf)),
    asked,
    said,
    borneOut: new Set([...said, ...[...cited, ...yearsOf(works, entry)].flatMap((text) => [...read.keys(text)])]),
  };
}

/** What somebody calls a source who asks what it says: "according to …". */
function namesOfWork({ publisher, authors }: Source): string[] {
  return [publisher, ...authors].filter((name) => name !== '');
}

/** What has no date of its own is as of its sources' years. */
function yearsOf(works: readonly Source[], { asOf }: FactEntry): string[] {
  return asOf === undefined ? works.flatMap(({ issued }) => (issued ? String(issued.year) : [])) : [];
}
