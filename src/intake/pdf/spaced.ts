/** Four or more signs with a space between each two. */
const SPACED = /(?<!\S)\S(?: \S){3,}[.,;:!?]?(?!\S)/gu;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * A word that is set with room between its letters as one: "t h e i r", "C O N T E N T S". Variables, choices and
 * digits in a row stay as they stand: they spell no word.
 */
export const withoutLetterSpaces = (text: string): string =>
  text.replace(SPACED, (run) => {
    const [article = '', letters = run] = /^([AI]) (\p{Ll}.*)$/u.exec(run)?.slice(1) ?? [];
    const word = letters.replaceAll(' ', '');
    return spellsWord(word) ? `${article === '' ? '' : `${article} `}${word}` : run;
  });

function spellsWord(word: string): boolean {
  const name = word.replace(/[.,;:!?]+$/, '').toLowerCase();
  if (!/^\p{L}{3,}$/u.test(name) || !/^(?:\p{L}\p{Ll}+|\p{Lu}+)\P{L}*$/u.test(word)) return false;
  if (LETTERS.includes(name) || new Set(name).size < 3) return false;
  return !/[a-z]/.test(name) || (/[aeiou]/.test(name) && /[^aeiou]/.test(name));
}
