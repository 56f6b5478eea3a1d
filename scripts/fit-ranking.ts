/**
 * Fits the weights of src/search/rank/weights.ts and writes that file.
 * Usage: fit-ranking [--dry] [--cross] FACTS SUBJECTS... - test sets in the BEIR layout. The first asks for facts
 * about works told apart by their titles; the others for texts on a subject. --dry writes nothing; --cross prints
 * how weights fitted without a part do on that part.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIGN_NAMES } from '../src/search/confidence.ts';
import { FEATURE_NAMES } from '../src/search/rank/features.ts';
import { type Asked, askAll, confidenceExamples, rankingChoices, works } from './ranking/collect.ts';
import { fitChoices, fitLogistic, score } from './ranking/linear.ts';
import { auroc, mean, ndcg10, quantile } from './ranking/measures.ts';
import { loadSet } from './ranking/sets.ts';

const RANKING_PENALTY = 0.003;
const CONFIDENCE_PENALTY = 0.001;
const FOLDS = 4;

function report(label: string, asked: readonly Asked[], weights: (one: Asked) => Float64Array): void {
  const names = [...new Set(asked.map(({ set }) => set))];
  const parts = names.map((name) => {
    const ranked = asked.filter(({ set }) => set === name).map((one) => ({ one, ids: reranked(one, weights(one)) }));
    const first = mean(ranked.map(({ one, ids }) => (one.relevant.has(ids[0] ?? '') ? 1 : 0)));
    return `${name} ${first.toFixed(3)}/${mean(ranked.map(({ one, ids }) => ndcg10(ids, one.relevant))).toFixed(3)}`;
  });
  console.log(`${label.padEnd(16)} hit@1/ndcg@10  ${parts.join('  ')}`);
}

function reranked({ rows, ids }: Asked, weights: Float64Array): string[] {
  const scored = rows.map((row, at) => ({ id: ids[at] as string, value: score(weights, row) }));
  return scored.sort((a, b) => b.value - a.value).map(({ id }) => id);
}

function foldOf(one: Asked, at: number, order: readonly string[]): number {
  return one.facts ? order.indexOf(one.group) % FOLDS : at % FOLDS;
}

function crossRanking(asked: readonly Asked[], order: readonly string[]): void {
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitChoices(rankingChoices(asked.filter((one, at) => foldOf(one, at, order) !== fold)), RANKING_PENALTY),
  );
  const fold = new Map(asked.map((one, at) => [one, foldOf(one, at, order)]));
  report('other works', asked, (one) => folds[fold.get(one) ?? 0] as Float64Array);
  for (const name of new Set(asked.map(({ set }) => set))) {
    const weights = fitChoices(rankingChoices(asked.filter(({ set }) => set !== name)), RANKING_PENALTY);
    report(
      `without ${name}`,
      asked.filter(({ set }) => set === name),
      () => weights,
    );
  }
}

const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const sets = names.map(loadSet);
const asked = sets.flatMap((set, at) => askAll(set, at === 0));
const order = works(sets[0]);
const ranking = fitChoices(rankingChoices(asked), RANKING_PENALTY);
report('fitted', asked, () => ranking);
if (process.argv.includes('--cross')) crossRanking(asked, order);

const examples = confidenceExamples(sets[0], ranking);
const confidence = fitLogistic(examples, CONFIDENCE_PENALTY);
const value = ({ row }: { row: Float64Array }, weights = confidence): number =>
  1 / (1 + Math.exp(-score(weights, row) - (weights.at(-1) as number)));
for (const kind of ['absent', 'unanswerable'] as const) {
  const positive = examples.filter((one) => one.kind === (kind === 'absent' ? 'part' : 'full'));
  const negative = examples.filter((one) => one.kind === kind);
  const [yes, no] = [positive.map((one) => value(one)), negative.map((one) => value(one))];
  const limit = quantile(no, 0.95);
  console.log(
    `${kind.padEnd(16)} auroc ${auroc(yes, no).toFixed(4)}; at ${limit.toFixed(3)} 5 % of them pass and ${mean(yes.map((v) => (v > limit ? 1 : 0))).toFixed(3)} of the answerable`,
  );
}
if (process.argv.includes('--cross')) {
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitLogistic(
      examples.filter(({ group }) => order.indexOf(group) % FOLDS !== fold),
      CONFIDENCE_PENALTY,
    ),
  );
  const held = (one: (typeof examples)[number]): number => value(one, folds[order.indexOf(one.group) % FOLDS]);
  for (const [yes, no] of [
    ['part', 'absent'],
    ['full', 'unanswerable'],
  ] as const) {
    const of = (kind: string): number[] => examples.filter((one) => one.kind === kind).map(held);
    console.log(`other works      ${no} auroc ${auroc(of(yes), of(no)).toFixed(4)}`);
  }
}
for (const low of [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  const inside = examples.filter((one) => one.kind !== 'unanswerable' && value(one) >= low && value(one) < low + 0.1);
  console.log(
    `confidence ${low.toFixed(1)}+ ${String(inside.length).padStart(5)} answers ${mean(inside.map(({ yes }) => (yes ? 1 : 0))).toFixed(2)}`,
  );
}

function table(
  name: string,
  comment: string,
  type: string,
  keys: readonly string[],
  values: ArrayLike<number>,
): string {
  const lines = keys.map(
    (key, at) =>
      `  ${key}: ${(values[at] as number)
        .toFixed(3)
        .replace(/^-0\.000$/, '0.000')
        .replace(/\.?0+$/, '')},`,
  );
  return `/** ${comment} */\nexport const ${name}: Readonly<Record<${type}, number>> = {\n${lines.join('\n')}\n};\n`;
}

if (!process.argv.includes('--dry')) {
  const half = FEATURE_NAMES.length;
  const text = [
    "import type { Signs } from '../confidence.ts';\nimport type { Features } from './features.ts';\n",
    '// Written by scripts/fit-ranking.ts; see DESIGN.md. Change the features or the script, not these numbers.\n',
    table(
      'FACT',
      'What a passage gains for each feature where a fact is asked for.',
      'keyof Features',
      FEATURE_NAMES,
      ranking.slice(0, half),
    ),
    table('SUBJECT', 'The same where a subject is described.', 'keyof Features', FEATURE_NAMES, ranking.slice(half)),
    table(
      'CONFIDENCE',
      'Log-odds that a passage answers.',
      "'bias' | keyof Signs",
      [...SIGN_NAMES, 'bias'],
      confidence,
    ),
  ].join('\n');
  writeFileSync(join(process.cwd(), 'src/search/rank/weights.ts'), text);
}
