/** Numbers in [0, 1) that depend on the seed alone (mulberry32), so that every run is the same run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One random edit in about half of the words of five letters and more, in at least one where there is any. */
export function withTypos(text: string, random: () => number): string {
  const words = text.split(/(\s+)/);
  const long = words.flatMap((word, at) => (/^\p{L}{5,}[?.,!]?$/u.test(word) ? [at] : []));
  const chosen = long.filter(() => random() < 0.5);
  if (chosen.length === 0 && long.length > 0) chosen.push(long[Math.floor(random() * long.length)] as number);
  for (const at of chosen) words[at] = withTypo(words[at] as string, random);
  return words.join('');
}

function withTypo(word: string, random: () => number): string {
  const letters = word.replace(/[?.,!]$/, '');
  const tail = word.slice(letters.length);
  const at = Math.floor(random() * letters.length);
  const letter = LETTERS[Math.floor(random() * LETTERS.length)] as string;
  const kind = Math.floor(random() * 4);
  if (kind === 0) return letters.slice(0, at) + letter + letters.slice(at) + tail;
  if (kind === 1) return letters.slice(0, at) + letters.slice(at + 1) + tail;
  if (kind === 2) return letters.slice(0, at) + letter + letters.slice(at + 1) + tail;
  const place = Math.min(at, letters.length - 2);
  return letters.slice(0, place) + letters[place + 1] + letters[place] + letters.slice(place + 2) + tail;
}
