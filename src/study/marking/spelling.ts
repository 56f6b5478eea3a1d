/** Words of so many letters may have one letter wrong, and longer ones two. */
const ONE_SLIP = 6;
const TWO_SLIPS = 10;
/** Of these beginnings one turns a word into its opposite. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['hyper', 'hypo'],
  ['macro', 'micro'],
  ['inter', 'intra'],
  ['endo', 'exo'],
  ['super', 'sub'],
  ['over', 'under'],
  ['mono', 'poly'],
  ['homo', 'hetero'],
  ['patri', 'matri'],
  ['in', 'ex'],
  ['im', 'em'],
  ['pre', 'post'],
  ['ante', 'anti'],
  ['pro', 'con'],
  ['in', 'out'],
  ['de', 'in'],
];

/**
 * Whether a text is the wanted one but for small mistakes in long words. Both are plain. `others`: texts that are known
 * to mean something else; what is as near to one of these is refused.
 */
export function isNear(given: string, wanted: string, others: readonly string[]): boolean {
  const [words, wants] = [given.split(' '), wanted.split(' ')];
  if (words.length !== wants.length || !words.every((word, at) => isSlip(word, wants[at] ?? ''))) return false;
  const distance = editDistance(given, wanted);
  return others.every((other) => other === wanted || editDistance(given, other) > distance);
}

function isSlip(word: string, want: string): boolean {
  if (word === want) return true;
  if (/\d/.test(word + want) || word.charAt(0) !== want.charAt(0) || areOpposite(word, want)) return false;
  if (isPlural(word, want) || isPlural(want, word)) return true;
  const slips = want.length >= TWO_SLIPS ? 2 : want.length >= ONE_SLIP ? 1 : 0;
  return slips > 0 && editDistance(word, want) <= slips;
}

const isPlural = (one: string, many: string): boolean =>
  one.length > 3 && [`${one}s`, `${one}es`, one.replace(/y$/, 'ies')].includes(many);

const areOpposite = (one: string, other: string): boolean =>
  OPPOSITES.some(([a, b]) => (begins(one, a, b) && begins(other, b, a)) || (begins(one, b, a) && begins(other, a, b)));

const begins = (word: string, prefix: string, not: string): boolean =>
  word.startsWith(prefix) && (!word.startsWith(not) || not.length < prefix.length);

/** Insertions, deletions, substitutions, and swaps of neighbours (optimal string alignment). */
export function editDistance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
