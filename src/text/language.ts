import type { DecimalSign } from './number.ts';
import type { StatementGrammar } from './statement.ts';
import type { Token } from './token.ts';
import type { WordVectors } from './word-vectors.ts';

/** What kind of thing a question asks for, as far as its wording tells. */
export type AnswerType = 'date' | 'number' | 'person' | 'place' | 'name' | 'any';

/** A term near in meaning to another. `strength` 0.2 to 0.9: how often the one is said where the other is meant. */
export interface Synonym {
  readonly term: string;
  readonly strength: number;
}

/**
 * All that reading, searching and answering know of one language. A language overrides what it has of `neutral`, which
 * serves every language; see neutral.ts. Words are folded (see fold.ts), terms are what `stem` makes of them.
 */
export interface Language {
  /** BCP 47, "und" for the neutral one. An index keeps it: one that was made in another language is made anew. */
  readonly code: string;
  /** Words that carry a sentence's grammar and not its matter: never searched for, kept for positions. */
  readonly stopWords: ReadonlySet<string>;
  /** Its commonest words, by which a text is known to be in it: stop words, where there are any. */
  readonly commonWords: ReadonlySet<string>;
  /** Words that people put around a question and that say nothing of it ("pls", "idk"): of weight where the material has them. */
  readonly fillers: ReadonlySet<string>;
  /** The word of grammar that a folded word is a slip of the fingers for ("waht"); undefined where it is none. */
  slipOf(word: string): string | undefined;
  /** Its words change in ways that `stem` does not know: what forms have in common are runs of letters anywhere in them. */
  readonly hasUnknownForms: boolean;
  /** What a word is indexed under. */
  stem(word: string): string;
  readonly decimalSign: DecimalSign;
  /** The terms of digits that letters hang on ("19th", "16bn"); undefined where that is no number. */
  suffixedNumber(digits: string, suffix: string, money: boolean): readonly string[] | undefined;
  /** Spelt-out numbers in figures. May return the tokens that it was given. */
  composeNumbers(tokens: Token[]): Token[];
  /** Words whose full stop ends no sentence, lower case; single letters and dotted ones need not be told. */
  readonly abbreviations: ReadonlySet<string>;
  /** As `abbreviations`, but only ahead of a number, since they are words as well: "Art. 5". */
  readonly abbreviationsOfNumbers: ReadonlySet<string>;
  /** Words before which a full stop makes a number an ordinal, lower case: "1. April". */
  readonly afterOrdinals: ReadonlySet<string>;
  /** Terms that are common in the language at large and tell little, however rare they are in a small collection. */
  readonly lightTerms: ReadonlySet<string>;
  /** All nouns are written with a capital, so that it tells no names. */
  readonly capitalisesNouns: boolean;
  /** Terms that deny what a sentence would say without them. */
  readonly negations: ReadonlySet<string>;
  /**
   * Terms beside which two names may stand either way round and the same is said: "met", "by", "with". None where the order of
   * words does not tell who does what to whom.
   */
  readonly eitherWay: ReadonlySet<string>;
  /** Terms that say the contrary of a term. */
  oppositesOf(term: string): ReadonlySet<string>;
  /** Words that single one out of many: "largest", "last". */
  readonly superlatives: ReadonlySet<string>;
  /** Names of months, as terms. */
  readonly months: ReadonlySet<string>;
  /** Names that every collection may use for the same thing, as they are written. */
  readonly aliases: readonly (readonly string[])[];
  /** Words that mean nearly the same in each group: a place, its people and its language. As they are written. */
  readonly relatives: readonly (readonly string[])[];
  /** Whether `synonymsOf` has most of its words, so that a word that it lacks is likely a slip. */
  readonly hasThesaurus: boolean;
  /** The set phrases that have synonyms, their terms joined by "_": "carri_out". */
  readonly phrases: ReadonlySet<string>;
  /** Terms of nearly the same meaning, best first. `key`: a term or a phrase. */
  synonymsOf(key: string): readonly Synonym[];
  /** Vectors of its common words; undefined where there are none. */
  wordVectors(): WordVectors | undefined;
  /** Words of which a value that is a date has one, and those of an amount, beside years and figures. */
  readonly dateWords: ReadonlySet<string>;
  readonly quantityWords: ReadonlySet<string>;
  /** Terms of which a passage has one that says when, beside years and months: days, seasons, units of time. */
  readonly timeTerms: ReadonlySet<string>;
  /** Terms behind which a small number may be a year: "in 843". */
  readonly beforeYears: ReadonlySet<string>;
  /** Terms of which a passage has one that says how many, beside figures. */
  readonly quantityTerms: ReadonlySet<string>;
  /** Small numbers in words, which often only count along: "the two sides". */
  readonly countWords: ReadonlySet<string>;
  /**
   * How plainly a text defines the term that stands at [start, end): 0 where it only mentions it, 1 where a sentence
   * says what it is. Glossary lines are known in every language.
   */
  definitionStrength(text: string, start: number, end: number): number;
  readonly questions: QuestionGrammar;
  readonly statements: StatementGrammar;
}

