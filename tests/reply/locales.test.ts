import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpView } from '../../commands/help/view.ts';
import { commands } from '../../commands/index.ts';
import { toDefinitions } from '../../src/discord/definitions.ts';
import { createCatalogue, type Messages, messagesFor, type Texts } from '../../src/reply/messages.ts';
import { packageRoot } from '../../src/root.ts';
import { termsOf } from '../../src/study/references/terms.ts';
import { openLibrary } from '../support/bot.ts';
import { flatTexts, pluralBase } from '../support/texts.ts';

const LOCALES = join(packageRoot, 'src', 'reply', 'locales');
const FILES = readdirSync(LOCALES).map((name) => name.replace('.json', ''));
const textsOf = (language: string) =>
  flatTexts(JSON.parse(readFileSync(join(LOCALES, `${language}.json`), 'utf8')) as Texts);
const english = textsOf('en');
/** What `/help` lists: it does not list itself. */
const helped = commands.filter(({ name }) => name !== 'help');
/** As long as Discord's are. */
const IDS = new Map(helped.map(({ name }) => [name, '1234567890123456789']));
const translations = FILES.filter((language) => language !== 'en');

/** Where an English word is also the other language's, or where it is a name. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  all: [
    'commands.findSources.name',
    'commands.addToCards.name',
    'commands.cite.choices.style.apa',
    'commands.cite.choices.style.mla',
    'commands.cite.choices.style.harvard',
  ],
  de: ['help.menu', 'quiz.button.pause', 'quiz.title', 'quiz.titleAbout'],
  es: ['quiz.title', 'quiz.titleAbout', 'review.interval.minutes'],
  fr: [
    'button.source',
    'citation.place.page',
    'library.passages_one',
    'library.passages_other',
    'problem.place.work',
    'quiz.button.pause',
    'quiz.title',
    'review.interval.minutes',
    'sources.title',
  ],
  'pt-BR': [
    'citation.place.page',
    'citation.place.slide',
    'help.menu',
    'quiz.title',
    'quiz.titleAbout',
    'review.interval.minutes',
  ],
  ru: [],
};

describe.each(FILES)('the catalogue %s', (language) => {
  const texts = textsOf(language);

  it('has each message of the English one, in each plural form that its language has', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const expected = Object.keys(english).flatMap((key) => {
      const base = pluralBase(key);
      return base === undefined ? [key] : categories.map((category) => `${base}_${category}`);
    });
    expect(Object.keys(texts).toSorted()).toEqual([...new Set(expected)].toSorted());
  });

  it('has the values of the English messages, and names no others', () => {
    const wrong = Object.entries(texts).filter(([key, text]) => {
      const base = pluralBase(key);
      const model = placeholders(english[base === undefined ? key : `${base}_other`] ?? '');
      // "Added a card" says the number in words.
      const needed = isOneNumber(key, language) ? model.filter((value) => value !== '{{count}}') : model;
      const found = placeholders(text);
      return !needed.every((value) => found.includes(value)) || !found.every((value) => model.includes(value));
    });
    expect(wrong).toEqual([]);
  });

  it('names a locale of its own language to Intl', () => {
    expect(new Intl.Locale(texts.intl ?? '').language).toBe(new Intl.Locale(language).language);
  });

  it('keeps what people type, and what Discord formats, as it is in English', () => {
    const wrong = Object.entries(texts).filter(([key, text]) => {
      const base = pluralBase(key);
      const model = english[base === undefined ? key : `${base}_other`] ?? '';
      return marks(text).join() !== marks(model).join();
    });
    expect(wrong).toEqual([]);
  });

  it('keeps to what forms and buttons have room for', () => {
    const tooLong = Object.entries(texts).filter(([key, text]) => text.length > roomFor(key));
    expect(tooLong).toEqual([]);
  });

  it('describes every command within the limits of its registration', () => {
    const definitions = toDefinitions(commands, createCatalogue({ en: nested('en'), [language]: nested(language) }));
    const lengths = definitions.map((definition) => described(definition).map((text) => text.length));
    expect(lengths.flat().filter((length) => length === 0 || length > 100)).toEqual([]);
    for (const each of lengths) expect(each.reduce((sum, length) => sum + length, 0)).toBeLessThan(8000);
  });

  it('lets /help fit into one message', () => {
    const [panel] = helpView(helped, openLibrary(), { messages: messagesFor(language), ids: IDS });
    const shown = JSON.stringify(panel, (key, value) => (key === 'options' ? undefined : value));
    expect(shown.length).toBeLessThan(4000);
  });
});

describe.each(translations)('the catalogue %s', (language) => {
  it('is translated', () => {
    const allowed = [...(SAME.all ?? []), ...(SAME[language] ?? [])];
    const same = Object.entries(textsOf(language))
      .filter(([key, text]) => text === english[key] && /\p{L}{2}/u.test(text.replace(/\{\{.*?\}\}/g, '')))
      .map(([key]) => key)
      .filter((key) => !allowed.includes(key));
    expect(same).toEqual([]);
  });

  it('has words for the references of /cite', () => {
    expect(termsOf(language)).not.toBe(termsOf('en'));
  });
});

describe('the English catalogue', () => {
  it('has every message that the code names, and none besides', () => {
    const named = namedKeys();
    const bases = [...new Set(Object.keys(english).map((key) => pluralBase(key) ?? key.replace(/_zero$/, '')))];
    const unused = bases.filter((key) => !named.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
    const missing = literalKeys().filter((key) => !bases.includes(key));
    expect(missing).toEqual([]);
  });
});

const nested = (language: string) => JSON.parse(readFileSync(join(LOCALES, `${language}.json`), 'utf8')) as Texts;

/** "{{count}}" and "$t(…)", each once. */
function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\{.*?\}\}|\$t\(.*?\)/g) ?? [])].toSorted();
}

