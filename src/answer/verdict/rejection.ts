import type { EntryHit } from '../candidates/entry-index.ts';
import { fitsType, saysMore } from '../candidates/entry-value.ts';
import { bestShare, share } from '../candidates/overlap.ts';
import type { ParsedEntry } from '../candidates/parsed-entry.ts';
import { areSwapped } from '../candidates/word-order.ts';
import type { ParsedQuestion } from '../question/parsed-question.ts';
import { namesOf } from '../question/text-parser.ts';
import type { FactEntry } from '../types.ts';

/** What rules an entry out whatever else fits. */
export type RejectionReason = 'number' | 'name' | 'roles' | 'kind' | 'degree' | 'mostly foreign' | 'nothing new';

/** What an entry must hold, with its passages, of what a question mentions, counted; or else of its weight. */
const MIN_SHARE = 0.34;
const MIN_COVERAGE = 0.5;

/**
 * The first thing that rules an entry out as an answer; undefined where nothing does: a number or a name of the
 * question that neither it nor its passages hold, names that change places, a superlative that they lack, a figure or a person asked for and none in the value, most of the
 * question strange to it, or a value that the question states itself.
 */
export function rejectionOf(
  question: ParsedQuestion,
  { entry, hit }: EntryHit,
  parsed: ParsedEntry,
): RejectionReason | undefined {
  const foreign = question.mentions.find(
    ({ key, kind, isCount }) => kind !== 'word' && !isCount && !parsed.supported.has(key),
  );
  if (foreign?.kind === 'number') return 'number';
  if (foreign?.kind === 'name') return 'name';
  if (areSwapped(question.order, parsed.roles)) return 'roles';
  if (question.superlatives.some((key) => !parsed.asked.has(key) && !parsed.supported.has(key))) return 'degree';
  if (isAnotherKind(question, entry, parsed)) return 'kind';
  if (question.asksForPerson && parsed.persons.size === 0) return 'kind';
  if (share(question.mentions, parsed.supported) < MIN_SHARE && hit.coverage < MIN_COVERAGE) return 'mostly foreign';
  if (!question.isKeywords && !saysMore(parsed.value, question)) return 'nothing new';
  return undefined;
}

/** The names and numbers of the question that neither the entry nor its passages hold, as they are called in the terms. */
export function foreignTo({ supported }: ParsedEntry, { mentions }: ParsedQuestion): string[] {
  return namesOf(mentions.filter(({ key, kind }) => kind !== 'word' && !supported.has(key)));
}

/** A value that is not of the kind asked for. An as-of date may stand for one where the attribute itself is asked about. */
function isAnotherKind({ type, asksWhy, keys }: ParsedQuestion, entry: FactEntry, parsed: ParsedEntry): boolean {
  if (asksWhy) return parsed.value.isFigure;
  if ((type !== 'date' && type !== 'number') || fitsType(parsed.value, type)) return false;
  const asOf = type === 'date' && entry.asOf !== undefined && bestShare(parsed.attributes, keys) >= 0.5;
  return !asOf;
}
