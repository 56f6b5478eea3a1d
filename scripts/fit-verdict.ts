import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MATCH_NAMES } from '../src/answer/entry-match.ts';
import { gatherEvidence } from '../src/answer/evidence.ts';
import { createLibrary } from '../src/answer/library.ts';
import { cleanQuestion } from '../src/answer/question.ts';
import { holdsValue, type Question, readQuestions } from '../src/cli/question-set.ts';
import { loadMaterial } from '../src/material/load.ts';
import { packageRoot } from '../src/root.ts';
import { type Example, fitLogistic } from './ranking/linear.ts';

/**
 * Fits the model that tells whether an entry answers a question (`src/answer/verdict-weights.ts`): on one question set,
 * measured on the other and the reverse, then on both, which is what is written. Usage: npm run fit:verdict [-- --dry]
 */

/** The strength of the penalty on large weights. */
const PENALTY = 0.003;
const library = createLibrary(loadMaterial(join(packageRoot, 'knowledge')).value);
const [first = [], second = []] = ['development', 'held-out'].map((name) =>
  readQuestions(join(packageRoot, 'tests', 'questions', `${name}.json`)).map(collect),
);

report('fitted on held-out, measured on development', fitted(second), first);
report('fitted on development, measured on held-out', fitted(first), second);
const final = fitted([...first, ...second]);
report('fitted and measured on both', final, [...first, ...second]);
if (!process.argv.includes('--dry')) write(final);

interface Collected {
  readonly question: Question;
  /** The entries found that nothing rules out. */
  readonly samples: readonly Example[];
}

function collect(question: Question): Collected {
  const { candidates } = gatherEvidence(library, cleanQuestion(question.question));
  const samples = candidates
    .filter(({ obstacle, isOwn }) => obstacle === undefined && !isOwn)
    .map(({ entry, match }) => ({
      row: Float64Array.from(MATCH_NAMES, (name) => match[name]),
      weight: 1,
      yes: entry.rows.some(
        ({ passages, value, unit = '' }) =>
          passages.some((id) => question.passages.includes(id)) && holdsValue(question, `${value} ${unit}`),
      ),
    }));
  return { question, samples };
}

interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

function fitted(collected: readonly Collected[]): Logistic {
  const weights = [
    ...fitLogistic(
      collected.flatMap(({ samples }) => samples),
      PENALTY,
    ),
  ];
  return { bias: weights.pop() ?? 0, weights };
}

function probability({ bias, weights }: Logistic, row: Float64Array): number {
  return 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), bias)));
}

function report(title: string, model: Logistic, collected: readonly Collected[]): void {
  process.stdout.write(`${title}\n`);
  const rated = collected.map(({ question, samples }) => ({
    kind: question.kind,
    best: Math.max(0, ...samples.map(({ row }) => probability(model, row))),
  }));
  for (const threshold of [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6]) {
    const refused = (kind: string) => {
      const all = rated.filter((each) => each.kind === kind);
      return `${kind} ${((100 * all.filter(({ best }) => best < threshold).length) / all.length).toFixed(0)} %`;
    };
    const kinds = ['direct', 'paraphrase', 'typo', 'keywords', 'near-miss', 'far-off'].map(refused);
    process.stdout.write(`  refused at ${threshold.toFixed(2)}: ${kinds.join(', ')}\n`);
  }
}

function write({ bias, weights }: Logistic): void {
  const lines = MATCH_NAMES.map((name, i) => `  ${name}: ${Number((weights[i] ?? 0).toFixed(4))},`);
  const text = `import type { Match } from './entry-match.ts';

/**
 * The model that says how likely an entry answers a question: logistic regression over the features of \`Match\`.
 * Made by \`npm run fit:verdict\`, which prints how it does on questions that it was not fitted on; not edited by hand.
 */
export const VERDICT_BIAS = ${Number(bias.toFixed(4))};

export const VERDICT_WEIGHTS: Readonly<Record<keyof Match, number>> = {
${lines.join('\n')}
};
`;
  writeFileSync(join(packageRoot, 'src', 'answer', 'verdict-weights.ts'), text);
}
