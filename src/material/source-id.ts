/** The longest that a title adds to an id. */
const LONGEST = 48;

/**
 * An id for a work that has none: its title and year in lower-case letters, digits and hyphens, such as
 * `salt-road-of-verrin-2016`, with a number where `isTaken` says that another work bears it.
 */
export function makeSourceId(title: string, year: number | undefined, isTaken: (id: string) => boolean): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’\p{M}]/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^(?:the|a|an) (?=\S)/, '');
  const name = shorten(words).replace(/ /g, '-') || 'work';
  const base = year === undefined ? name : `${name}-${year}`;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!isTaken(id)) return id;
  }
}

/** Cut between words, unless the first alone is too long. */
function shorten(words: string): string {
  if (words.length <= LONGEST) return words;
  const cut = words.lastIndexOf(' ', LONGEST);
  return words.slice(0, cut > 0 ? cut : LONGEST).trim();
}
