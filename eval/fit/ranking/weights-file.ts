import { CONFIDENCE_NAMES } from '../../../src/search/rank/confidence.ts';
import { FEATURE_NAMES } from '../../../src/search/rank/model.ts';

function table(name: string, comment: string, names: readonly string[], values: ArrayLike<number>): string {
  const lines = names.map((entry, at) => `  ${entry}: ${Number((values[at] as number).toFixed(2)) || 0},`);
  return `/** ${comment} */\nexport const ${name} = {\n${lines.join('\n')}\n};\n`;
}

/** The text of src/search/rank/weights.ts. */
export function weightsFile(ranking: Float64Array, confidence: Float64Array, answered: number): string {
  return [
    '// Written by eval/fit/ranking.ts; see DESIGN.md. Change the features or the script, not these numbers.\n',
    table('RANKING', 'What a passage gains for each feature.', FEATURE_NAMES, ranking),
    table('CONFIDENCE', 'Log-odds that a passage answers.', [...CONFIDENCE_NAMES, 'bias'], confidence),
    '/** From this confidence on a question counts as answered: 4 % of questions on absent works reach it. */',
    `export const ANSWERED = ${answered.toFixed(2)};`,
    '',
  ].join('\n');
}
