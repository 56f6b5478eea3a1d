import type { z } from 'zod';
import { type Place, type Problem, REASONS, type Reason } from './problems.ts';

/** Gives a part of a schema the reason for which it refuses a value. */
export const because = (reason: Reason): { error: Reason } => ({ error: reason });

/** How values are checked, so that an issue tells whether one was there at all. */
export const WITH_INPUT = { reportInput: true } as const;

/** What a schema found wrong at a place. Where it names no reason, the kind of the issue is one. */
export function problemOf(issue: z.core.$ZodIssue, place: Place): Problem {
  const named = REASONS.find((reason) => reason === issue.message);
  return { ...place, ...valuesOf(issue), reason: named ?? reasonOf(issue) };
}

function reasonOf(issue: z.core.$ZodIssue): Reason {
  if (issue.code === 'too_small') return 'empty';
  if (issue.code === 'too_big' && issue.origin === 'string') return 'tooLong';
  if (issue.code === 'invalid_value') return 'oneOf';
  if (issue.code === 'unrecognized_keys') return 'unknownFields';
  return issue.input === undefined ? 'missing' : 'unfit';
}

function valuesOf(issue: z.core.$ZodIssue): Pick<Problem, 'values'> {
  if (issue.code === 'too_big') return { values: { most: Number(issue.maximum) } };
  if (issue.code === 'invalid_value') return { values: { options: issue.values.join(', ') } };
  if (issue.code === 'unrecognized_keys') return { values: { fields: issue.keys.join(', ') } };
  return {};
}

/** The field that an issue is of. */
export const fieldOf = ({ path }: z.core.$ZodIssue): { field?: string } =>
  path.length === 0 ? {} : { field: path.join('.') };
