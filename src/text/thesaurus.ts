import type { Language } from './language.ts';

/** Whether a language's thesaurus has a folded word: it is none that was made up, mistyped, or a rare name. */
export const isInThesaurus = (word: string, { stem, synonymsOf }: Language): boolean =>
  synonymsOf(stem(word)).length > 0;
