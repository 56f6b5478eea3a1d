import { CONFIDENCE_FEATURES } from '../../../src/search/rank/confidence.ts';
import { FEATURES } from '../../../src/search/rank/features.ts';

function table(name: string, comment: string, names: readonly string[], values: ArrayLike<number>): string {
  const lines = names.map((entry, at) => `  ${entry}: ${Number((values[at] as number).toFixed(2)) || 0},`);
  return `/** ${comment} */\nexport const ${name} = {\n${lines.join('\n')}\n};\n`;
}

/**
 * The sets have no headings, so no fit can tell what one is worth. Of 191 questions on six works with headings, each
 * work alone, 151 find their passage first with this weight, 148 without it; 2.5 costs .05 on a textbook's definitions.
 */
const HEADING = 1;

/** The text of src/search/rank/weights.ts. */
export function weightsFile(ranking: Float64Array, confidence: Float64Array, answered: number): string {
  const names = FEATURES.map(({ name }) => name);
  const half = names.length;
  const fact = ranking.slice(0, half);
  fact[names.indexOf('heading')] = HEADING;
  // The second half holds how subjects differ from facts.
  const subject = ranking.slice(half).map((difference, at) => (fact[at] as number) + difference);
  return [
    '// Written by eval/fit/ranking.ts; see DESIGN.md. Change the features or the script, not these numbers.\n',
    table('FACT', 'What a passage gains for each feature where a fact is asked for.', names, fact),
    table('SUBJECT', 'The same where a subject is described.', names, subject),
    table(
      'CONFIDENCE',
      'Log-odds that a passage answers.',
      [...CONFIDENCE_FEATURES.map(({ name }) => name), 'bias'],
      confidence,
    ),
    '/** From this confidence on a question counts as answered: 4 % of questions on absent works reach it. */',
    `export const ANSWERED = ${answered.toFixed(2)};`,
    '',
  ].join('\n');
}
