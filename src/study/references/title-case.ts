/** Words that stay small within a title: articles, conjunctions, short prepositions. */
const SMALL = new Set(
  'a an and as at but by down for from in into nor of on onto or over so the till to up via with yet vs per about against along among around after before between during like near off out since than through toward towards under until upon within without'.split(
    ' ',
  ),
);

/**
 * An English title in headline style: "Salt Prices in the Eighteenth Century". Words that have a capital already stay as
 * they are. A title in another language stays whole.
 */
export function titleCase(title: string, language: string | undefined): string {
  if (language !== undefined && !/^en\b/i.test(language)) return title;
  const words = title.split(/(\s+)/);
  const last = words.length - 1;
  return words
    .map((word, at) => {
      if (word !== word.toLowerCase() || !/^\P{L}*\p{Script=Latin}/u.test(word)) return word;
      const opens = at === 0 || at === last || /[:?!.–—]$/.test(words[at - 2] ?? '');
      return !opens && SMALL.has(word.replace(/\P{L}/gu, '')) ? word : capitalised(word);
    })
    .join('');
}

/** With a capital first letter, whatever stands before it. */
export function capitalised(word: string): string {
  return word.replace(/^(\P{L}*)(\p{L})/u, (_, before: string, letter: string) => before + letter.toUpperCase());
}
