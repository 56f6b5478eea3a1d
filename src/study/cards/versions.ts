import { fold } from '../../text/fold.ts';

/** Texts of one paragraph share at least so much of their words, repeated ones counted once. */
const SAME = 0.5;

/** The text that is most like a former one, where any is like it enough to be a new version of it. */
export function newVersionOf<T extends { readonly text: string }>(former: string, texts: readonly T[]): T | undefined {
  const words = wordsOf(former);
  let best: T | undefined;
  let most = 0;
  for (const each of texts) {
    const likeness = shared(words, wordsOf(each.text));
    if (likeness <= most) continue;
    best = each;
    most = likeness;
  }
  return most >= SAME ? best : undefined;
}

/** Dice's coefficient. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return (2 * common) / Math.max(1, one.size + other.size);
}

/** Scripts that write no spaces count by their letters. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;
const wordsOf = (text: string): ReadonlySet<string> => new Set(fold(text).match(WORD));
