import { quantityTerms } from '../../number.ts';
import type { Token } from '../../token.ts';
import { cardinal, NUMBER_WORDS, ordinal, ordinalTerm, smallScale } from './numbers.ts';

const SPELT: ReadonlySet<string> = new Set([...NUMBER_WORDS, 'cent']);

/** Whether a word can be part of a number in words, or of "per cent". */
export function isSpelt(word: string): boolean {
  return SPELT.has(word);
}

/** Puts spelt-out numbers into figures and "per cent" into one word. */
export function composeNumbers(tokens: Token[]): Token[] {
  if (!tokens.some(({ word }) => isSpelt(word))) return tokens;
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const taken = perCent(tokens, at, result) || number(tokens, at, result);
    if (taken === 0) result.push(tokens[at] as Token);
    at += Math.max(taken, 1);
  }
  return result;
}

function perCent(tokens: readonly Token[], at: number, into: Token[]): number {
  const [per, cent] = [tokens[at], tokens[at + 1]];
  if (per?.word !== 'per' || cent?.word !== 'cent') return 0;
  into.push({ ...per, word: 'percent', term: 'percent', end: cent.end, stop: false });
  return 2;
}

/** Writes "two hundred and fifty", "twenty-first" or "7 thousand" in figures; how many tokens it took, 0 for none. */
function number(tokens: readonly Token[], at: number, into: Token[]): number {
  const first = tokens[at] as Token;
  const written = /^\d+(\.\d+)?$/.test(first.term);
  const reading = new NumberReading(written ? Number(first.term) : undefined);
  let last = written ? at : at - 1;
  for (let next = last + 1; next < tokens.length; next++) {
    const word = (tokens[next] as Token).word;
    if (word === 'and' && reading.takesAnd(tokens[next + 1]?.word ?? '')) continue;
    if (!reading.take(word)) break;
    last = next;
  }
  const taken = last - at + 1;
  if (taken < (written ? 2 : 1)) return 0;
  const span = { ...first, end: (tokens[last] as Token).end, stop: false };
  for (const term of reading.terms) into.push({ ...span, word: taken === 1 ? first.word : term, term });
  return taken;
}

/** A number as far as it has been read, word by word. */
class NumberReading {
  /** What stands before "thousand", and what has been gathered since. */
  #thousands = 0;
  #group: number | undefined;
  #closed = false;
  /** Behind figures only "hundred" and "thousand" follow: "20 five" is two numbers. */
  readonly #inWords: boolean;
  #isOrdinal = false;

  constructor(figures: number | undefined) {
    this.#group = figures;
    this.#inWords = figures === undefined;
  }

  get terms(): string[] {
    const value = this.#thousands + (this.#group ?? 0);
    return this.#isOrdinal ? [ordinalTerm(value)] : quantityTerms(value);
  }

  /** Takes the next word in where it continues the number. */
  take(word: string): boolean {
    if (this.#closed) return false;
    const scale = smallScale(word);
    if (scale !== undefined) return this.#multiply(scale);
    const part = this.#inWords ? partOf(word) : undefined;
    if (part === undefined || !this.#fits(part)) return false;
    this.#group = (this.#group ?? 0) + part;
    this.#isOrdinal = ordinal(word) !== undefined;
    this.#closed = this.#isOrdinal;
    return true;
  }

  takesAnd(next: string): boolean {
    return this.#inWords && this.#group !== undefined && this.#group % 100 === 0 && partOf(next) !== undefined;
  }

  #multiply(scale: number): boolean {
    if (this.#group === undefined || this.#group === 0) return false;
    if (scale === 100) this.#group *= 100;
    else {
      this.#thousands += this.#group * 1000;
      this.#group = 0;
    }
    return true;
  }

  /** "twenty" takes "one", "two hundred" takes "fifty", "nineteen" takes nothing. */
  #fits(part: number): boolean {
    const group = this.#group ?? 0;
    if (group === 0) return this.#group === undefined || part > 0;
    if (group % 100 === 0) return part > 0 && part < 100;
    return group % 10 === 0 && group % 100 >= 20 && part > 0 && part < 10;
  }
}

function partOf(word: string): number | undefined {
  return cardinal(word) ?? ordinal(word);
}
