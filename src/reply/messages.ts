import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createInstance,
  type FormatterModule,
  type InitOptions,
  type i18n,
  type Resource,
  type ResourceKey,
  type ResourceLanguage,
} from 'i18next';
import { FORMAT_NAMES } from '../intake/formats.ts';
import { lazily, withLazy } from '../lazily.ts';
import { clean, escapeMarkdown } from './escape.ts';

/** Beside this file, in the sources and in the build. */
const LOCALES = join(import.meta.dirname, 'locales');

/** The values that stand in for `{{names}}` in a message. `count` also chooses singular or plural. */
export type Values = Readonly<Record<string, string | number>>;

/** The bot's own words in one language. */
export interface Messages {
  /** The Discord locale that they were asked for. */
  readonly locale: string;
  /** For Discord's markdown: every value is escaped, so that it can neither format, link nor ping. */
  markdown(key: string, values?: Values): string;
  /** For places that format nothing: labels, choices, a terminal. */
  plain(key: string, values?: Values): string;
}

/** A language's texts, nested by key. */
export type Texts = Readonly<Record<string, unknown>>;

/** The bot's words in every language that there is a file for. */
export interface Catalogue {
  /** The file names without their ending: a Discord locale ("es-ES") or a language alone ("es"). */
  readonly languages: readonly string[];
  /** The words for a Discord locale ("en-GB", "es-419"): that language where there is a file for it, else English. */
  messagesFor(locale: string): Messages;
}

export function createCatalogue(texts: Readonly<Record<string, Texts>>): Catalogue {
  const languages = Object.keys(texts);
  const resources = Object.fromEntries(
    languages.map((language) => [
      language,
      withLazy<ResourceLanguage>({}, { translation: () => texts[language] as ResourceKey }),
    ]),
  );
  const markdown = lazily(() => translator(resources, escapeMarkdown));
  const plain = lazily(() => translator(resources, clean));
  return {
    languages,
    messagesFor: memoized((locale) => ({
      locale,
      markdown: withFixedKept(markdown().getFixedT(locale) as Messages['markdown']),
      plain: withFixedKept(plain().getFixedT(locale) as Messages['plain']),
    })),
  };
}

/** Looking a message up takes 20 µs, and a reply has dozens: those without values are the same each time. */
function withFixedKept(translate: Messages['plain']): Messages['plain'] {
  const fixed = memoized((key) => translate(key));
  return (key, values) => (values === undefined ? fixed(key) : translate(key, values));
}

/** More than there are locales and messages; only what Discord never sends could be without end. */
const MAX_KEPT = 2_000;

function memoized<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    if (made.size < MAX_KEPT) made.set(key, value);
    return value;
  };
}

/** The catalogue of the files in `locales/`. A language is read when somebody is first answered in it. */
export const catalogue = createCatalogue(
  withLazy<Record<string, Texts>>(
    {},
    Object.fromEntries(
      readdirSync(LOCALES)
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name.slice(0, -'.json'.length), () => textsOf(name)]),
    ),
  ),
);

function textsOf(name: string): Texts {
  return JSON.parse(readFileSync(join(LOCALES, name), 'utf8')) as Texts;
}

export const { messagesFor } = catalogue;

function translator(resources: Resource, escapeValue: (text: string) => string) {
  const instance = createInstance();
  instance.use(numbersOf(instance));
  void instance.init({
    resources,
    fallbackLng: 'en',
    initAsync: false,
    returnNull: false,
    showSupportNotice: false,
    interpolation: {
      escapeValue: true,
      escape: escapeValue,
      alwaysFormat: true,
      defaultVariables: { formats: FORMAT_NAMES.join(', ') },
    },
    // A key that is missing is a mistake in the code: found by the tests, not by a student.
    parseMissingKeyHandler: (key) => {
      throw new Error(`The message catalogue has no "${key}".`);
    },
  } as InitOptions);
  return instance;
}

/** Writes numbers as the language does: "1,200", "1.200", "1 200". */
function numbersOf(instance: i18n): FormatterModule {
  return {
    type: 'formatter',
    init: () => undefined,
    add: () => undefined,
    addCached: () => undefined,
    format: (value: unknown, _format, language = 'en') =>
      typeof value === 'number' ? numberFormat(instance.t('intl', { lng: language })).format(value) : String(value),
  };
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string): Intl.NumberFormat {
  let format = numberFormats.get(locale);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    numberFormats.set(locale, format);
  }
  return format;
}
