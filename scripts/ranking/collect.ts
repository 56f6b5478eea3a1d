import { SIGN_NAMES } from '../../src/search/confidence.ts';
import { createIndex } from '../../src/search/index.ts';
import { FEATURE_NAMES } from '../../src/search/rank/features.ts';
import { subjectness } from '../../src/search/rank/model.ts';
import { type Choice, type Example, score } from './linear.ts';
import { seeded, withTypos } from './random.ts';
import type { TestSet } from './sets.ts';

/** One question's candidates, ready for fitting: each row holds the features twice, for facts and for subjects. */
export interface Asked {
  readonly set: string;
  readonly facts: boolean;
  readonly group: string;
  readonly relevant: ReadonlyMap<string, number>;
  readonly ids: readonly string[];
  readonly rows: readonly Float64Array[];
}

const DEPTH = 24;
/** Small sets weigh more a question, so that none is drowned. */
const SUBJECT_WEIGHT = 1.2;

type Index = ReturnType<typeof createIndex>;

export function works(set: TestSet | undefined): string[] {
  return [...new Set((set?.documents ?? []).map(({ group }) => group))];
}

/** Every question as it stands and once more with typos. */
export function askAll(set: TestSet, facts: boolean): Asked[] {
  const index = createIndex(set.documents);
  const random = seeded(1);
  return set.questions.flatMap(({ text, group, relevant }) =>
    [text, withTypos(text, random)].map((question) => {
      const { ids, rows } = candidates(index, question);
      return { set: set.name, facts, group, relevant, ids, rows };
    }),
  );
}

function candidates(index: Index, text: string): { ids: string[]; rows: Float64Array[] } {
  const question = index.understand(text);
  const ranked = index.rank(question, DEPTH);
  const subject = subjectness(question.concepts, index.averageLength);
  return {
    ids: ranked.map(({ document }) => index.idOf(document)),
    rows: ranked.map(({ features }) => {
      const row = FEATURE_NAMES.map((name) => features[name]);
      return Float64Array.from([...row.map((v) => v * (1 - subject)), ...row.map((v) => v * subject)]);
    }),
  };
}

export function rankingChoices(asked: readonly Asked[]): Choice[] {
  return asked.map(({ rows, ids, relevant, facts }) => ({
    rows,
    right: ids.map((id) => relevant.has(id)),
    weight: facts ? 1 : SUBJECT_WEIGHT,
  }));
}

/** `full`, `part`: asked of the whole material or of two thirds of it; `absent`: its work left out. */
export interface ConfidenceExample extends Example {
  readonly kind: 'full' | 'part' | 'absent' | 'unanswerable';
  readonly group: string;
}

/** Unanswerable questions look like answerable ones; at full weight they would make every confidence low. */
const UNANSWERABLE_WEIGHT = 0.25;
const PARTS = 3;

export function confidenceExamples(set: TestSet | undefined, ranking: Float64Array): ConfidenceExample[] {
  if (set === undefined) return [];
  const whole = createIndex(set.documents);
  const groups = works(set);
  const random = seeded(2);
  const both = (text: string): string[] => [text, withTypos(text, random)];
  const full = set.questions.flatMap(({ text, relevant, group }) =>
    both(text).map((question) => example(whole, question, ranking, { relevant, group, kind: 'full', weight: 1 })),
  );
  const unanswerable = set.unanswerable.map((text) => {
    const group = nearestGroup(whole, text) ?? '';
    const label = { relevant: new Map(), group, kind: 'unanswerable', weight: UNANSWERABLE_WEIGHT } as const;
    return example(whole, text, ranking, label);
  });
  const parts = Array.from({ length: PARTS }, (_, part) => {
    const out = new Set(groups.filter((_, at) => at % PARTS === part));
    const index = createIndex(set.documents.filter(({ group }) => !out.has(group)));
    return set.questions.flatMap(({ text, relevant, group }) => {
      const kind = out.has(group) ? 'absent' : 'part';
      const weight = kind === 'absent' ? 1 : 0.5;
      return both(text).map((question) => example(index, question, ranking, { relevant, group, kind, weight }));
    });
  });
  return [...full, ...unanswerable, ...parts.flat()];
}

function nearestGroup(index: Index, text: string): string | undefined {
  const [first] = index.rank(index.understand(text), 1);
  return first === undefined ? undefined : index.groupOf(first.document);
}

interface Label {
  readonly relevant: ReadonlyMap<string, number>;
  readonly group: string;
  readonly kind: ConfidenceExample['kind'];
  readonly weight: number;
}

function example(index: Index, text: string, ranking: Float64Array, { relevant, ...label }: Label): ConfidenceExample {
  const question = index.understand(text);
  const subject = subjectness(question.concepts, index.averageLength);
  const ranked = index
    .rank(question, DEPTH)
    .map((one) => {
      const row = FEATURE_NAMES.map((name) => one.features[name]);
      const both = Float64Array.from([...row.map((v) => v * (1 - subject)), ...row.map((v) => v * subject)]);
      return { ...one, score: score(ranking, both) };
    })
    .sort((a, b) => b.score - a.score);
  const [first] = ranked;
  if (first === undefined) return { ...label, row: new Float64Array(SIGN_NAMES.length), yes: false };
  const signs = index.signs(ranked, 0, question);
  const yes = relevant.has(index.idOf(first.document)) && label.kind !== 'absent';
  return { ...label, row: Float64Array.from(SIGN_NAMES.map((name) => signs[name])), yes };
}
