import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadMaterial, type Material } from '../../src/material/load.ts';
import { formatProblem } from '../../src/reply/problem-text.ts';
import { packageRoot } from '../../src/root.ts';
import { type Question, readQuestions } from './question-set.ts';
import type { Dataset, Passage } from './types.ts';
import { UsageError } from './usage-error.ts';

/** The shipped material with the project's own questions on it; those that no passage answers are unanswerable. */
export function loadShipped(): Dataset {
  const { value: material, problems } = loadMaterial(join(packageRoot, 'knowledge'));
  if (problems.length > 0) throw new UsageError(problems.map(formatProblem).join('\n'));
  const passages = passagesOf(material);
  const ids = new Set(passages.map((passage) => passage.id));
  const questions = readAll(join(packageRoot, 'tests', 'questions')).map((row) => ({
    id: row.id,
    text: row.question,
    relevant: new Map(row.passages.map((id) => [id, 1])),
  }));
  const strays = questions.flatMap(({ relevant }) => [...relevant.keys()]).filter((id) => !ids.has(id));
  return {
    name: 'shipped',
    passages,
    synonyms: material.terms.map(({ name, aliases }) => [name, ...aliases]),
    questions: questions.filter(({ relevant }) => relevant.size > 0),
    unanswerable: questions.filter(({ relevant }) => relevant.size === 0),
    warnings: strays.map((id) => `a question names the passage ${id}, which the material does not hold`),
  };
}

function passagesOf(material: Material): Passage[] {
  return material.articles.flatMap(({ source, passages }) => {
    const work = `${source.title} (${source.publisher})`;
    return passages.map(({ id, heading, text }) => ({
      id,
      title: heading === undefined ? work : `${work}. ${heading}`,
      article: source.id,
      text,
    }));
  });
}

function readAll(folder: string): Question[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().flatMap((file) => readQuestions(join(folder, file)));
}
