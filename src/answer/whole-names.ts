/** "Simon Bolivar" where the text has both words beside each other, with capitals. */
export function wholeNames(words: readonly string[], text: string): string[] {
  const names: string[] = [];
  for (const word of words) {
    const both = `${names.at(-1)} ${word}`;
    const isOne = /^\p{Lu}.* \p{Lu}/u.test(both) && text.includes(both);
    names.splice(isOne ? -1 : names.length, 1, isOne ? both : word);
  }
  return names;
}
