import { createIndex } from '../../../src/search/index.ts';
import { CONFIDENCE_NAMES } from '../../../src/search/rank/confidence.ts';
import type { Features } from '../../../src/search/rank/features.ts';
import { FEATURE_NAMES } from '../../../src/search/rank/model.ts';
import { analyserOf } from '../../../src/text/analyser.ts';
import { english } from '../../../src/text/languages/index.ts';
import { randomFrom } from '../../data/random.ts';
import { mistype } from '../../data/typos.ts';
import { type Choice, score } from './linear.ts';
import type { TestSet } from './sets.ts';

/** One question's candidates, ready for fitting: a row of features each. */
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
  const index = createIndex(set.documents, analyserOf(english));
  const random = randomFrom('fit ranking', 1);
  return set.questions.flatMap(({ text, group, relevant }) =>
    [text, mistype(text, random)].map((question) => {
      const { ids, rows } = candidates(index, question);
      return { set: set.name, facts, group, relevant, ids, rows };
    }),
  );
}

function candidates(index: Index, text: string): { ids: string[]; rows: Float64Array[] } {
  const ranked = index.rank(index.parse(text), DEPTH);
  return {
    ids: ranked.map(({ document }) => index.idOf(document)),
    rows: ranked.map(({ features }) => rowOf(features)),
  };
}

function rowOf(features: Features): Float64Array {
  return Float64Array.from(FEATURE_NAMES, (name) => features[name]);
}

export function rankingChoices(asked: readonly Asked[]): Choice[] {
  return asked.map(({ rows, ids, relevant, facts }) => ({
    rows,
    right: ids.map((id) => relevant.has(id)),
    weight: facts ? 1 : SUBJECT_WEIGHT,
  }));
}

/**
 * `full`, `part`: asked of the whole material or of two thirds of it; `absent`: its work left out; `unanswerable`:
 * about a work that is there, but without an answer in it.
 */
export interface ConfidenceExample {
  readonly kind: 'full' | 'part' | 'absent' | 'unanswerable';
  readonly group: string;
  readonly row: Float64Array;
  /** The first passage is one of those that answer. */
  readonly right: boolean;
}

const PARTS = 3;

export function confidenceExamples(set: TestSet | undefined, ranking: Float64Array): ConfidenceExample[] {
  if (set === undefined) return [];
  const whole = createIndex(set.documents, analyserOf(english));
  const groups = works(set);
  const random = randomFrom('fit ranking', 2);
  const both = (text: string): string[] => [text, mistype(text, random)];
  const full = set.questions.flatMap(({ text, relevant, group }) =>
    both(text).map((question) => example(whole, question, ranking, { relevant, group, kind: 'full' })),
  );
  const unanswerable = set.unanswerable.map((text) => {
    const group = nearestGroup(whole, text) ?? '';
    const label = { relevant: new Map(), group, kind: 'unanswerable' } as const;
    return example(whole, text, ranking, label);
  });
  const parts = Array.from({ length: PARTS }, (_, part) => {
    const out = new Set(groups.filter((_, at) => at % PARTS === part));
    const index = createIndex(
      set.documents.filter(({ group }) => !out.has(group)),
      analyserOf(english),
    );
    return set.questions.flatMap(({ text, relevant, group }) => {
      const kind = out.has(group) ? 'absent' : 'part';
      return both(text).map((question) => example(index, question, ranking, { relevant, group, kind }));
    });
  });
  return [...full, ...unanswerable, ...parts.flat()];
}

function nearestGroup(index: Index, text: string): string | undefined {
  const [first] = index.rank(index.parse(text), 1);
  return first === undefined ? undefined : index.groupOf(first.document);
}

interface Label {
  readonly relevant: ReadonlyMap<string, number>;
  readonly group: string;
  readonly kind: ConfidenceExample['kind'];
}

function example(index: Index, text: string, ranking: Float64Array, { relevant, ...label }: Label): ConfidenceExample {
  const question = index.parse(text);
  const ranked = index
    .rank(question, DEPTH)
    .map((one) => ({ ...one, ownWords: score(ranking, rowOf(one.features)) }))
    .sort((a, b) => b.ownWords - a.ownWords);
  const [first] = ranked;
  if (first === undefined) return { ...label, row: new Float64Array(CONFIDENCE_NAMES.length), right: false };
  const features = index.confidenceFeatures(ranked, question)(0);
  const right = relevant.has(index.idOf(first.document)) && label.kind !== 'absent';
  return { ...label, row: Float64Array.from(CONFIDENCE_NAMES, (name) => features[name]), right };
}
