import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ask } from '../src/answer/ask.ts';
import { createKnowledgeBase } from '../src/answer/knowledge-base.ts';
import type { Answer } from '../src/answer/types.ts';
import { stop } from '../src/cli/stop.ts';
import { groupBy } from '../src/group.ts';
import { loadMaterial } from '../src/material/load.ts';
import { formatProblem } from '../src/reply/problem-text.ts';
import { packageRoot } from '../src/root.ts';
import { english } from '../src/text/languages/index.ts';
import { holdsValue, type Question, readQuestions } from './data/question-set.ts';

/** Scores question sets against the shipped material and prints the figures; `--list` names what went wrong. */

interface Scored {
  readonly question: Question;
  readonly answer: Answer;
  /** Counted from 0; undefined where neither a fact nor an excerpt shown is right. */
  readonly rank: number | undefined;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false } },
});
const files =
  positionals.length > 0
    ? positionals
    : ['development', 'held-out', 'third', 'fresh'].map((name) =>
        resolve(packageRoot, 'tests', 'questions', `${name}.json`),
      );
const { value: material, problems } = loadMaterial(resolve(packageRoot, 'knowledge'));
if (problems.length > 0) stop(problems.map(formatProblem).join('\n'), 2);
const library = createKnowledgeBase(material, { language: english });
for (const file of files) report(basename(file), readQuestions(file).map(score));

function score(question: Question): Scored {
  const answer = ask(library, question.question);
  const excerpt = answer.excerpts.findIndex(({ passage }) => question.passages.includes(passage.id));
  const entry = answer.entries.findIndex(({ rows }) =>
    rows.some(
      (row) =>
        row.passages.some((id) => question.passages.includes(id)) &&
        holdsValue(question, `${row.value} ${row.unit ?? ''}`),
    ),
  );
  const ranks = [excerpt, entry].filter((rank) => rank !== -1);
  return { question, answer, rank: ranks.length > 0 ? Math.min(...ranks) : undefined };
}

function report(name: string, scored: readonly Scored[]): void {
  const answerable = scored.filter(({ question }) => question.passages.length > 0);
  const nearMisses = scored.filter(({ question }) => question.kind === 'near-miss');
  const farOff = scored.filter(({ question }) => question.kind === 'far-off');
  const refused = ({ answer }: Scored) => answer.verdict !== 'answered';
  print(`${name}: ${scored.length} questions`);
  print(`  right first            ${share(answerable, ({ rank }) => rank === 0)}`);
  print(`  right in the first 3   ${share(answerable, ({ rank }) => rank !== undefined && rank < 3)}`);
  print(`  right first, answered  ${share(answerable, (each) => each.rank === 0 && !refused(each))}`);
  print(`  wrongly refused        ${share(answerable, refused)}`);
  print(`  near misses refused    ${share(nearMisses, refused)}`);
  print(`  far-off refused        ${share(farOff, refused)}`);
  for (const [kind, group] of groupBy(answerable, ({ question }) => question.kind)) {
    print(`    ${kind.padEnd(12)} first ${share(group, ({ rank }) => rank === 0)}, refused ${share(group, refused)}`);
  }
  if (values.list) for (const each of scored) listMistake(each);
}

function listMistake({ question, answer, rank }: Scored): void {
  const wrong =
    question.passages.length > 0 ? rank !== 0 || answer.verdict !== 'answered' : answer.verdict === 'answered';
  if (!wrong) return;
  const [entry] = answer.entries;
  const fact = entry ? `${entry.subject} / ${entry.attribute}` : 'no fact';
  const first = answer.excerpts[0];
  print(`${question.id} ${question.kind}: ${question.question}`);
  print(
    `    ${answer.verdict}, rank ${rank ?? '-'}; wants ${question.passages.join(' ') || 'a refusal'}; ${fact}; ${first?.passage.id ?? '-'} ${first?.score.toFixed(2) ?? ''}`,
  );
}

function share(all: readonly Scored[], test: (scored: Scored) => boolean): string {
  const count = all.filter(test).length;
  return `${((100 * count) / Math.max(1, all.length)).toFixed(1)} % (${count} of ${all.length})`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
