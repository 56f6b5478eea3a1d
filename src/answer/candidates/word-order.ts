import type { Mention } from '../question/text-parser.ts';

/** A word with the names on either side of it: in "Russia sells Brazil missiles" it is Russia that sells. */
export interface Role {
  readonly left: string;
  readonly word: string;
  readonly right: string;
}

/** Who does what to whom in a text, as far as the order of its names tells: each word between two names. */
export function rolesIn(mentions: readonly Mention[]): Set<string> {
  return new Set(orderOf(mentions).map(keyOf));
}

/**
 * Whether a question has the names the other way round: what Brazil sells to Russia is not what Russia sells to Brazil.
 * Only where the table asks by the same word with the names in one order, and never in the question's.
 */
export function areSwapped(own: readonly Role[], asked: ReadonlySet<string>): boolean {
  return own.some((role) => asked.has(keyOf(turned(role)))) && !own.some((role) => asked.has(keyOf(role)));
}

/** The roles of a text's words, for `areSwapped`. */
export function orderOf(mentions: readonly Mention[]): Role[] {
  return mentions.flatMap(({ key, kind }, at) => {
    if (kind !== 'word') return [];
    const left = mentions.slice(0, at).findLast(isName)?.key;
    const right = mentions.slice(at + 1).find(isName)?.key;
    return left === undefined || right === undefined || left === right ? [] : [{ left, word: key, right }];
  });
}

function isName({ kind }: Mention): boolean {
  return kind === 'name';
}

function turned({ left, word, right }: Role): Role {
  return { left: right, word, right: left };
}

function keyOf({ left, word, right }: Role): string {
  return `${left}\n${word}\n${right}`;
}