/** What a question wants to be told: a kind of thing, a reason, or yes or no. */
export type QuestionKind = AnswerType | 'reason' | 'yes or no';

/** How a language asks. `text` is the question as it was typed, `tokens` are its words. */
/**
 * What a message asks for that no passage says: what a work is about, where works disagree, which works there are, how this
 * is used; or it goes on from an earlier question.
 */
export type Request = 'overview' | 'disagreements' | 'sources' | 'help' | 'follow-up';

/** A part of a question, and the name in it: the place of its first word, and the one behind its last. */
export interface Clause {
  readonly phrase: readonly [from: number, to: number];
  readonly name: readonly [from: number, to: number];
}

export interface QuestionGrammar {
  /** The kind of thing that the wording asks for. */
  typeOf(tokens: readonly Token[]): AnswerType;
  /** The terms of the units of which a measure that is asked for has one ("how long"); empty where none is. */
  unitsOf(tokens: readonly Token[]): ReadonlySet<string>;
  /** Whether the word at a place only names the kind of answer: "year" in "what year". */
  isTypeNoun(tokens: readonly Token[], position: number): boolean;
  kindOf(text: string, tokens: readonly Token[]): QuestionKind;
  /** The word that asks with the informative one behind it; undefined where none asks. */
  pairOf(tokens: readonly Token[]): string | undefined;
  asksWhy(text: string): boolean;
  /** By yes or no it is answered. */
  asksWhether(text: string): boolean;
  /** Only somebody's name answers it. */
  asksForPerson(text: string): boolean;
  /** It begins with a word that asks, as some names of attributes do ("who founded"). */
  asks(text: string): boolean;
  /** It asks only who or what something is, as some names of attributes do ("what is it"). */
  asksForIdentity(text: string): boolean;
  /** It asks what its informative words, taken together, are: "What is X?", "define X", "X" alone. */
  asksForDefinition(tokens: readonly Token[]): boolean;
  /** The places of words that say how the answer should be told, and nothing of its matter: "define …", "… in simple words". */
  framing(tokens: readonly Token[]): ReadonlySet<number>;
  /** Of a question's words, folded, the places of those that only ask what the material says: "what does the text say about …". */
  preamble(words: readonly string[]): ReadonlySet<number>;
  /** What a whole message asks for: folded words with one space between them, the names of works as "§", of their authors as "¤". */
  requestOf(text: string): Request | undefined;
  /** Whether these words, written in the same way, are what a work or all of them may be called: "the § article". */
  callsWork(text: string): boolean;
  /** Where folded words say whose account is wanted: "according to …", "what does … say about". */
  accountIn(words: readonly string[]): Clause | undefined;
  /** The questions that one sentence joins, as questions of their own; none where it asks one. */
  splitSentence(text: string): readonly string[];
  /** Of what is to be compared or told apart, a question for each; none where nothing is. */
  compared(text: string): readonly string[];
  /** The question with its pronoun replaced by a name; as it is where it has none. */
  withName(question: string, name: string): string;
  /** Words thrown in ("peru helicopters") rather than a sentence that asks. */
  isKeywords(text: string): boolean;
}