/** Whether a plural form stands for a single number: Russian's `_one` does for 1, 21, 31 as well. */
function isOneNumber(key: string, language: string): boolean {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: 101 }, (_, number) => number);
  return numbers.filter((number) => key.endsWith(`_${rules.select(number)}`)).length === 1;
}

/** Code spans and headings: commands and names of columns, which nobody translates. */
function marks(text: string): string[] {
  return [...(text.match(/`[^`]*`|^#+ |^-# /gm) ?? [])].toSorted();
}

/** UTF-16 units: Discord's limits for labels of fields and titles of forms, of buttons and of entries in a select. */
function roomFor(key: string): number {
  if (/\.form\.\w+$/.test(key)) return 45;
  if (/(?:^|\.)button\.\w+$/.test(key)) return 80;
  return /\.(?:choose|open|read|bringBack|tryOne)(?:\.\w+)?$/.test(key) ? 100 : 2000;
}

/** The texts of a command, each the longest of its translations. */
function described(definition: unknown): string[] {
  if (typeof definition !== 'object' || definition === null) return [];
  const {
    description,
    description_localizations: others = {},
    name_localizations: names = {},
    name,
  } = definition as {
    description?: string;
    description_localizations?: Record<string, string>;
    name?: string;
    name_localizations?: Record<string, string>;
  };
  const longest = (texts: (string | undefined)[]) =>
    texts
      .filter((text) => text !== undefined)
      .toSorted((a, b) => b.length - a.length)
      .slice(0, 1);
  const parts = Object.entries(definition)
    .filter(([key]) => key === 'options' || key === 'choices')
    .flatMap(([, value]) => (value as unknown[]).flatMap(described));
  return [...longest([description, ...Object.values(others)]), ...longest([name, ...Object.values(names)]), ...parts];
}

/** What stands in quotes in the code like a key: "library.added", or "library.form.${field}" for any field. */
function namedKeys(): RegExp[] {
  const nestedKeys = Object.values(english).flatMap((text) =>
    [...text.matchAll(/\$t\((.*?)\)/g)].map(([, key]) => key),
  );
  const templates = [...sources().matchAll(/`([a-z]\w*(?:\.(?:\w|\$\{[^}`]*\})+)+)`/gi)].map(([, key = '']) =>
    key
      .split(/\$\{[^}]*\}/)
      .map(escaped)
      .join('.+'),
  );
  const quoted = [...sources().matchAll(/'([a-z]\w*(?:\.\w+)+)'/gi)].map(([, key]) => key);
  const used = [...quoted, ...literalKeys(), ...nestedKeys, ...registered()].map((key = '') => escaped(key));
  // Only in the commands' own part may a name stand for several levels; it is looked at command by command.
  return [...used, ...templates.filter((key) => !key.startsWith('commands'))].map((key) => new RegExp(`^${key}$`));
}

const escaped = (key: string) => key.replace(/[.$]/g, '\\$&');

function literalKeys(): string[] {
  return [...sources().matchAll(/\.(?:plain|markdown)\(\s*'([\w.]+)'/g)].map(([, key = '']) => key);
}

/** The keys that the registration of the commands and the help ask for. */
function registered(): string[] {
  const asked: string[] = [];
  const ask = (key: string) => {
    asked.push(key);
    return key;
  };
  const messages = { ...messagesFor('en'), plain: ask, markdown: ask } as Messages;
  toDefinitions(commands, { languages: ['en'], messagesFor: () => messages });
  helpView(helped, openLibrary(), { messages, ids: IDS });
  return asked;
}

function sources(): string {
  return ['src', 'commands']
    .flatMap((folder) =>
      readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(join(packageRoot, folder, name), 'utf8')),
    )
    .join('\n');
}
