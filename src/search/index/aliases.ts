import type { Analyser } from '../../text/analyser.ts';
import type { Token } from '../../text/token.ts';
import type { Synonyms } from '../types.ts';

/** A place in a text where a name of several words stands. */
export interface AliasMatch {
  /** Token indices, the end excluded. */
  readonly from: number;
  readonly to: number;
  readonly group: number;
}

interface Sequence {
  readonly terms: readonly string[];
  readonly group: number;
}

/**
 * Names that mean the same. A name of one word is found as that word's term; a name of several words is found by
 * `find` and indexed under a term of its own, `markOf(group)`, so that "CELAC" finds its long form and the reverse.
 */
export class Aliases {
  readonly #byFirst = new Map<string, Sequence[]>();
  readonly #singles = new Map<string, number[]>();
  readonly #members: string[][] = [];

  constructor(groups: readonly Synonyms[], analyse: Analyser['analyse']) {
    groups.forEach((group, id) => {
      this.#members.push([]);
      for (const name of group) this.#add(analyse(name), id);
    });
  }

  #add(name: readonly Token[], group: number): void {
    const terms = name.map((token) => token.term);
    const [first] = terms;
    if (first === undefined) return;
    if (terms.length === 1) {
      this.#singles.set(first, [...(this.#singles.get(first) ?? []), group]);
      this.#members[group]?.push(first);
      return;
    }
    const sequences = this.#byFirst.get(first) ?? [];
    sequences.push({ terms, group });
    sequences.sort((a, b) => b.terms.length - a.terms.length);
    this.#byFirst.set(first, sequences);
  }

  /** The groups of a name of one word. */
  groupsOf(term: string): readonly number[] {
    return this.#singles.get(term) ?? [];
  }

  /** The names of one word in a group, as terms. */
  singlesOf(group: number): readonly string[] {
    return this.#members[group] ?? [];
  }

  /** The names of several words in the order of their places; at one place the longest. */
  find(tokens: readonly Token[]): AliasMatch[] {
    const matches: AliasMatch[] = [];
    if (this.#byFirst.size === 0) return matches;
    tokens.forEach((token, at) => {
      const sequences = this.#byFirst.get(token.term);
      if (sequences === undefined) return;
      const longest = sequences.find(({ terms }) => terms.every((term, k) => tokens[at + k]?.term === term));
      for (const sequence of sequences) {
        if (longest === undefined || sequence.terms.length !== longest.terms.length) continue;
        if (sequence.terms.every((term, k) => longest.terms[k] === term)) {
          matches.push({ from: at, to: at + sequence.terms.length, group: sequence.group });
        }
      }
    });
    return matches;
  }
}

/** The term under which a group's names of several words are indexed; no word of a text can be it. */
export function markOf(group: number): string {
  return `=${group}`;
}
