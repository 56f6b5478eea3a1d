import type { ParsedQuestion } from '../question/parsed-question.ts';
import type { FactEntry } from '../types.ts';
import { share } from './overlap.ts';
import type { ParsedEntry } from './parsed-entry.ts';

/** Finds all entries whose own question it is; see `isOwnQuestion`. */
export type OwnQuestions = (question: ParsedQuestion) => FactEntry[];

/** By their wordings, and by the first word of their subjects, which their own questions hold. */
export function indexOwnQuestions(entries: ReadonlyMap<FactEntry, ParsedEntry>): OwnQuestions {
  const byWording = new Map<string, FactEntry[]>();
  const bySubject = new Map<string, FactEntry[]>();
  for (const [entry, { wordings, subject }] of entries) {
    for (const wording of wordings) byWording.set(wording, [...(byWording.get(wording) ?? []), entry]);
    const [first] = subject;
    if (first) bySubject.set(first.key, [...(bySubject.get(first.key) ?? []), entry]);
  }
  return (question) => {
    const found = [
      ...(byWording.get(question.wording) ?? []),
      ...[...question.keys].flatMap((key) => bySubject.get(key) ?? []),
    ];
    return [...new Set(found)].filter((entry) => {
      const parsed = entries.get(entry);
      return parsed !== undefined && isOwnQuestion(question, parsed);
    });
  };
}

/**
 * Whether the table itself says that the entry answers the question: it is one of the entry's own, word for word; it
 * asks for the attribute as the table says that people ask; or it asks only who or what something is.
 */
function isOwnQuestion(question: ParsedQuestion, parsed: ParsedEntry): boolean {
  return parsed.wordings.has(question.wording) || defines(question, parsed) || isAskedAs(question, parsed);
}

function defines({ isDefinition, type, mentions }: ParsedQuestion, { isIdentity, subject }: ParsedEntry): boolean {
  const asksWhat = type === 'any' || type === 'person';
  return isDefinition && asksWhat && isIdentity && subject.length === 1 && subject[0]?.key === mentions[0]?.key;
}

/** "Who founded CELAC?" where the attribute is also called "who founded", and nothing else is said. */
function isAskedAs({ wording, mentions, keys }: ParsedQuestion, { askedAs, asked, subject }: ParsedEntry): boolean {
  if (askedAs.length === 0 || share(subject, keys) < 1 || share(mentions, asked) < 1) return false;
  const words = new Set(wording.split(' '));
  return askedAs.some((name) => name.every((word) => words.has(word)));
}
