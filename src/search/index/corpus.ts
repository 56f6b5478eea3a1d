import { type Analyser, analyserOf } from '../../text/analyser.ts';
import type { Language } from '../../text/language.ts';
import { languageOf } from '../../text/languages/index.ts';
import { proseShare } from '../../text/prose.ts';
import { sentenceOfTokens } from '../../text/sentences.ts';
import type { Token } from '../../text/token.ts';
import type { SearchDocument, Synonyms } from '../types.ts';
import { Aliases, type AliasMatch, markOf } from './aliases.ts';
import { Uint32List } from './flat.ts';
import { RelatedTerms } from './related.ts';
import { CAPITAL, entryOf, OVERLAY, placeOf, SENTENCE } from './stream.ts';
import { Vocabulary } from './vocabulary.ts';

/** The terms of a title or heading, analysed once however many passages share it. */
export type FieldTerms = readonly number[];

/** What packing reads of a corpus. */
export type Rows = Pick<Corpus, 'documents' | 'vocabulary' | 'entries' | 'offsets' | 'titles' | 'headings'>;

/** All passages in the form that searching reads; see stream.ts for an entry. */
export class Corpus {
  /** Removed ones leave a hole, so that numbers stay what they are. */
  readonly documents: (SearchDocument | undefined)[] = [];
  readonly synonyms: readonly Synonyms[];
  readonly analyser: Analyser;
  readonly vocabulary: Vocabulary;
  readonly aliases: Aliases;
  readonly related: RelatedTerms;
  /** All passages' entries, one after the other; passage d has those from offsets[d] up to offsets[d + 1]. */
  readonly entries = new Uint32List();
  readonly offsets = new Uint32List();
  /** For each entry where its word stands in the text; read them with beginOf and widthOf of stream.ts. */
  readonly places = new Uint32List();
  readonly titles: FieldTerms[] = [];
  readonly headings: FieldTerms[] = [];
  readonly #fieldTerms = new Map<string, FieldTerms>();

  /** Each document's number. */
  readonly #numbers = new Map<string, number>();
  #removed = 0;
  readonly #otherLanguages = new Set<Language>();
  #isOwnUsed = false;
  readonly #prose: number[] = [];

  constructor(analyser: Analyser, synonyms: readonly Synonyms[]) {
    const { language } = analyser;
    this.analyser = analyserOf(language);
    this.synonyms = synonyms;
    this.vocabulary = new Vocabulary(language);
    this.related = new RelatedTerms(this.vocabulary, this.analyser);
    this.aliases = new Aliases([...synonyms, ...language.aliases], analyser.analyse);
  }

  /** The other languages that some document is, or was, in. */
  get otherLanguages(): ReadonlySet<Language> {
    return this.#otherLanguages;
  }

  /** The languages that a question may be asked in: those of the documents, the index's own first, and alone where there are none. */
  get languages(): readonly Language[] {
    const own = this.#isOwnUsed || this.#otherLanguages.size === 0 ? [this.analyser.language] : [];
    return [...own, ...this.#otherLanguages];
  }

  /** What reads a document. */
  analyserFor({ language }: Pick<SearchDocument, 'language'>): Analyser {
    return language === undefined ? this.analyser : analyserOf(languageOf(language));
  }

  /** How far a document is prose; see `proseShare`. */
  prose(number: number): number {
    const known = this.#prose[number];
    if (known !== undefined) return known;
    const { text = '', isProse = true } = this.documents[number] ?? {};
    const share = isProse ? proseShare(text) : 0;
    this.#prose[number] = share;
    return share;
  }

  /** How many documents left a hole. */
  get removed(): number {
    return this.#removed;
  }

  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  /** Leaves a hole where a document was. */
  remove(number: number): void {
    this.#numbers.delete(this.documents[number]?.id ?? '');
    this.documents[number] = undefined;
    this.#removed++;
  }

  /** Adds the terms of a title or heading of a saved corpus, ahead of the documents that have it. */
  restoreField(text: string, terms: FieldTerms): void {
    this.#fieldTerms.set(text, terms);
  }

  /** Takes in the next document of a saved corpus, or hole; its row is appended to the lists above. */
  restore(document: SearchDocument | undefined): void {
    this.#enter(document, this.analyser);
    if (document === undefined) this.#removed++;
  }

  #enter(document: SearchDocument | undefined, analyser: Analyser): void {
    if (document !== undefined) this.#numbers.set(document.id, this.documents.length);
    if (document?.language !== undefined) this.#otherLanguages.add(languageOf(document.language));
    else if (document !== undefined) this.#isOwnUsed = true;
    this.documents.push(document);
    const written = document?.language === undefined ? analyser : this.analyserFor(document);
    this.titles.push(document === undefined ? [] : this.#field(document.title, written));
    this.headings.push(document?.heading === undefined ? [] : this.#field(document.heading, written));
  }

  /** Takes a passage in and gives its number. */
  add(document: SearchDocument, analyser = this.analyser): number {
    const number = this.documents.length;
    if (number === 0) this.offsets.push(0);
    this.#enter(document, analyser);
    const { analyse, language } = document.language === undefined ? analyser : this.analyserFor(document);
    const tokens = analyse(document.text);
    this.#write(tokens, sentenceOfTokens(tokens, document.text, language), language);
    this.offsets.push(this.entries.length);
    return number;
  }

  #write(tokens: readonly Token[], sentences: Int32Array, language: Language): void {
    const names = this.aliases.find(tokens);
    let nextName = 0;
    for (let at = 0; at < tokens.length; at++) {
      const [token, after] = [tokens[at] as Token, tokens[at + 1]];
      let flag = at === 0 || sentences[at] !== sentences[at - 1] ? SENTENCE : 0;
      const capital = token.capital && flag === 0 ? CAPITAL : 0;
      for (; names[nextName]?.from === at; nextName++) {
        const { group, to } = names[nextName] as AliasMatch;
        const place = placeOf(token.start, (tokens[to - 1] as Token).end);
        this.#push(this.vocabulary.addTerm(markOf(group)), language, OVERLAY | flag, place);
        flag = 0;
      }
      if (after?.hyphen === true && !token.stop) {
        this.#push(this.#joinedTerm(token, after), language, OVERLAY | flag, placeOf(token.start, after.end));
        flag = 0;
      }
      const term = this.vocabulary.addWord(token.word, token.term);
      this.#push(term, language, flag | capital, placeOf(token.start, token.end));
    }
  }

  #push(term: number, language: Language, flags: number, place: number): void {
    this.entries.push(entryOf(term, this.vocabulary.kindIn(term, language), flags));
    this.places.push(place);
    this.vocabulary.note(term, (flags & CAPITAL) !== 0);
  }

  #joinedTerm(left: Token, right: Token): number {
    const { word, term } = this.analyser.normalise(left.word + right.word);
    return this.vocabulary.addWord(word, term);
  }

  #field(text: string, { analyse }: Analyser): FieldTerms {
    const known = this.#fieldTerms.get(text);
    if (known !== undefined) return known;
    const tokens = analyse(text);
    const terms = tokens.filter((token) => !token.stop).map((token) => this.vocabulary.addWord(token.word, token.term));
    for (const name of this.aliases.find(tokens)) terms.push(this.vocabulary.addTerm(markOf(name.group)));
    const distinct = [...new Set(terms)];
    this.#fieldTerms.set(text, distinct);
    return distinct;
  }
}
