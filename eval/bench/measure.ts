import { shuffled } from '../../src/study/questions/random.ts';
import { auroc, hitAt, mean, ndcg, percentile, reciprocalRank } from '../data/metrics.ts';
import { randomFrom } from '../data/random.ts';
import type { Passage, Question } from '../data/types.ts';
import { withLongestPause } from './pauses.ts';
import type { Row } from './report/row.ts';
import type { Answers, Ready } from './systems/types.ts';
import type { Trial } from './tracks/types.ts';

export interface Limits {
  /** For answering; indexing and warming up are not counted. At least one question is answered. */
  readonly seconds: number;
  readonly seed: number;
}

export type Measures = Omit<Row, 'system' | 'track'>;

/** Told how many questions are answered, of how many. */
export type Progress = (done: number, total: number) => void;

interface Asked {
  readonly question: Question;
  readonly answers: Answers;
  readonly ms: number;
}

/** Indexes, warms up, asks, and sums up. Memory is only right where Node runs with --expose-gc. */
export async function measure(
  index: () => Ready | Promise<Ready>,
  trial: Trial,
  limits: Limits,
  progress: Progress,
): Promise<Measures> {
  const bytesBefore = residentBytes();
  const start = performance.now();
  const { result: ready, longestPause } = await withLongestPause(index);
  const indexMs = performance.now() - start;
  await warmUp(ready, trial.passages, limits.seed);
  const asked = await ask(ready, trial.questions, limits.seconds, progress);
  const rssMB = (residentBytes() - bytesBefore) / 2 ** 20;
  const respelt = trial.respelt && (await ask(ready, trial.respelt, limits.seconds, progress));
  const separation = separationOf(asked, ready.threshold);
  return {
    passages: trial.passages.length,
    queries: asked.length,
    ...ranking(asked),
    auroc: separation.auroc,
    p50ms: rounded(3, percentile(0.5, times(asked))),
    p99ms: rounded(3, percentile(0.99, times(asked))),
    indexMs: rounded(0, indexMs),
    rssMB: rounded(0, rssMB),
    pauseMs: respelt === undefined ? null : rounded(0, longestPause),
    typoP50ms: respelt === undefined ? null : rounded(3, percentile(0.5, times(respelt))),
    typoP99ms: respelt === undefined ? null : rounded(3, percentile(0.99, times(respelt))),
    answeredPresent: separation.answeredPresent,
    answeredAbsent: separation.answeredAbsent,
    ...(trial.note !== undefined && { note: trial.note }),
  };
}

function residentBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

const WARM_UP_QUESTIONS = 200;
const WARM_UP_MS = 2_000;

/**
 * Asks for the opening words of some passages until the code is compiled: no question of the track, so that a system
 * that remembers what it was asked gains nothing by it.
 */
async function warmUp(ready: Ready, passages: readonly Passage[], seed: number): Promise<void> {
  const end = performance.now() + WARM_UP_MS;
  for (const { text } of shuffled(randomFrom(seed, 'warm-up'), passages).slice(0, WARM_UP_QUESTIONS)) {
    await ready.search(text.split(/\s+/, 10).join(' '));
    if (performance.now() > end) return;
  }
}

async function ask(
  ready: Ready,
  questions: readonly Question[],
  seconds: number,
  progress: Progress,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  const end = performance.now() + seconds * 1000;
  for (const question of questions) {
    const start = performance.now();
    const result = ready.search(question.text);
    const answers = result instanceof Promise ? await result : result;
    const now = performance.now();
    asked.push({ question, answers, ms: now - start });
    progress(asked.length, questions.length);
    if (now > end) break;
  }
  return asked;
}

/** Over the questions that have an answer among the passages. */
function ranking(asked: readonly Asked[]): Pick<Row, 'hit1' | 'hit5' | 'mrr10' | 'ndcg10'> {
  const lists = asked
    .filter(isAnswerable)
    .map(({ question, answers }) => ({ ids: answers.map(({ id }) => id), relevant: question.relevant }));
  const average = (metric: typeof ndcg, k: number) =>
    rounded(4, mean(lists.map(({ ids, relevant }) => metric(k, ids, relevant))));
  return {
    hit1: average(hitAt, 1),
    hit5: average(hitAt, 5),
    mrr10: average(reciprocalRank, 10),
    ndcg10: average(ndcg, 10),
  };
}

/** Between the questions that have an answer among the passages and those that have none. */
function separationOf(
  asked: readonly Asked[],
  threshold: number | undefined,
): Pick<Row, 'auroc' | 'answeredPresent' | 'answeredAbsent'> {
  const present = asked.filter(isAnswerable).map(confidence);
  const absent = asked.filter((one) => !isAnswerable(one)).map(confidence);
  const answered = (scores: readonly number[]) =>
    threshold === undefined || absent.length === 0
      ? null
      : rounded(4, mean(scores.map((score) => (score >= threshold ? 1 : 0))));
  return {
    auroc: rounded(4, auroc(present, absent)),
    answeredPresent: answered(present),
    answeredAbsent: answered(absent),
  };
}

function isAnswerable({ question }: Asked): boolean {
  return question.relevant.size > 0;
}

/** Of the first hit; below every score where nothing was found. */
function confidence({ answers }: Asked): number {
  return answers[0]?.score ?? Number.NEGATIVE_INFINITY;
}

function times(asked: readonly Asked[]): number[] {
  return asked.map(({ ms }) => ms);
}

/** Null where there was nothing to measure. */
function rounded(digits: number, value: number): number | null {
  return Number.isNaN(value) ? null : Number(value.toFixed(digits));
}
