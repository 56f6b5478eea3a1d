import type { ParsedQuestion } from '../question/parsed-question.ts';
import { share } from './overlap.ts';
import type { ParsedEntry } from './parsed-entry.ts';

/**
 * Whether the table itself says that the entry answers the question: it is one of the entry's own, word for word; it
 * asks for the attribute as the table says that people ask; or it asks only who or what something is.
 */
export function isOwnQuestion(question: ParsedQuestion, parsed: ParsedEntry): boolean {
  return parsed.wordings.has(question.wording) || defines(question, parsed) || isAskedAs(question, parsed);
}

function defines({ isDefinition, type, mentions }: ParsedQuestion, { isIdentity, subject }: ParsedEntry): boolean {
  const asksWhat = type === 'any' || type === 'person';
  return isDefinition && asksWhat && isIdentity && subject.length === 1 && subject[0]?.key === mentions[0]?.key;
}

/** "Who founded CELAC?" where the attribute is also called "who founded", and nothing else is said. */
function isAskedAs({ wording, mentions, keys }: ParsedQuestion, { askedAs, asked, subject }: ParsedEntry): boolean {
  if (share(subject, keys) < 1 || share(mentions, asked) < 1) return false;
  const words = new Set(wording.split(' '));
  return askedAs.some((name) => name.every((word) => words.has(word)));
}
