import { type Candidates, gatherCandidates } from '../../../src/answer/candidates/gather.ts';
import { createKnowledgeBase } from '../../../src/answer/knowledge-base.ts';
import type { FactEntry } from '../../../src/answer/types.ts';
import { groupBy } from '../../../src/group.ts';
import type { Material } from '../../../src/material/load.ts';
import type { Fact } from '../../../src/material/types.ts';
import { analyserOf } from '../../../src/text/analyser.ts';
import { english } from '../../../src/text/languages/index.ts';

/**
 * The fact table as its own examination. A question that is struck out of the table for a moment is one that nobody
 * wrote down, and the entry it belonged to answers it; a question whose entry is struck out is a near miss: the right
 * names, asked for something that the table then lacks.
 */
export interface LeftOut {
  readonly found: Candidates;
  /** Whether an entry answers the question; none does where its own was struck out. */
  isRight(entry: FactEntry): boolean;
}

const QUESTION_FOLDS = 8;
const ENTRY_FOLDS = 16;
/** Two entries of one passage whose values share this much of the shorter one say the same. */
const SAME = 0.5;

interface Entry {
  readonly key: string;
  readonly facts: readonly Fact[];
  readonly questions: readonly string[];
}

/** Questions struck out by turns, an eighth of them at a time. */
export function* withoutQuestions(material: Material): Generator<LeftOut> {
  const entries = entriesOf(material);
  const owners = new Map<string, string[]>();
  for (const { key, questions } of entries) {
    for (const question of questions) owners.set(question, [...(owners.get(question) ?? []), key]);
  }
  const questions = [...owners.keys()];
  for (let fold = 0; fold < QUESTION_FOLDS; fold++) {
    const struck = new Set(questions.filter((question) => foldOf(question, QUESTION_FOLDS) === fold));
    const library = createKnowledgeBase(
      { ...material, facts: material.facts.map((fact) => strike(fact, struck)) },
      { language: english },
    );
    for (const question of struck) {
      const keys = new Set(owners.get(question));
      yield {
        found: gatherCandidates(library, question),
        isRight: (entry) => entry.rows.some((row) => keys.has(keyOf(row))),
      };
    }
  }
}

/** Entries struck out by turns, with all that say the same; then asked for. */
export function* withoutEntries(material: Material): Generator<LeftOut> {
  const entries = entriesOf(material);
  for (let fold = 0; fold < ENTRY_FOLDS; fold++) {
    const struck = entries.filter(({ key }) => foldOf(key, ENTRY_FOLDS) === fold);
    const gone = new Set(
      entries.filter((each) => struck.some((other) => sayTheSame(each, other))).map(({ key }) => key),
    );
    const library = createKnowledgeBase(
      {
        ...material,
        facts: material.facts.filter((fact) => !gone.has(keyOf(fact))),
      },
      { language: english },
    );
    for (const question of struck.flatMap(({ questions }) => questions)) {
      yield { found: gatherCandidates(library, question), isRight: () => false };
    }
  }
}

function entriesOf({ facts }: Material): Entry[] {
  const groups = groupBy(facts, keyOf);
  return [...groups].map(([key, rows]) => ({ key, facts: rows, questions: [...new Set(rows.flatMap(questionsIn))] }));
}

function keyOf({ subject, attribute, asOf = '' }: Fact): string {
  return [subject, attribute, asOf].join('\n').toLowerCase();
}

function questionsIn({ question, otherQuestions }: Fact): string[] {
  return [...(question === undefined ? [] : [question]), ...otherQuestions];
}

function strike(fact: Fact, struck: ReadonlySet<string>): Fact {
  const [first, ...others] = questionsIn(fact).filter((each) => !struck.has(each));
  const { question: _, ...rest } = fact;
  return { ...rest, ...(first === undefined ? {} : { question: first }), otherQuestions: others };
}

function sayTheSame(a: Entry, b: Entry): boolean {
  if (a.questions.some((question) => b.questions.includes(question))) return true;
  const overlap = overlapOf(wordsOf(a), wordsOf(b));
  const passages = new Set(a.facts.flatMap((fact) => fact.passages));
  const together = b.facts.some((fact) => fact.passages.some((id) => passages.has(id)));
  return overlap === 1 || (together && overlap >= SAME);
}

function wordsOf({ facts }: Entry): Set<string> {
  const tokens = facts.flatMap(({ value, unit = '' }) => analyserOf(english).analyse(`${value} ${unit}`));
  return new Set(tokens.filter(({ stop }) => !stop).map(({ term }) => term));
}

function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length / Math.max(1, Math.min(a.size, b.size));
}

/** Always the same for the same text, and as good as random (FNV-1a). */
function foldOf(text: string, folds: number): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % folds;
}
