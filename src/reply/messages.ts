import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { packageRoot } from '../root.ts';
import { clean, escapeMarkdown } from './escape.ts';

const LOCALES = join(packageRoot, 'src', 'reply', 'locales');

/** The values that stand in for `{{names}}` in a message. `count` also chooses singular or plural. */
export type Values = Readonly<Record<string, string | number>>;

/** The bot's own words in one language. */
export interface Messages {
  /** For Discord's markdown: every value is escaped, so that it can neither format, link nor ping. */
  markdown(key: string, values?: Values): string;
  /** For places that format nothing: labels, choices, a terminal. */
  plain(key: string, values?: Values): string;
}

const languages = readdirSync(LOCALES)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

const resources = Object.fromEntries(
  languages.map((language) => [
    language,
    { translation: JSON.parse(readFileSync(join(LOCALES, `${language}.json`), 'utf8')) as Record<string, unknown> },
  ]),
);

const markdown = catalogue(escapeMarkdown);
const plain = catalogue(clean);

/** The catalogue for a Discord locale ("en-GB", "es-419"): that language where there is a file for it, else English. */
export function messagesFor(locale: string): Messages {
  return {
    markdown: markdown.getFixedT(locale) as Messages['markdown'],
    plain: plain.getFixedT(locale) as Messages['plain'],
  };
}

function catalogue(escapeValue: (text: string) => string) {
  const instance = createInstance({
    resources,
    fallbackLng: 'en',
    initAsync: false,
    returnNull: false,
    showSupportNotice: false,
    interpolation: { escapeValue: true, escape: escapeValue },
    // A key that is missing is a mistake in the code: found by the tests, not by a student.
    parseMissingKeyHandler: (key) => {
      throw new Error(`The message catalogue has no "${key}".`);
    },
  } as Parameters<typeof createInstance>[0]);
  void instance.init();
  return instance;
}
