import type { EntryHit } from './entry-index.ts';
import type { EntryReading } from './entry-reading.ts';
import type { QuestionReading } from './question-reading.ts';
import { namesOf } from './reading.ts';
import { areSwapped } from './roles.ts';
import { bestShare, share } from './shares.ts';
import type { FactEntry } from './types.ts';
import { fitsType, isFigure, saysMore } from './value-kind.ts';

/** What rules an entry out whatever else fits. */
export type Obstacle = 'number' | 'name' | 'roles' | 'kind' | 'mostly foreign' | 'nothing new';

/** What an entry must hold, with its passages, of what a question mentions, counted; or else of its weight. */
const LEAST_SHARE = 0.34;
const LEAST_COVERAGE = 0.5;

/**
 * The first thing that rules an entry out as an answer; undefined where nothing does: a number or a name of the
 * question that neither it nor its passages hold, names that change places, a figure or a person asked for and none in the value, most of the
 * question strange to it, or a value that the question states itself.
 */
export function obstacleTo(
  question: QuestionReading,
  { entry, hit }: EntryHit,
  reading: EntryReading,
): Obstacle | undefined {
  const foreign = question.mentions.find(
    ({ key, kind, isCount }) => kind !== 'word' && !isCount && !reading.borneOut.has(key),
  );
  if (foreign?.kind === 'number') return 'number';
  if (foreign?.kind === 'name') return 'name';
  if (areSwapped(question.mentions, reading.roles)) return 'roles';
  if (isAnotherKind(question, entry, reading)) return 'kind';
  if (question.asksForPerson && reading.persons.size === 0) return 'kind';
  if (share(question.mentions, reading.borneOut) < LEAST_SHARE && hit.coverage < LEAST_COVERAGE)
    return 'mostly foreign';
  if (!question.isKeywords && !saysMore(entry, question)) return 'nothing new';
  return undefined;
}

/** The names and numbers of the question that neither the entry nor its passages hold, as they are called in the terms. */
export function foreignTo({ borneOut }: EntryReading, { mentions }: QuestionReading): string[] {
  return namesOf(mentions.filter(({ key, kind }) => kind !== 'word' && !borneOut.has(key)));
}

const ASKS_WHY = /\bwhy\b/i;

/** A value that is not of the kind asked for. An as-of date may stand for one where the attribute itself is asked about. */
function isAnotherKind({ type, text, keys }: QuestionReading, entry: FactEntry, reading: EntryReading): boolean {
  if (ASKS_WHY.test(text)) return isFigure(entry);
  if ((type !== 'date' && type !== 'number') || fitsType(entry, type)) return false;
  const asOf = type === 'date' && entry.asOf !== undefined && bestShare(reading.attributes, keys) >= 0.5;
  return !asOf;
}
