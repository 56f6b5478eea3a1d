import type { Texts } from '../../src/reply/messages.ts';

/** A catalogue's texts by their whole keys: "library.form.title". */
export function flatTexts(texts: Texts, above = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[above + key, value]] : Object.entries(flatTexts(value as Texts, `${above}${key}.`)),
    ),
  );
}

/** "library.words" of "library.words_other"; undefined where a key is of no plural. "_zero" is a message of its own. */
export function pluralBase(key: string): string | undefined {
  return /^(.*)_(?:one|two|few|many|other)$/.exec(key)?.[1];
}
