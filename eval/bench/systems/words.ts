import { stemmer } from 'stemmer';

/** What the tuned systems share, so that they differ by how they rank and not by how their words are prepared. */
const STOP_WORDS = new Set(
  `a an the this that these those
  i you he she it we they me him her us them my your his its our their
  who whom whose which what when where why how
  am is are was were be been being do does did done have has had having
  can could may might must shall should will would
  and or but nor if then than as so not no
  of to in on at by for from with without into onto about between among during before after over under through
  there here also too very just only own same such both each any some all most more other
  s t d ll re ve m`.split(/\s+/),
);

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** The words of a text, lower-cased, in order. */
export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a text without stop words. */
export function informativeWords(text: string): string[] {
  return words(text).filter((word) => !isStopWord(word));
}

/** The Porter stems of a text's words, stop words left out. */
export function stems(text: string): string[] {
  return informativeWords(text).map(stemmer);
}
