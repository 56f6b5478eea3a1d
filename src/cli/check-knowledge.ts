import { resolve } from 'node:path';
import { loadMaterial } from '../material/load.ts';
import { formatProblem } from '../reply/problem-text.ts';
import { packageRoot } from '../root.ts';
import { stop } from './stop.ts';

/** Checks every collection of a folder (the shipped one by default) and lists what is wrong, with file and line. */
const dir = resolve(process.argv[2] ?? resolve(packageRoot, 'knowledge'));
const { value, problems } = loadMaterial(dir);
if (problems.length > 0) stop(problems.map(formatProblem).join('\n'), 1);
for (const { id, articles, facts, terms } of value.collections) {
  const passages = articles.reduce((sum, article) => sum + article.passages.length, 0);
  process.stdout.write(
    `${id}: ${articles.length} works, ${passages} passages, ${facts.length} facts, ${terms.length} terms, no problems\n`,
  );
}
