/** What a line that stands alone looks like where it is a heading: short, begun with a capital, ended by no mark. */
export function looksLikeHeading(text: string): boolean {
  if (text.length > 90 || text.includes('\n')) return false;
  if (!/^["'“‘(]?[\p{Lu}\p{N}]/u.test(text) || /[.,;:…](?:["'”’])?$/.test(text)) return false;
  // A line of code.
  if (/[{}<>=\\]/.test(text)) return false;
  return /\p{L}{2}/u.test(text) && text.split(' ').length <= 14;
}

/** What a title looks like: as a heading, and at least two words or one long one. */
export function looksLikeTitle(text: string): boolean {
  if (text.length > 200 || text.length < 4 || text.includes('\n')) return false;
  return (
    /^["'“‘(]?[\p{Lu}\p{N}]/u.test(text) &&
    !/[.,;:]$/.test(text) &&
    /\p{L}{3}/u.test(text) &&
    text.split(' ').length <= 24
  );
}
