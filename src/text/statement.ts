/** What a sentence states of a subject in so plain a form that a rule can read it. */
export interface Statement {
  readonly kind: StatementKind;
  readonly subject: string;
  readonly attribute: string;
  readonly value: string;
  readonly unit?: string;
  /** As in the sentence: "2010". */
  readonly asOf?: string;
  /** How people ask for it, the one to show first. */
  readonly questions: readonly string[];
}

export const STATEMENT_KINDS = ['definition', 'event', 'quantity', 'person', 'acronym', 'list'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** How a language states facts. Rules refuse what they are not sure of. */
export interface StatementGrammar {
  statementsIn(sentence: string): readonly Statement[];
  /** Whether a sentence is whole, states something without a hedge, and points at no other sentence. */
  standsAlone(sentence: string): boolean;
  /** Whether a sentence begins with what only the one before it tells: "It …", "His …". */
  goesOn(sentence: string): boolean;
  /** The statement of a term that is defined in a glossary; `text`: where it stands, which shows how the term is used. */
  define(term: string, definition: string, text?: string): Statement;
}
