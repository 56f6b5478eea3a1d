/** Letters that Unicode's decomposition leaves whole although people type them without their stroke or ligature. */
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
};

/** Printable ASCII, which needs no Unicode work. */
const ASCII = /^[ -~]*$/;

/**
 * A word as it is compared: compatibility forms resolved (NFKD), accents and strokes taken off, lower case.
 * "Chávez" and "CHAVEZ" both become "chavez"; apostrophes of every shape become "'".
 */
export function fold(raw: string): string {
  if (ASCII.test(raw)) return raw.toLowerCase();
  return raw
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´＇]/g, "'")
    .replace(/[ßæœøđðłıþħ]/g, (letter) => PLAIN[letter] ?? letter);
}
