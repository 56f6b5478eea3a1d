import { countLetters } from '../blocks/letters.ts';

/** Share of letters and digits among the signs of a text. */
const MIN_LETTER_SHARE = 0.4;
/** Share of signs that fonts define for themselves, which no Unicode text has; those of the symbol fonts apart. */
const MAX_PRIVATE = 0.05;
/** Letters that a text must have before its words are looked at. */
const MIN_LETTERS = 200;
/** The letters that are common in nearly all languages of the Latin alphabet, and the least share of a text that they have. */
const COMMON = /[eainrtos]/g;
const MIN_COMMON = 0.45;
/** Share of a text's Latin letters that have a mark or another shape than those of English: a third of Vietnamese. */
const MAX_MARKED = 0.6;

/** Whether a text layer is garbled: its fonts do not say what their signs mean, and what is read is not what is seen. */
export function isGarbled(text: string): boolean {
  const signs = text.replace(/[\s._…|-]+/g, '');
  if (countLetters(signs) < signs.length * MIN_LETTER_SHARE) return true;
  const odd = signs.match(/(?![\uf000-\uf0ff])[\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0;
  return odd > signs.length * MAX_PRIVATE || spellsNothing(text);
}

/** Letters that stand for others: rare ones where common ones should be, or nearly all with marks. Only Latin letters are judged. */
function spellsNothing(text: string): boolean {
  const plain = text.normalize('NFD').toLowerCase();
  const latin = plain.match(/[a-zæœøıß]/g)?.length ?? 0;
  if (latin < MIN_LETTERS || latin < (plain.match(/\p{L}/gu)?.length ?? 0) * 0.8) return false;
  if ((plain.match(COMMON)?.length ?? 0) < latin * MIN_COMMON) return true;
  const letters = text.match(/\p{sc=Latin}/gu) ?? [];
  return letters.filter((letter) => !/[a-z]/i.test(letter)).length > letters.length * MAX_MARKED;
}
