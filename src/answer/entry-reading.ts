import type { Material } from '../material/load.ts';
import type { Mention, Reader } from './reading.ts';
import type { FactEntry } from './types.ts';

/** An entry as the verdict compares it with a question: what it is of, what it says, what its passages add. */
export interface EntryReading {
  readonly subject: readonly Mention[];
  /** The attribute by each of its names. */
  readonly attributes: readonly (readonly Mention[])[];
  readonly questions: readonly (readonly Mention[])[];
  /** The attribute says who or what the subject is: a post, an occupation, a kind. */
  readonly isIdentity: boolean;
  /** The value names a person. */
  readonly namesPerson: boolean;
  /** Keys of subject, attribute and questions: what a question can name without giving the answer away. */
  readonly asked: ReadonlySet<string>;
  /** Those and the value's. */
  readonly said: ReadonlySet<string>;
  /** Those and the passages'. */
  readonly borneOut: ReadonlySet<string>;
}

/** Other names of an attribute that ask for who or what somebody or something is. */
const IDENTITY = /^(?:who|what) (?:is|was|are|were)(?: (?:it|he|she|they))?$/i;

export function readEntry(entry: FactEntry, { passages }: Material, read: Reader): EntryReading {
  const { rows, sides, asOf = '' } = entry;
  const subject = read(entry.subject);
  const attributes = [entry.attribute, ...rows.flatMap(({ otherNames }) => otherNames)].map((name) => read(name));
  const questions = [...new Set(rows.flatMap(({ question }) => question ?? []))].map((question) => read(question));
  const value = read(`${sides.map((side) => `${side.value} ${side.unit ?? ''}`).join('; ')} ${asOf}`);
  const cited = rows.flatMap((row) => row.passages.map((id) => read(passages.get(id)?.text ?? '')));
  const asked = [...subject, ...attributes.flat(), ...questions.flat()];
  return {
    isIdentity: rows.some(({ otherNames }) => otherNames.some((name) => IDENTITY.test(name))),
    namesPerson: value.some(({ isPerson }) => isPerson === true),
    subject,
    attributes: attributes.filter(({ length }) => length > 0),
    questions,
    asked: keys(asked),
    said: keys([...asked, ...value]),
    borneOut: keys([...asked, ...value, ...cited.flat()]),
  };
}

function keys(mentions: readonly Mention[]): Set<string> {
  return new Set(mentions.map(({ key }) => key));
}
