import type { Fact } from '../material/types.ts';

export interface FactRow {
  guild: string;
  /** From 0, in the table's order. */
  place: number;
  id: string;
  subject: string;
  attribute: string;
  other_names: string;
  value: string;
  unit: string | null;
  as_of: string | null;
  /** A JSON list. */
  questions: string;
  passages: string;
  source: string;
}

export function factRow(guild: string, place: number, fact: Fact): FactRow {
  return {
    guild,
    place,
    id: fact.id,
    subject: fact.subject,
    attribute: fact.attribute,
    other_names: JSON.stringify(fact.otherNames),
    value: fact.value,
    unit: fact.unit ?? null,
    as_of: fact.asOf ?? null,
    questions: JSON.stringify([...(fact.question === undefined ? [] : [fact.question]), ...fact.otherQuestions]),
    passages: JSON.stringify(fact.passages),
    source: fact.source,
  };
}

export function toFact(row: FactRow): Fact {
  const [question, ...otherQuestions] = JSON.parse(row.questions) as string[];
  return {
    id: row.id,
    subject: row.subject,
    attribute: row.attribute,
    otherNames: JSON.parse(row.other_names),
    value: row.value,
    ...(row.unit === null ? {} : { unit: row.unit }),
    ...(row.as_of === null ? {} : { asOf: row.as_of }),
    ...(question === undefined ? {} : { question }),
    otherQuestions,
    passages: JSON.parse(row.passages),
    source: row.source,
  };
}
