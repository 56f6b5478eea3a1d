import type { Answer, FactEntry } from '../answer/types.ts';
import type { Material } from '../material/load.ts';
import type { Fact } from '../material/types.ts';

/** An answer as plain JSON, for other programs. `ms` is how long it took, in milliseconds. */
export function answerJson(answer: Answer, material: Material, ms: number) {
  const { parts } = answer;
  return {
    ...bodyJson(answer, material),
    ...(parts === undefined ? {} : { parts: parts.map((part) => bodyJson(part, material)) }),
    ms: round(ms, 3),
  };
}

/** The answer to one question, or to several of them together. */
function bodyJson(answer: Answer, material: Material) {
  const { foreignLanguage, request } = answer;
  return {
    question: answer.question,
    verdict: answer.verdict,
    isSure: answer.isSure,
    ...(request === undefined ? {} : { request }),
    ...(foreignLanguage === undefined ? {} : { foreignLanguage }),
    facts: answer.entries.flatMap(({ rows }) => rows.map((row) => factJson(row, material))),
    disagreements: answer.entries.filter(({ disputed }) => disputed).map((entry) => disagreementJson(entry, material)),
    excerpts: answer.excerpts.map(({ passage, source, score }) => ({
      text: passage.text,
      source: source.id,
      title: source.title,
      ...(passage.heading === undefined ? {} : { section: passage.heading }),
      paragraph: passage.paragraph,
      ...(passage.role === undefined ? {} : { role: passage.role }),
      kind: passage.kind,
      score: round(score, 4),
    })),
    missing: answer.missing,
    respelt: answer.respelt,
    nearby: { questions: answer.nearby.questions, terms: answer.nearby.terms.map(({ name }) => name) },
  };
}

function factJson(fact: Fact, material: Material) {
  const { subject, attribute, value, unit, asOf, source } = fact;
  return {
    subject,
    attribute,
    value,
    ...(unit === undefined ? {} : { unit }),
    ...(asOf === undefined ? {} : { asOf }),
    source,
    paragraph: paragraphOf(fact, material),
    ...roleOf(fact, material),
    passages: fact.passages,
  };
}

function disagreementJson({ subject, attribute, rows }: FactEntry, material: Material) {
  const sides = rows.map((row) => ({ value: row.value, source: row.source, paragraph: paragraphOf(row, material) }));
  return { subject, attribute, sides };
}

function roleOf({ passages: [first = ''] }: Fact, material: Material) {
  const role = material.passages.get(first)?.role;
  return role === undefined ? {} : { role };
}

function paragraphOf({ passages: [first = ''] }: Fact, material: Material): number | null {
  return material.passages.get(first)?.paragraph ?? null;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
