import { LIMITS } from './limits.ts';
import type { IntakeProblem, ReadFailure } from './types.ts';

/** Thrown by a reader, in the child alone, where a file cannot be read: the deepest function knows why. */
export class Unreadable extends Error {
  readonly problem: IntakeProblem;
  readonly details: readonly string[];

  constructor(problem: IntakeProblem, details: readonly string[] = []) {
    super(problem);
    this.problem = problem;
    this.details = details;
  }
}

/** A failure with as many details as somebody can read; the last line counts the others. */
export function failure(problem: IntakeProblem, details: readonly string[] = []): ReadFailure {
  if (details.length === 0) return { ok: false, problem };
  const shown = details.slice(0, LIMITS.details).map((line) => line.slice(0, LIMITS.detailLength));
  const more = details.length - shown.length;
  return { ok: false, problem, details: more === 0 ? shown : [...shown, `and ${more} more`] };
}

/** What an error that a reader threw means to whoever brought the file. */
export function failureOf(error: unknown): ReadFailure {
  if (error instanceof Unreadable) return failure(error.problem, error.details);
  if (!(error instanceof RangeError)) return failure('damaged');
  return failure(/call stack/i.test(error.message) ? 'tooDeep' : 'tooMuchMemory');
}
