import type { Problem } from '../material/problems.ts';
import { LIMITS } from './limits.ts';
import type { IntakeProblem, ReadFailure } from './types.ts';

/** Thrown by a reader, in the child alone, where a file cannot be read: the deepest function knows why. */
export class Unreadable extends Error {
  readonly problem: IntakeProblem;
  readonly details: readonly Problem[];

  constructor(problem: IntakeProblem, details: readonly Problem[] = []) {
    super(problem);
    this.problem = problem;
    this.details = details;
  }
}

/** A failure with as many details as somebody can read, and how many more there are. */
export function failure(problem: IntakeProblem, details: readonly Problem[] = []): ReadFailure {
  if (details.length === 0) return { ok: false, problem };
  const shown = details.slice(0, LIMITS.details).map(shortened);
  const more = details.length - shown.length;
  return { ok: false, problem, details: shown, ...(more === 0 ? {} : { more }) };
}

/** A cell of a table may be as long as the table. */
function shortened({ values, ...detail }: Problem): Problem {
  if (values === undefined) return detail;
  const short = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.slice(0, LIMITS.detailLength) : value,
  ]);
  return { ...detail, values: Object.fromEntries(short) };
}

/** What an error that a reader threw means to whoever brought the file. */
export function failureOf(error: unknown): ReadFailure {
  if (error instanceof Unreadable) return failure(error.problem, error.details);
  if (!(error instanceof RangeError)) return failure('damaged');
  return failure(/call stack/i.test(error.message) ? 'tooDeep' : 'tooMuchMemory');
}
