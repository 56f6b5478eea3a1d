import { atOnce, type Steps } from '../../slices.ts';
import { fold } from '../../text/fold.ts';
import type { Language } from '../../text/language.ts';
import { proseShare } from '../../text/prose.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { Statement, StatementKind } from '../../text/statement.ts';
import { factId } from '../facts.ts';
import type { Fact, Passage } from '../types.ts';
import { glossaryEntry } from './glossary.ts';

/** A fact that rules read from a passage: nobody has checked it. */
export interface DraftedFact {
  readonly kind: StatementKind | 'glossary';
  /** Word for word what it was read from. */
  readonly sentence: string;
  readonly fact: Fact;
}

/** Longer cells are not allowed in a table of facts, in UTF-16 units. */
const MAX_CELL = 300;
const PROSE = 0.5;

/**
 * The facts that passages state plainly: definitions, dated events, quantities, people's posts, acronyms, counted lists
 * and lines of a glossary, in their order. Each subject and attribute once: of several drafts of it, a glossary's, or else
 * the first; none of a sentence that defines a term which a glossary has in another form. Rules prefer to pass over a fact
 * to drafting what is none.
 */
export function draftFacts(passages: readonly Passage[], language: Language): readonly DraftedFact[] {
  return atOnce(draftingFacts(passages, language));
}

/** The same step by step. */
export function* draftingFacts(passages: readonly Passage[], language: Language): Steps<readonly DraftedFact[]> {
  const text = passages.map((passage) => passage.text).join('\n');
  const kept = new Map<string, DraftedFact>();
  for (const passage of passages) {
    for (const draft of draftsOf(passage, language, text)) {
      const key = `${draft.fact.subject}\n${draft.fact.attribute}\n${draft.fact.asOf ?? ''}`.toLowerCase();
      const former = kept.get(key);
      if (former === undefined || (former.kind !== 'glossary' && draft.kind === 'glossary')) kept.set(key, draft);
    }
    yield;
  }
  const drafts = [...kept.values()];
  const listed = new Set(drafts.filter(({ kind }) => kind === 'glossary').map(formOf));
  return drafts.filter((draft) => draft.kind !== 'definition' || !listed.has(formOf(draft)));

  function formOf({ fact }: DraftedFact): string {
    return fact.subject
      .split(/\s+/)
      .map((word) => language.stem(fold(word)))
      .join(' ');
  }
}

/** `text`: that of all passages. */
function draftsOf(passage: Passage, language: Language, text: string): DraftedFact[] {
  const entry = passage.role === undefined ? glossaryEntry(passage) : undefined;
  if (entry) {
    const statement = asWritten({ subject: entry.term, value: entry.definition }, language, text);
    return fits(statement) ? [draft(passage, 'glossary', passage.text, statement)] : [];
  }
  if (passage.role !== undefined || (passage.form !== undefined && passage.form !== 'list')) return [];
  const texts = piecesOf(passage).filter((text) => proseShare(text) >= PROSE);
  const sentences = texts.flatMap((text) => splitSentences(text, language).map(([from, to]) => text.slice(from, to)));
  return sentences.flatMap((sentence) => {
    const statements = language.statements.statementsIn(sentence).filter(fits);
    return statements
      .map((statement) => (statement.kind === 'definition' ? asWritten(statement, language, text) : statement))
      .map((statement) => draft(passage, statement.kind, sentence, statement));
  });
}

/** Each item of a list speaks for itself: notes are often written so. */
function piecesOf({ form, text }: Passage): string[] {
  return form === 'list' ? [text, ...text.split('\n').map((line) => line.replace(/^\s*[•*–-]\s+/, ''))] : [text];
}

/** A term has a capital at the beginning of a sentence or a line only, where it stands without one elsewhere. */
function asWritten(
  { subject, value }: Pick<Statement, 'subject' | 'value'>,
  { statements }: Language,
  text: string,
): Statement {
  const small = subject.charAt(0).toLowerCase() + subject.slice(1);
  return statements.define(small !== subject && text.includes(` ${small}`) ? small : subject, value, text);
}

const fits = ({ subject, attribute, value }: Statement): boolean =>
  [subject, attribute, value].every((cell) => cell !== '' && cell.length <= MAX_CELL);

function draft(
  { id, source }: Passage,
  kind: DraftedFact['kind'],
  sentence: string,
  statement: Statement,
): DraftedFact {
  const { subject, attribute, value, unit, asOf, questions } = statement;
  const [question, ...otherQuestions] = questions;
  const row = {
    subject,
    attribute,
    value,
    ...(unit === undefined ? {} : { unit }),
    ...(asOf === undefined ? {} : { asOf }),
    passages: [id],
  };
  const asked = question === undefined ? {} : { question };
  return { kind, sentence, fact: { id: factId(row), ...row, otherNames: [], ...asked, otherQuestions, source } };
}
