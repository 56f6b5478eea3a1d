/** Letters that decomposition leaves whole although people type them without their stroke or ligature; a last sigma. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
  ς: 'σ',
};

/** Printable ASCII, which needs no Unicode work. */
const ASCII = /^[ -~]*$/;

/** The dots of borrowed letters in Devanagari, Bengali and Gurmukhi. */
const NUKTAS = '\u093C\u09BC\u0A3C';
/** They make another letter of kana. */
const VOICING = '\u3099\u309A';
/** Marks that people leave out: accents and vowel points. In other scripts marks are vowels that are always written. */
const ACCENTS = new RegExp(`[[\\p{M}&&[\\p{sc=Inherited}\\p{sc=Arabic}\\p{sc=Hebrew}${NUKTAS}]]--[${VOICING}]]+`, 'gv');

/**
 * A word as it is compared: compatibility forms resolved (NFKD), accents and strokes taken off, lower case.
 * "Chávez" and "CHAVEZ" both become "chavez"; apostrophes of every shape become "'".
 */
export function fold(raw: string): string {
  if (ASCII.test(raw)) return raw.toLowerCase();
  return raw
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´＇]/g, "'")
    .replace(/[ßæœøđðłıþħς]/g, (letter) => PLAIN[letter] ?? letter);
}
