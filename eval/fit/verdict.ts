import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Candidates, gatherCandidates } from '../../src/answer/candidates/gather.ts';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { cleanQuestion } from '../../src/answer/question/clean.ts';
import type { FactEntry } from '../../src/answer/types.ts';
import { RANK_FEATURES, type Ranked, type RankName, VERDICT_FEATURES } from '../../src/answer/verdict/features.ts';
import { rank, verdictFeatures } from '../../src/answer/verdict/model.ts';
import { loadMaterial } from '../../src/material/load.ts';
import { packageRoot } from '../../src/root.ts';
import { english } from '../../src/text/languages/index.ts';
import { type Question, readQuestions } from '../data/question-set.ts';
import { type Choice, type Example, fitChoices, fitLogistic } from './ranking/linear.ts';
import { withoutEntries, withoutQuestions } from './verdict/left-out.ts';

/**
 * Fits the two models of the verdict (`src/answer/verdict/weights.ts`): the order of the entries, and whether the first
 * one answers. Each question set is measured on what was fitted without it; what is written is fitted on all of them,
 * with the fact table's own questions beside them (see `verdict/left-out.ts`). The threshold is where the measured share
 * of near misses refused reaches `REFUSED`. Usage: npm run fit:verdict [-- --dry], about two minutes.
 */

const SETS = ['development', 'held-out', 'third'];
/** Strengths of the penalty on large weights. */
const RANK_PENALTY = 0.01;
const VERDICT_PENALTY = 0.003;
/** What one of the table's own questions counts for beside one of a set: there are many, and they are alike. */
const TABLE_WEIGHT = 0.03;
/** The share of near misses that shall not be called answered. */
const REFUSED = 0.89;

interface Case {
  readonly kind: Question['kind'] | 'table';
  readonly found: Candidates;
  readonly isRight: (entry: FactEntry) => boolean;
}

type RankWeights = Readonly<Record<RankName, number>>;

interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

const { value: material } = loadMaterial(join(packageRoot, 'knowledge'));
const library = createKnowledgeBase(material, { language: english });
const sets = SETS.map((name) => readQuestions(join(packageRoot, 'tests', 'questions', `${name}.json`)).map(asCase));
const table = [...withoutQuestions(material), ...withoutEntries(material)].map(
  (each): Case => ({ ...each, kind: 'table' }),
);
print(`${sets.flat().length} questions of ${sets.length} sets, ${table.length} of the table's own`);

const measured = sets.flatMap((set, at) => {
  const others = sets.filter((_, other) => other !== at).flat();
  const { order, verdict } = fitBoth(others);
  const rated = set.map((each) => rate(each, order, verdict));
  report(`${SETS[at]}, fitted on the others`, rated);
  return rated;
});
report('all, each fitted on the others', measured);
const threshold = thresholdFor(measured);
print(`answered from ${threshold.toFixed(3)} on`);
const final = fitBoth(sets.flat());
report(
  'all, fitted on the same',
  sets.flat().map((each) => rate(each, final.order, final.verdict)),
);
if (!process.argv.includes('--dry')) write(final.order, final.verdict, threshold);

function asCase(question: Question): Case {
  const found = gatherCandidates(library, cleanQuestion(question.question));
  const passages = new Set(question.passages);
  return {
    kind: question.kind,
    found,
    isRight: ({ rows }) => rows.some((row) => row.passages.some((id) => passages.has(id))),
  };
}

/** The entries that nothing rules out; the table's own questions need no model. */
function possible({ found }: Case) {
  return found.candidates.filter(({ rejection, isOwn }) => rejection === undefined && !isOwn);
}

function fitBoth(cases: readonly Case[]): { order: RankWeights; verdict: Logistic } {
  const order = fitOrder([...cases, ...table]);
  const examples = [...cases, ...table].flatMap((each) => example(each, order));
  const weights = [...fitLogistic(examples, VERDICT_PENALTY)];
  return { order, verdict: { bias: weights.pop() ?? 0, weights } };
}

