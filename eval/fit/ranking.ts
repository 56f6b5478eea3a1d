/**
 * Fits the weights in src/search/rank/weights.ts and writes that file.
 * Usage: fit-ranking [--dry] [--cross] [--ablate] FACTS [SUBJECTS...]
 * Each is a folder in the BEIR layout. The first asks for facts about works that its titles tell apart; the others
 * describe subjects. --dry writes nothing; --cross adds how weights do on works and sets that they were not fitted
 * on; --ablate adds what each feature's removal costs on works not fitted on.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIDENCE_NAMES } from '../../src/search/rank/confidence.ts';
import { FEATURE_NAMES } from '../../src/search/rank/model.ts';
import { mean, ndcg, percentile } from '../data/metrics.ts';
import { fitRanking } from './ranking/by-hand.ts';
import {
  type Asked,
  askAll,
  type ConfidenceExample,
  confidenceExamples,
  rankingChoices,
  works,
} from './ranking/collect.ts';
import { fitConfidence, odds, separation } from './ranking/confidence-fit.ts';
import { score } from './ranking/linear.ts';
import { loadSet } from './ranking/sets.ts';
import { weightsFile } from './ranking/weights-file.ts';

const PENALTY = 0.003;
const FOLDS = 4;
/** Of the questions on absent works so many may be answered; the promise is 5 %. */
const ABSENT_ANSWERED = 0.04;

const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
const sets = process.argv
  .slice(2)
  .filter((word) => !flags.has(word))
  .map(loadSet);
const order = works(sets[0]);
const asked = sets.flatMap((set, at) => askAll(set, at === 0));
const ranking = fitRanking(rankingChoices(asked), PENALTY);
const examples = confidenceExamples(sets[0], ranking);
const confidence = fitConfidence(examples);
const absent = examples.filter(({ kind }) => kind === 'absent').map((one) => probability(confidence, one));
const answered = percentile(1 - ABSENT_ANSWERED, absent);

reportRanking('fitted', asked, () => ranking);
reportSeparation('fitted', (one) => probability(confidence, one));
reportCalibration();
if (flags.has('--cross')) cross();
if (flags.has('--ablate')) ablate();
if (!flags.has('--dry')) {
  writeFileSync(join(process.cwd(), 'src/search/rank/weights.ts'), weightsFile(ranking, confidence, answered));
}

function probability(weights: Float64Array, { row }: ConfidenceExample): number {
  return 1 / (1 + Math.exp(-odds(weights, row)));
}

function reportRanking(label: string, questions: readonly Asked[], weights: (one: Asked) => Float64Array): void {
  const parts = [...new Set(questions.map(({ set }) => set))].map((name) => {
    const ranked = questions
      .filter(({ set }) => set === name)
      .map((one) => ({ one, ids: reranked(one, weights(one)) }));
    const first = mean(ranked.map(({ one, ids }) => (one.relevant.has(ids[0] ?? '') ? 1 : 0)));
    return `${name} ${first.toFixed(3)} ${mean(ranked.map(({ one, ids }) => ndcg(10, ids, one.relevant))).toFixed(3)}`;
  });
  console.log(`${label.padEnd(24)} hit@1 ndcg@10: ${parts.join(' | ')}`);
}

function reranked({ rows, ids }: Asked, weights: Float64Array): string[] {
  const scored = rows.map((row, at) => ({ id: ids[at] as string, value: score(weights, row) }));
  return scored.sort((a, b) => b.value - a.value).map(({ id }) => id);
}

function reportSeparation(label: string, value: (one: ConfidenceExample) => number): void {
  const found = separation(examples, value);
  const figures = `absent ${found.absent.toFixed(4)} unanswerable ${found.unanswerable.toFixed(4)}`;
  console.log(
    `${label.padEnd(24)} auroc: ${figures} | answerable kept where 5 % of absent pass: ${found.kept.toFixed(3)}`,
  );
}

function reportCalibration(): void {
  for (let low = 0; low < 1; low += 0.1) {
    const inside = examples.filter((one) => {
      const value = probability(confidence, one);
      return one.kind !== 'unanswerable' && value >= low && value < low + 0.1;
    });
    const right = mean(inside.map((one) => (one.right ? 1 : 0)));
    console.log(
      `confidence ${low.toFixed(1)} to ${(low + 0.1).toFixed(1)}: ${inside.length} questions, ${right.toFixed(2)} right`,
    );
  }
  console.log(`answered from ${answered.toFixed(3)} on`);
}

function foldOfWork(group: string): number {
  return Math.max(0, order.indexOf(group)) % FOLDS;
}

/** Ranking weights for each fold, fitted on the others; a feature can be blotted out. */
function rankingFolds(without?: string): (one: Asked) => { one: Asked; weights: Float64Array } {
  const blotted = asked.map((one) => ({
    ...one,
    rows: one.rows.map((row) => row.map((value, at) => (FEATURE_NAMES[at] === without ? 0 : value))),
  }));
  const fold = new Map(asked.map((one, at) => [one, one.facts ? foldOfWork(one.group) : at % FOLDS]));
  const folds = Array.from({ length: FOLDS }, (_, held) => {
    const rest = blotted.filter((_, at) => fold.get(asked[at] as Asked) !== held);
    return fitRanking(rankingChoices(rest), PENALTY);
  });
  return (one) => ({ one, weights: folds[fold.get(one) ?? 0] as Float64Array });
}

function confidenceFolds(without?: number): (one: ConfidenceExample) => number {
  const folds = Array.from({ length: FOLDS }, (_, held) =>
    fitConfidence(
      examples.filter(({ group }) => foldOfWork(group) !== held),
      without,
    ),
  );
  return (one) => probability(folds[foldOfWork(one.group)] as Float64Array, one);
}

function cross(): void {
  const held = rankingFolds();
  reportRanking('works held out', asked, (one) => held(one).weights);
  for (const { name } of sets) {
    const weights = fitRanking(rankingChoices(asked.filter(({ set }) => set !== name)), PENALTY);
    reportRanking(
      `${name} held out`,
      asked.filter(({ set }) => set === name),
      () => weights,
    );
  }
  reportSeparation('works held out', confidenceFolds());
}

function ablate(): void {
  for (const name of FEATURE_NAMES) {
    const held = rankingFolds(name);
    reportRanking(`without ${name}`, asked, (one) => held(one).weights);
  }
  CONFIDENCE_NAMES.forEach((name, at) => {
    reportSeparation(`without ${name}`, confidenceFolds(at));
  });
}
