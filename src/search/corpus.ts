import { Aliases, markOf } from './aliases.ts';
import { analyse, sentenceOfTokens, type Token } from './analyse/analyse.ts';
import { normaliseWord } from './analyse/word.ts';
import { Uint32List } from './flat.ts';
import { CAPITAL, OVERLAY, SENTENCE } from './stream.ts';
import type { SearchDocument, Synonyms } from './types.ts';
import { Vocabulary } from './vocabulary.ts';
import { COMMON_ALIASES } from './words/aliases.ts';

/** Set in `fields` for a term of the title or the heading. */
export const IN_TITLE = 1;
export const IN_HEADING = 2;

/** The terms of a title or heading, analysed once however many passages share it. */
export type FieldTerms = readonly number[];

/** All passages in the form that searching reads; see stream.ts for an entry. */
export class Corpus {
  readonly documents: (SearchDocument | undefined)[] = [];
  readonly vocabulary: Vocabulary;
  readonly aliases: Aliases;
  /** All passages' entries, one after the other; passage d has those from offsets[d] up to offsets[d + 1]. */
  readonly entries: Uint32List;
  readonly offsets: Uint32List;
  readonly titles: FieldTerms[] = [];
  readonly headings: FieldTerms[] = [];
  readonly #fieldTerms = new Map<string, FieldTerms>();

  constructor(synonyms: readonly Synonyms[]) {
    this.vocabulary = new Vocabulary();
    this.aliases = new Aliases([...synonyms, ...COMMON_ALIASES]);
    this.entries = new Uint32List();
    this.offsets = new Uint32List();
    this.offsets.push(0);
  }

  /** Takes a passage in and gives its number. */
  add(document: SearchDocument): number {
    const number = this.documents.length;
    this.documents.push(document);
    this.titles.push(this.#field(document.title));
    this.headings.push(document.heading === undefined ? [] : this.#field(document.heading));
    const tokens = analyse(document.text);
    this.#write(tokens, sentenceOfTokens(tokens, document.text));
    this.offsets.push(this.entries.length);
    return number;
  }

  #write(tokens: readonly Token[], sentences: Int32Array): void {
    const names = this.aliases.find(tokens);
    let nextName = 0;
    for (let at = 0; at < tokens.length; at++) {
      const begins = at === 0 || sentences[at] !== sentences[at - 1];
      const overlays: number[] = [];
      for (; names[nextName]?.from === at; nextName++) {
        overlays.push(this.vocabulary.addTerm(markOf(names[nextName]?.group ?? 0)));
      }
      const [token, after] = [tokens[at] as Token, tokens[at + 1]];
      if (after?.hyphen === true && !token.stop) overlays.push(joinedTerm(this.vocabulary, token, after));
      this.#writeWord(token, overlays, begins);
    }
  }

  #writeWord(token: Token, overlays: readonly number[], begins: boolean): void {
    const capital = token.capital && !begins;
    let flag = begins ? SENTENCE : 0;
    for (const term of overlays) {
      this.#push(term, OVERLAY | flag, false);
      flag = 0;
    }
    this.#push(this.vocabulary.addWord(token.word, token.term), flag, capital);
  }

  #push(term: number, flags: number, capital: boolean): void {
    this.entries.push((term | flags | (capital ? CAPITAL : 0)) >>> 0);
    this.vocabulary.occurrences.add(term, 1);
    if (capital) this.vocabulary.capitals.add(term, 1);
  }

  #field(text: string): FieldTerms {
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

function joinedTerm(vocabulary: Vocabulary, left: Token, right: Token): number {
  const { word, term } = normaliseWord(left.word + right.word);
  return vocabulary.addWord(word, term);
}
