import type { Language } from '../../text/language.ts';
import { isNumberTerm, isYearTerm } from '../../text/number.ts';
import { Uint32List } from './flat.ts';
import { MONTH, NEGATION, NUMBER, STOP, YEAR } from './stream.ts';

function kindOf(term: string, language: Language): number {
  return formOf(term, language) | (language.negations.has(term) ? NEGATION : 0);
}

function formOf(term: string, { stopWords, months }: Language): number {
  if (stopWords.has(term)) return STOP;
  if (isYearTerm(term)) return NUMBER | YEAR;
  if (isNumberTerm(term)) return NUMBER;
  return months.has(term) ? MONTH : 0;
}

/**
 * The distinct words of the material and the terms (stems) that they are indexed under, numbered from 0 in order of
 * first sight. Words are what spelling is compared with; terms are what postings are kept for.
 */
export class Vocabulary {
  readonly #words = new Map<string, number>();
  readonly #wordList: string[] = [];
  readonly #terms = new Map<string, number>();
  readonly #termList: string[] = [];
  /** For each word the term that it belongs to. */
  readonly wordTerm = new Uint32List();
  /** For each term the number of its occurrences, and of those that are written with a capital inside a sentence. */
  readonly occurrences = new Uint32List();
  readonly capitals = new Uint32List();
  /** For each term its kind in the index's language; see the bits in stream.ts. */
  readonly kinds = new Uint32List();
  #seen = 0;
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  /** Takes in the next term or word of a saved vocabulary; what belongs to them is appended to the lists above. */
  restoreTerm(term: string): void {
    this.#terms.set(term, this.#termList.length);
    this.#termList.push(term);
  }

  restoreWord(word: string): void {
    this.#words.set(word, this.#wordList.length);
    this.#wordList.push(word);
  }

  get words(): readonly string[] {
    return this.#wordList;
  }

  get terms(): readonly string[] {
    return this.#termList;
  }

  termId(term: string): number | undefined {
    return this.#terms.get(term);
  }

  wordId(word: string): number | undefined {
    return this.#words.get(word);
  }

  /** The id of a term, given one where it is new. */
  addTerm(term: string): number {
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    const id = this.#termList.length;
    this.#terms.set(term, id);
    this.#termList.push(term);
    this.occurrences.push(0);
    this.capitals.push(0);
    this.kinds.push(kindOf(term, this.#language));
    return id;
  }

  /** What a term is in a text in some language: "mai" is a month in German, "no" denies in Spanish. */
  kindIn(term: number, language: Language): number {
    return language === this.#language ? this.kinds.at(term) : kindOf(this.#termList[term] as string, language);
  }

  /** Notes one occurrence of a word and gives the id of its term. */
  addWord(word: string, term: string): number {
    const known = this.#words.get(word);
    if (known !== undefined && this.#termList[this.wordTerm.at(known)] === term) return this.wordTerm.at(known);
    const termId = this.addTerm(term);
    if (known === undefined) {
      this.#words.set(word, this.#wordList.length);
      this.#wordList.push(word);
      this.wordTerm.push(termId);
    }
    return termId;
  }

  /** Counts an occurrence of a term in a passage's text. */
  note(term: number, capital: boolean): void {
    this.#seen++;
    this.occurrences.add(term, 1);
    if (capital) this.capitals.add(term, 1);
  }

  /** How many occurrences were noted: what was worked out from the vocabulary holds until this changes. */
  get seen(): number {
    return this.#seen;
  }

  /** Whether a term is a name: nearly always written with a capital. Where it begins a sentence, the capital tells nothing. */
  isName(term: number): boolean {
    const seen = this.occurrences.at(term);
    return seen > 0 && this.capitals.at(term) > 0.7 * seen;
  }
}