function fitOrder(cases: readonly Case[]): RankWeights {
  const choices = cases.map((each): Choice => {
    const candidates = possible(each);
    return {
      rows: candidates.map((one) => Float64Array.from(RANK_FEATURES, ({ compute }) => compute(one, each.found))),
      right: candidates.map(({ entry }) => each.isRight(entry)),
      weight: weightOf(each),
    };
  });
  const weights = fitChoices(choices, RANK_PENALTY);
  return Object.fromEntries(RANK_FEATURES.map(({ name }, at) => [name, weights[at] ?? 0])) as Record<RankName, number>;
}

function weightOf({ kind }: Case): number {
  return kind === 'table' ? TABLE_WEIGHT : 1;
}

function example(each: Case, order: RankWeights): Example[] {
  const ranked = rank(possible(each), each.found, order);
  const [first] = ranked;
  if (!first) return [];
  return [{ row: rowOf(ranked, each), yes: each.isRight(first.candidate.entry), weight: weightOf(each) }];
}

function rowOf(ranked: readonly Ranked[], { found }: Case): Float64Array {
  const features = verdictFeatures(ranked, found);
  return Float64Array.from(VERDICT_FEATURES, ({ name }) => features[name]);
}

interface Rated {
  readonly kind: Case['kind'];
  readonly isRight: boolean;
  readonly probability: number;
}

function rate(each: Case, order: RankWeights, { bias, weights }: Logistic): Rated {
  const ranked = rank(
    each.found.candidates.filter(({ rejection }) => rejection === undefined),
    each.found,
    order,
  );
  const [first] = ranked;
  if (!first) return { kind: each.kind, isRight: false, probability: 0 };
  const odds = rowOf(ranked, each).reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias);
  return {
    kind: each.kind,
    isRight: each.isRight(first.candidate.entry),
    probability: first.candidate.isOwn ? 1 : 1 / (1 + Math.exp(-odds)),
  };
}

function isUnanswerable({ kind }: Rated): boolean {
  return kind === 'near-miss' || kind === 'far-off';
}

/** What one has to ask for so that `REFUSED` of the near misses stay below it. */
function thresholdFor(rated: readonly Rated[]): number {
  const near = rated.filter(({ kind }) => kind === 'near-miss').map(({ probability }) => probability);
  return (near.toSorted((a, b) => a - b)[Math.ceil(REFUSED * near.length) - 1] ?? 0.5) + 1e-6;
}

function report(title: string, rated: readonly Rated[]): void {
  const answerable = rated.filter((each) => !isUnanswerable(each));
  print(`${title}: right first ${percent(answerable, ({ isRight }) => isRight)}`);
  for (const threshold of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const kinds = ['direct', 'keywords', 'typo', 'paraphrase', 'near-miss', 'far-off'].map((kind) => {
      const all = rated.filter((each) => each.kind === kind);
      return `${kind} ${percent(all, ({ probability }) => probability < threshold)}`;
    });
    const all = percent(answerable, ({ probability }) => probability < threshold);
    print(`  refused at ${threshold.toFixed(2)}: answerable ${all} (${kinds.join(', ')})`);
  }
}

function percent<T>(all: readonly T[], test: (one: T) => boolean): string {
  return `${((100 * all.filter(test).length) / Math.max(1, all.length)).toFixed(1)} %`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function write(order: RankWeights, { bias, weights }: Logistic, threshold: number): void {
  const round = (value: number) => Number(value.toFixed(4));
  const ordering = RANK_FEATURES.map(({ name }) => `  ${name}: ${round(order[name])},`);
  const deciding = VERDICT_FEATURES.map(({ name }, at) => `  ${name}: ${round(weights[at] ?? 0)},`);
  const text = `/**
 * Made by \`npm run fit:verdict\`, which prints how it does on questions that it was not fitted on; not edited by hand.
 * What the features are: features.ts.
 */

/** An entry answers at this probability or more. */
export const ANSWERED = ${threshold.toFixed(3)};

/** The order of the entries: a sum whose exponential is in proportion to an entry's chance to be the right one. */
export const RANK_WEIGHTS = {
${ordering.join('\n')}
};

/** Whether the first entry answers: logistic regression. */
export const VERDICT_BIAS = ${round(bias)};

export const VERDICT_WEIGHTS = {
${deciding.join('\n')}
};
`;
  writeFileSync(join(packageRoot, 'src', 'answer', 'verdict', 'weights.ts'), text);
}
