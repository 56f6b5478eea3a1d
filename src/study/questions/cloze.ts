import { BLANK } from './gaps.ts';
import { givenAway } from './likeness.ts';
import type { QuizEntry } from './pool.ts';

/** Words of one stem that are no forms of one word: a blank for "political" is not to be filled with "politics". */
const DERIVED = /(?:al|ic|ly|ous|ist|ism)$/i;
const MAX_PROMPT = 300;

/**
 * "_____: the study of …", the term and its inflections left out; undefined where what is left still has a word of
 * the term, or of its root.
 */
export function blankOut({ entry, value = '', stemsOf }: QuizEntry): string | undefined {
  const words = entry.subject.split(/\s+/);
  const last = words.at(-1) ?? '';
  const root = escaped(last.length > 4 ? last.replace(/(?:ies|es|s|y)$/i, '') : last);
  const before = words.slice(0, -1).map((word) => `${escaped(word)}\\s+`);
  const term = new RegExp(`(?<!\\p{L})${before.join('')}${root}\\p{L}{0,4}(?!\\p{L})`, 'giu');
  const named = stemsOf(entry.subject);
  const isTerm = (found: string) =>
    DERIVED.exec(found)?.[0] === DERIVED.exec(entry.subject)?.[0] && stemsOf(found).join(' ') === named.join(' ');
  const definition = value.replace(term, (found) => (isTerm(found) ? BLANK : found));
  const prompt = `${BLANK}: ${definition}`;
  const isTold = givenAway(named, new Set(stemsOf(definition))).length > 0;
  return isTold || prompt.length > MAX_PROMPT ? undefined : prompt;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
